import { isLive } from '../snapshot';
import type { Guard } from './guard';

/** Something is still expected from the unit: an opinion, or a reply. */
const owesSomething: Guard = (snapshot, targetId) => {
  const assignment = snapshot.assignments.find((each) => each.id === targetId);
  if (assignment?.role === 'reference') return '参阅单位没有要答复的事，不用催办。';
  if (assignment && !isLive(assignment)) return '这家单位已经不再承办，不用催。';
  if (assignment?.state === 'finished') return '这家单位已经办结，不用再催。';
  const opinion = snapshot.opinions.find((each) => each.assignmentId === targetId);
  const given = opinion?.state === 'submitted' || opinion?.state === 'accepted';
  return given ? '会办意见已经提交，不用再催。' : null;
};

export const chasingGuards = { owesSomething } as const;
