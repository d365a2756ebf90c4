import { createHash } from 'node:crypto';
import { newId } from '@fuhan/kernel';
import { renderText } from '@fuhan/letter-engine';
import { needsCommitment } from '@fuhan/rules';
import { In, Not } from 'typeorm';
import type { CommandContext, CommandOutcome } from '../case/context';
import { Assignment, Draft, Letter, LetterFile, letterFormats } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { draftFindings } from '../drafting/check-draft';
import { type Answered, composeDraft, lettersOf } from '../drafting/compose-draft';
import { assertCleared, signersOverrules } from '../review/cleared';
import { nextNumber } from './next-number';

/** The letter of the same draft, to the same proposal, that was withdrawn last: this one stands for it. */
async function withdrawnBefore(
  ctx: CommandContext,
  draftId: string,
  answersId: string,
): Promise<string | null> {
  const [last] = await ctx.em.find(Letter, {
    where: { draftId, answersId, state: 'withdrawn' },
    order: { issuedAt: 'DESC' },
    take: 1,
  });
  return last?.id ?? null;
}

/** The letter to the same proposal of the round before: it stays, and this one says more. */
async function roundBefore(
  ctx: CommandContext,
  { assignmentId, round, kind }: Draft,
  answersId: string,
): Promise<string | null> {
  if (kind !== 'reply' || round === 1) return null;
  const before = await ctx.em.findOneByOrFail(Draft, { assignmentId, round: round - 1, kind });
  const letter = await ctx.em.findOneBy(Letter, { draftId: before.id, answersId, state: 'delivered' });
  return letter?.id ?? null;
}

/** Of merged proposals with a letter each, those whose letter does not stand already. */
async function stillToIssue(ctx: CommandContext, draft: Draft): Promise<Answered[]> {
  const letters = await lettersOf(ctx, draft);
  const standing = await ctx.em.findBy(Letter, {
    draftId: draft.id,
    answersId: In(letters.map(([{ id }]) => id)),
    state: Not('withdrawn'),
  });
  return letters.filter(([{ id }]) => !standing.some(({ answersId }) => answersId === id));
}

/** One letter with a number of its own: composed, checked, laid out as a trial and frozen. */
async function issueOne(
  ctx: CommandContext,
  draft: Draft,
  answered: Answered,
  date: string,
): Promise<CommandOutcome> {
  const { id: draftId, assignmentId } = draft;
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  const { documentNumber, ...taken } = await nextNumber(ctx.em, unitId, Number(ctx.today.slice(0, 4)));
  const model = await composeDraft(ctx, draftId, { documentNumber, date }, answered);
  assertCleared(
    await draftFindings(ctx, draftId, { documentNumber, date }, answered),
    await signersOverrules(ctx.em, draftId),
  );
  const { pages } = await ctx.trialPrint(model);
  const text = renderText(model);
  const id = newId();
  const [{ id: answersId, number }, ...also] = answered;
  await ctx.em.insert(Letter, {
    id,
    proposalId: ctx.proposalId,
    draftId,
    state: firstState('letter', 'draft.issue'),
    ...taken,
    documentNumber,
    date,
    outcomeClass: draft.outcomeClass ?? '',
    model: model as never,
    text,
    digest: createHash('sha256').update(text).digest('hex'),
    pages,
    issuedAt: ctx.now,
    issuedBy: ctx.actor.personId,
    replacesId: await withdrawnBefore(ctx, draftId, answersId),
    followsId: await roundBefore(ctx, draft, answersId),
    sealRequired: ctx.profile.requirements.sealBeforeDelivery,
    commitmentRequired: draft.kind === 'reply' && needsCommitment(ctx.profile, draft.outcomeClass),
    answersId,
    alsoAnswers: also.map((each) => each.id),
  });
  await ctx.em.insert(
    LetterFile,
    letterFormats.map((format) => ({ letterId: id, format, state: 'pending' as const })),
  );
  const numbers = [number, ...also.map((each) => each.number)].join('、');
  const answers = ctx.snapshot.proposal.merges.length > 0 ? `，答复第${numbers}号` : '';
  await record(ctx, 'draft.issue', id, `编号${documentNumber}${answers}，共 ${pages} 页，文字定稿。`);
  await made(ctx, 'letter', 'draft.issue', id);
  return { id, documentNumber };
}

/**
 * 编号发文: takes the number, composes the letter with it, lays it out once as a trial, and freezes it: all in one
 * transaction, so that words which cannot be printed take no number. The year of the number is the year in which it is taken.
 * Merged proposals with a letter each get them together, with numbers that follow one another.
 */
export const issueLetter: UseCase<'draft.issue'> = async (ctx, { date }, draftId) => {
  const draft = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  await transition(ctx, 'draft', draftId, 'draft.issue');
  const issued: CommandOutcome[] = [];
  for (const answered of await stillToIssue(ctx, draft))
    issued.push(await issueOne(ctx, draft, answered, date));
  const [first] = issued;
  if (!first) throw new Error('a signed draft has at least one letter to be issued');
  return first;
};
