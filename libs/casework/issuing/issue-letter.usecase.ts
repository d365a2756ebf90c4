import { createHash } from 'node:crypto';
import { newId } from '@fuhan/kernel';
import { renderText } from '@fuhan/letter-engine';
import { needsCommitment } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { Assignment, Draft, Letter, LetterFile, letterFormats } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { draftFindings } from '../drafting/check-draft';
import { composeDraft } from '../drafting/compose-draft';
import { assertCleared, signersOverrules } from '../review/cleared';
import { nextNumber } from './next-number';

/** The letter of the same draft that was withdrawn last: this one stands for it. */
async function withdrawnBefore(ctx: CommandContext, draftId: string): Promise<string | null> {
  const [last] = await ctx.em.find(Letter, {
    where: { draftId, state: 'withdrawn' },
    order: { issuedAt: 'DESC' },
    take: 1,
  });
  return last?.id ?? null;
}

/**
 * 编号发文: takes the number, composes the letter with it, lays it out once as a trial, and freezes it: all in one
 * transaction, so that words which cannot be printed take no number. The year of the number is the year in which it is taken.
 */
export const issueLetter: UseCase<'draft.issue'> = async (ctx, { date }, draftId) => {
  const draft = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: draft.assignmentId });
  await transition(ctx, 'draft', draftId, 'draft.issue');
  const { documentNumber, ...taken } = await nextNumber(ctx.em, unitId, Number(ctx.today.slice(0, 4)));
  const model = await composeDraft(ctx, draftId, { documentNumber, date });
  assertCleared(
    await draftFindings(ctx, draftId, { documentNumber, date }),
    await signersOverrules(ctx.em, draftId),
  );
  const { pages } = await ctx.trialPrint(model);
  const text = renderText(model);
  const id = newId();
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
    replacesId: await withdrawnBefore(ctx, draftId),
    sealRequired: ctx.profile.requirements.sealBeforeDelivery,
    commitmentRequired: draft.kind === 'reply' && needsCommitment(ctx.profile, draft.outcomeClass),
  });
  await ctx.em.insert(
    LetterFile,
    letterFormats.map((format) => ({ letterId: id, format, state: 'pending' as const })),
  );
  await record(ctx, 'draft.issue', id, `编号${documentNumber}，共 ${pages} 页，文字定稿。`);
  await made(ctx, 'letter', 'draft.issue', id);
  return { id, documentNumber };
};
