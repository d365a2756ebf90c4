import { createHash } from 'node:crypto';
import { FuhanError } from '@fuhan/kernel';
import { renderText } from '@fuhan/letter-engine';
import type { CommandContext } from '../case/context';
import { ReviewStep } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { draftFindings, overrulable } from '../drafting/check-draft';
import { MoreThan } from 'typeorm';
import { composeDraft } from '../drafting/compose-draft';
import { assertCleared } from './cleared';

/** 送核稿: the draft goes on the route the profile has for it. */
export const submitDraft: UseCase<'draft.submit'> = async (ctx, _input, targetId) => {
  await record(ctx, 'draft.submit', targetId, '送核稿。');
  await transition(ctx, 'draft', targetId, 'draft.submit', { returnReason: null });
  return { id: targetId };
};

/** What this person decides on: the digest of the whole text as it stands. */
async function seenDigest(ctx: CommandContext, draftId: string): Promise<string> {
  const model = await composeDraft(ctx, draftId, { documentNumber: null, date: null });
  return createHash('sha256').update(renderText(model)).digest('hex');
}

const isLast = async (ctx: CommandContext, { draftId, round, ordinal }: ReviewStep): Promise<boolean> =>
  !(await ctx.em.existsBy(ReviewStep, { draftId, round, ordinal: MoreThan(ordinal) }));

/** 准予保留: the signer lets a red finding stand; the reason stays in the sign-off record. */
export const overruleFinding: UseCase<'reviewStep.overrule'> = async (ctx, { finding, reason }, targetId) => {
  const step = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
  const choice = overrulable(await draftFindings(ctx, step.draftId), step.overrules).find(
    ({ key }) => key === finding,
  );
  if (!choice) throw new FuhanError('review.no-such-finding');
  const [checkId = '', ...excerpt] = finding.split('|');
  const overrule = {
    checkId,
    excerpt: excerpt.join('|'),
    reason,
    by: ctx.actor.personId,
    at: ctx.now.toISOString(),
  };
  await ctx.em.update(ReviewStep, targetId, { overrules: [...step.overrules, overrule] as never });
  await record(ctx, 'reviewStep.overrule', targetId, `准予保留：${choice.label}理由：${reason}`);
  return { id: targetId };
};

/** 同意: bound to the text that was seen; the next step opens, after the last one the draft is signed. */
export const approveStep: UseCase<'reviewStep.approve'> = async (ctx, { comment }, targetId) => {
  const step = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
  if (await isLast(ctx, step)) assertCleared(await draftFindings(ctx, step.draftId), step.overrules);
  await record(ctx, 'reviewStep.approve', targetId, `${step.name}：同意。${comment}`);
  await transition(ctx, 'review_step', targetId, 'reviewStep.approve', {
    comment: comment || null,
    decidedAt: ctx.now,
    decidedBy: ctx.actor.personId,
    seenDigest: await seenDigest(ctx, step.draftId),
  });
  return { id: targetId };
};

/** 退回修改: with the reason; the steps not reached yet fall away and the drafter writes on. */
export const sendBackStep: UseCase<'reviewStep.sendBack'> = async (ctx, { comment }, targetId) => {
  const step = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
  await record(ctx, 'reviewStep.sendBack', targetId, `${step.name}：退回修改。${comment}`);
  await transition(ctx, 'review_step', targetId, 'reviewStep.sendBack', {
    comment,
    decidedAt: ctx.now,
    decidedBy: ctx.actor.personId,
    seenDigest: await seenDigest(ctx, step.draftId),
  });
  return { id: targetId };
};
