import type { CaseSnapshot, ConfirmationFacts, DraftFacts } from '../snapshot';
import type { Guard } from './guard';

const draftOf = (snapshot: CaseSnapshot, id: string): DraftFacts | undefined =>
  snapshot.drafts.find((draft) => draft.id === id);

/** What co-handlers were asked about a draft and what still counts: a question that was put anew, or taken back, does not. */
const askedAbout = (snapshot: CaseSnapshot, draftId: string): ConfirmationFacts[] =>
  snapshot.confirmations.filter(
    (each) =>
      each.draftId === draftId &&
      each.assignmentId !== null &&
      each.state !== 'replaced' &&
      each.state !== 'withdrawn',
  );

const answered: readonly ConfirmationFacts['state'][] = ['confirmed', 'silent', 'kept'];

/** The co-handlers whose words stand in the draft and who have not been asked for them as they read now. */
const notAsked = (snapshot: CaseSnapshot, draft: DraftFacts): string[] =>
  draft.adoptedFrom.filter(
    (assignmentId) =>
      !askedAbout(snapshot, draft.id).some(
        (each) =>
          each.assignmentId === assignmentId &&
          each.current &&
          (each.state === 'asked' || answered.includes(each.state)),
      ),
  );

const beingWritten: Guard = (snapshot, targetId) =>
  draftOf(snapshot, targetId)?.state === 'writing' ? null : '答复稿不在拟稿中，请在拟稿时征求意见。';

const wordsToConfirm: Guard = (snapshot, targetId) => {
  const draft = draftOf(snapshot, targetId);
  return draft && notAsked(snapshot, draft).length > 0 ? null : '答复稿里没有还须请会办单位确认的内容。';
};

const askedOfUnit: Guard = (snapshot, targetId) =>
  snapshot.confirmations.find((each) => each.id === targetId)?.assignmentId === null
    ? '这是征求提案者的意见，须由提案者在链接上答复。'
    : null;

/** Nobody is still to answer, no objection is left open and, where the place asks for it, everybody's words are confirmed as they read. */
const confirmationsSettled: Guard = (snapshot, targetId) => {
  const draft = draftOf(snapshot, targetId);
  if (!draft) return null;
  const asked = askedAbout(snapshot, draft.id);
  const waiting = asked.filter(({ state }) => state === 'asked').length;
  if (waiting > 0) return `还有 ${waiting} 家会办单位没有答复征求的内容。请等其答复，或撤回征求。`;
  const open = asked.filter(({ state }) => state === 'objected' || state === 'unanswered').length;
  if (open > 0) return `有 ${open} 家会办单位有修改意见或没有答复。请修改后再次征求，或说明维持原文。`;
  const missing = draft.confirmationRequired ? notAsked(snapshot, draft).length : 0;
  return missing === 0
    ? null
    : `有 ${missing} 家会办单位的内容还没有经其确认，或确认后又有改动。请先征求会办单位确认。`;
};

export const confirmationGuards = {
  beingWritten,
  wordsToConfirm,
  askedOfUnit,
  confirmationsSettled,
} as const;
