import { meetClock } from '@fuhan/clocks';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Delivery, Draft, Letter } from '../case/entities';
import { tell } from '../case/tell';
import { transition } from '../case/transition';

const writerOf = async (ctx: CommandContext, letterId: string): Promise<Assignment> => {
  const { draftId } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const { assignmentId } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  return ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
};

/** The worker makes the files after the commit. */
export const produceFiles: EffectHandler = async (ctx, { targetId: letterId }) => {
  ctx.outbox.push({ topic: 'letter.produce', payload: { letterId } });
};

export const meetReplyClock: EffectHandler = async (ctx, { targetId }) =>
  meetClock(ctx, 'reply', (await writerOf(ctx, targetId)).id);

export const finishWriter: EffectHandler = async (ctx, { targetId }) =>
  transition(ctx, 'assignment', (await writerOf(ctx, targetId)).id, 'assignment.finish');

export const tellRecipients: EffectHandler = async (ctx, { targetId: letterId }) => {
  const units = await ctx.em.findBy(Delivery, { letterId, recipientKind: 'unit' });
  tell(
    ctx,
    'delivered',
    '收到一份答复函（抄送），请签收',
    units.map(({ unitId }) => ({ unitId, duties: ['proposal_office'] })),
  );
};
