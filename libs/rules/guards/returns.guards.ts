import { chineseDate } from '@fuhan/kernel';
import { type AssignmentFacts, type CaseSnapshot, isLive, type ReturnRequestFacts } from '../snapshot';
import type { Guard } from './guard';

const assignmentById = (snapshot: CaseSnapshot, id: string | undefined): AssignmentFacts | undefined =>
  snapshot.assignments.find((each) => each.id === id);
const requestById = (snapshot: CaseSnapshot, id: string): ReturnRequestFacts | undefined =>
  snapshot.returnRequests.find((each) => each.id === id);

/** Something is still owed: who only takes note, and who is done, has nothing to return. */
const stillOwed: Guard = (snapshot, targetId) => {
  const own = assignmentById(snapshot, targetId);
  if (own?.role === 'reference') return '参阅件不需要退办。';
  return own && isLive(own) && own.state !== 'finished' ? null : '这家单位的承办已经结束。';
};

const noOpenRequest: Guard = (snapshot, targetId) =>
  snapshot.returnRequests.some(
    ({ assignmentId, state }) => assignmentId === targetId && (state === 'asked' || state === 'disputed'),
  )
    ? '已有一份申请在等答复。'
    : null;

const notAnsweredYet: Guard = (snapshot, targetId) =>
  assignmentById(snapshot, targetId)?.returnAnswered
    ? '退办申请已经答复过。不同意答复的，请“提出异议”；情况有变的，请交办人员重新开放退办。'
    : null;

const windowOpen = ({ today }: CaseSnapshot, own: AssignmentFacts | undefined): boolean =>
  own !== undefined && (own.returnUntil === null || today <= own.returnUntil);

const inReturnWindow: Guard = (snapshot, targetId) => {
  const own = assignmentById(snapshot, targetId);
  return windowOpen(snapshot, own)
    ? null
    : `退办的期限是${chineseDate(own?.returnUntil ?? snapshot.today)}，已经过了。确需退办的，请交办人员重新开放。`;
};

const returnClosed: Guard = (snapshot, targetId) => {
  const own = assignmentById(snapshot, targetId);
  return windowOpen(snapshot, own) && !own?.returnAnswered ? '退办期限还没有过，不用重新开放。' : null;
};

const mayHaveCoHandlers: Guard = (snapshot, targetId) => {
  const role = assignmentById(snapshot, targetId)?.role;
  return role === 'separate' || role === 'reference' ? '分办、参阅件没有会办单位。' : null;
};

const wasKept: Guard = (snapshot, targetId) => {
  const request = requestById(snapshot, targetId);
  return request?.decision === 'keep' && request.wish !== 'one_more'
    ? null
    : '只有“维持原交办”的答复可以提出异议。';
};

const stillHandling: Guard = (snapshot, targetId) => {
  const own = assignmentById(snapshot, requestById(snapshot, targetId)?.assignmentId);
  return own && isLive(own) && own.state !== 'finished' && !laterRequest(snapshot, targetId)
    ? null
    : '这家单位的承办已经结束，或已另行申请。';
};

/** A request made after this one: what was answered before is no longer in question. */
const laterRequest = (snapshot: CaseSnapshot, targetId: string): boolean => {
  const own = snapshot.returnRequests.filter(
    ({ assignmentId, wish }) =>
      wish !== 'one_more' && assignmentId === requestById(snapshot, targetId)?.assignmentId,
  );
  return own.at(-1)?.id !== targetId;
};

export const returnGuards = {
  stillOwed,
  noOpenRequest,
  notAnsweredYet,
  inReturnWindow,
  returnClosed,
  mayHaveCoHandlers,
  wasKept,
  stillHandling,
} as const;
