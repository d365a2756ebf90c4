import { createHash } from 'node:crypto';
import { renderText } from '@fuhan/letter-engine';
import type { CommandContext } from '../case/context';
import { ReviewStep } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { composeDraft } from '../drafting/compose-draft';

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

/** 同意: bound to the text that was seen; the next step opens, after the last one the draft is signed. */
export const approveStep: UseCase<'reviewStep.approve'> = async (ctx, { comment }, targetId) => {
  const step = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
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
