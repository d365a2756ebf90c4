import type { Guard } from './guard';

const assignmentSigned: Guard = (snapshot, targetId) => {
  const opinion = snapshot.opinions.find((each) => each.id === targetId);
  const assignment = snapshot.assignments.find((each) => each.id === opinion?.assignmentId);
  return assignment && assignment.state === 'handed_over' ? '本单位还没有签收，请提案办先签收。' : null;
};

const opinionOpen: Guard = (snapshot, targetId) => {
  const state = snapshot.opinions.find((each) => each.id === targetId)?.state;
  return state === 'awaited' || state === 'revising' || state === 'returned'
    ? null
    : '意见已经提交，不必再请其填写。';
};

export const opinionGuards = { assignmentSigned, opinionOpen } as const;
