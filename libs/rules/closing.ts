import { promisesOpen } from './commitments';
import { type AssignmentFacts, type CaseSnapshot, isLive, replyDraftOf, writesReply } from './snapshot';

/** What a place may ask for before a case is closed, and what each is called. */
export const closingConditions = {
  delivered: '答复函已送达',
  rated: '提案者已测评，或测评期已过',
  redone: '不满意的已有处理结果',
  promised: '承诺已登记',
  published: '应公开的已公开，或已决定不公开',
  archived: '已归档',
} as const;
export type ClosingCondition = keyof typeof closingConditions;
export const closingConditionNames = Object.keys(closingConditions) as ClosingCondition[];

/** Why the condition does not hold for a unit's reply; null where it does. */
type Missing = (snapshot: CaseSnapshot, writer: AssignmentFacts) => string | null;

const lettersOf = (snapshot: CaseSnapshot, { id }: AssignmentFacts) => {
  const draft = replyDraftOf(snapshot, id);
  return snapshot.letters.filter(({ draftId, state }) => draftId === draft?.id && state !== 'withdrawn');
};

const missing: Readonly<Record<ClosingCondition, Missing>> = {
  delivered: (snapshot, writer) => {
    const own = lettersOf(snapshot, writer);
    return own.length > 0 && own.every(({ state }) => state === 'delivered')
      ? null
      : '答复函还没有全部送达。';
  },
  rated: (snapshot, { id }) =>
    snapshot.ratings.some(({ assignmentId, state }) => assignmentId === id && state === 'asked')
      ? '还有提案者没有测评，测评期也没有过。'
      : null,
  redone: (snapshot, { id }) =>
    snapshot.redos.some(
      ({ assignmentId, state }) => assignmentId === id && (state === 'due' || state === 'ordered'),
    )
      ? '提案者不满意，还没有处理结果。'
      : null,
  promised: (snapshot, { id }) => promisesOpen(snapshot, id),
  published: (snapshot, writer) => {
    const draft = replyDraftOf(snapshot, writer.id);
    const waiting = lettersOf(snapshot, writer).filter(
      ({ id, consented }) =>
        consented &&
        draft?.publication === 'active' &&
        !snapshot.publications.some(({ letterId, state }) => letterId === id && state !== 'prepared'),
    );
    return waiting.length > 0 ? '应公开的答复函还没有公开，也没有决定不公开。' : null;
  },
  archived: ({ proposal }) => (proposal.archivedOn === null ? '还没有归档。请先下载归档包。' : null),
};

/** What is still missing before the case may be closed, in sentences; none: it may. */
export function closingOpen(snapshot: CaseSnapshot, conditions: readonly ClosingCondition[]): string[] {
  const writers = snapshot.assignments.filter((each) => isLive(each) && writesReply(each.role));
  if (writers.length === 0) return ['这件提案没有需要答复的承办单位。'];
  const found = conditions.flatMap((name) =>
    writers.flatMap((writer) => missing[name](snapshot, writer) ?? []),
  );
  return [...new Set(found)];
}
