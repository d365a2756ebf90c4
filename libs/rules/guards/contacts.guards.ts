import { isLive } from '../snapshot';
import type { Guard } from './guard';

/** Where the place asks for it, somebody has spoken with the proposer before the reply is sent for review. */
const contactOnRecord: Guard = (snapshot, targetId) => {
  const draft = snapshot.drafts.find(({ id }) => id === targetId);
  if (!draft?.contactRequired) return null;
  const held = snapshot.contacts.some(
    ({ assignmentId, state }) =>
      assignmentId === draft.assignmentId && (state === 'recorded' || state === 'confirmed'),
  );
  return held ? null : '还没有与提案者沟通的记录。请先“记录沟通”。';
};

/** A talk belongs to a unit that has taken the proposal on. */
const takenOn: Guard = (snapshot, targetId) => {
  const own = snapshot.assignments.find(({ id }) => id === targetId);
  if (own && !isLive(own)) return '本单位已不承办这件提案。';
  return own?.state === 'handed_over' ? '本单位还没有签收，请提案办先签收。' : null;
};

export const contactGuards = { contactOnRecord, takenOn } as const;
