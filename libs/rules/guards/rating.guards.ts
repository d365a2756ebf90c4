import type { CaseSnapshot, DraftFacts, RedoFacts } from '../snapshot';
import type { Guard } from './guard';

const redoOf = (snapshot: CaseSnapshot, id: string): RedoFacts | undefined =>
  snapshot.redos.find((redo) => redo.id === id);

const roundsLeft: Guard = (snapshot, targetId) =>
  redoOf(snapshot, targetId)?.exhausted
    ? '已经重新办理过，不再交办。请当面协商或作专门说明，并记录结果。'
    : null;

const roundsSpent: Guard = (snapshot, targetId) =>
  redoOf(snapshot, targetId)?.exhausted ? null : '还可以重新办理，请先决定是否交办重新办理。';

const draftsOf = (snapshot: CaseSnapshot, assignmentId: string | undefined): DraftFacts[] =>
  snapshot.drafts.filter((draft) => draft.assignmentId === assignmentId);

/** Nothing else is under way with the letters that are out: no correction, no withdrawal. */
const lettersSettled: Guard = (snapshot, targetId) => {
  const own = draftsOf(snapshot, redoOf(snapshot, targetId)?.assignmentId);
  if (own.some(({ correctsId, state }) => correctsId !== null && state !== 'issued' && state !== 'dropped'))
    return '这份函有一份更正函在办。请等它发出，再交办重新办理。';
  return snapshot.letters.some(
    ({ draftId, withdrawalAsked }) => withdrawalAsked && own.some(({ id }) => id === draftId),
  )
    ? '有人申请撤回这份函。请等主要负责人决定，再交办重新办理。'
    : null;
};

/** A letter whose reply is handled anew stays as it is: what is wrong in it is put right in the new one. */
const notRedone: Guard = (snapshot, targetId) => {
  const letter = snapshot.letters.find(({ id }) => id === targetId);
  const draft = snapshot.drafts.find(({ id }) => id === letter?.draftId);
  const newest = Math.max(...draftsOf(snapshot, draft?.assignmentId).map(({ round }) => round));
  return draft && draft.correctsId === null && draft.round < newest
    ? '这件提案已交办重新办理，原函保留。请在新一轮的答复里改。'
    : null;
};

export const ratingGuards = { roundsLeft, roundsSpent, lettersSettled, notRedone } as const;
