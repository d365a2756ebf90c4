import { cancelClock, meetClock } from '@fuhan/clocks';
import { stateLabel } from '@fuhan/rules';
import type { EffectHandler } from '../case/context';
import { Assignment, Confirmation, Draft } from '../case/entities';
import { tell } from '../case/tell';
import { transition } from '../case/transition';

/** The unit hears what it is asked: whoever drafts for it, and its 提案办. */
export const tellAsked: EffectHandler = async (ctx, { targetId }) => {
  const asked = await ctx.em.findOneByOrFail(Confirmation, { id: targetId });
  const { unitId, drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: asked.assignmentId ?? '' });
  const by = asked.dueOn ? `，请于 ${asked.dueOn} 前答复` : '';
  tell(ctx, 'confirmation_asked', `请确认答复稿采用本单位意见的内容${by}`, [
    { unitId, duties: ['proposal_office'] },
    ...(drafterId ? [{ personId: drafterId }] : []),
  ]);
};

/** Whoever writes the reply hears what was answered, or that nobody answered in time. */
export const tellAnswered: EffectHandler = async (ctx, { targetId }) => {
  const { draftId, state, remark } = await ctx.em.findOneByOrFail(Confirmation, { id: targetId });
  const { assignmentId } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const { unitId, drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  const audience = drafterId ? { personId: drafterId } : { unitId, duties: ['proposal_office'] as const };
  const title = `征求答复稿意见：${stateLabel('confirmation', state)}`;
  tell(ctx, 'confirmation_answered', title, [audience], remark ?? undefined);
};

export const meetConfirmationClock: EffectHandler = (ctx, { targetId }) =>
  meetClock(ctx, 'confirmation', targetId);

export const cancelConfirmationClock: EffectHandler = (ctx, { targetId }) =>
  cancelClock(ctx, 'confirmation', targetId);

/** A duty or a reply that goes no further waits for no answer. */
export const endConfirmations: EffectHandler = async (ctx, { targetId }) => {
  const waiting = await ctx.em.findBy(Confirmation, [
    { assignmentId: targetId, state: 'asked' },
    { draftId: targetId, state: 'asked' },
  ]);
  for (const { id } of waiting) await transition(ctx, 'confirmation', id, 'confirmation.withdraw');
};
