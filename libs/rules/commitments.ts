import type { CaseSnapshot, CommitmentFacts, LetterFacts } from './snapshot';

/** The letters of a unit's duty that were numbered and not withdrawn, the newest last. */
export function standingLettersOf(snapshot: CaseSnapshot, assignmentId: string): LetterFacts[] {
  const drafts = snapshot.drafts.filter((draft) => draft.assignmentId === assignmentId);
  return snapshot.letters.filter(
    (letter) => letter.state !== 'withdrawn' && drafts.some(({ id }) => id === letter.draftId),
  );
}

/** It was found to be no promise, or went with its letter. */
const fellAway = ({ state }: CommitmentFacts): boolean => state === 'struck' || state === 'dropped';

/**
 * Why the promises of a unit's letters do not count as registered (承诺已登记); null where they do. A condition of closing: nothing that was
 * found waits for a person, and a letter of a class that needs one has one.
 */
export function promisesOpen(snapshot: CaseSnapshot, assignmentId: string): string | null {
  const own = snapshot.commitments.filter((each) => each.assignmentId === assignmentId);
  const waiting = own.filter(({ state }) => state === 'proposed').length;
  if (waiting > 0)
    return `还有 ${waiting} 条从答复函中摘出的承诺没有确认。请确认责任单位和期限，不是承诺的说明不作登记。`;
  // Letters to merged proposals have one text, and a second round may repeat what the first letter promised: each promise is listed once.
  const promised = own.some((each) => !fellAway(each));
  const needing = standingLettersOf(snapshot, assignmentId).filter((each) => each.commitmentRequired);
  const without = promised ? undefined : needing.at(-1);
  return without ? `${without.documentNumber}的办理结果须有承诺，还一条也没有登记。请先“补登承诺”。` : null;
}
