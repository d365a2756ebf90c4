import { meetClock } from '@fuhan/clocks';
import type { EffectHandler } from '../case/context';
import { ContactRecord } from '../case/entities';

/** The first talk ends the clock of the first contact. */
export const meetContactClock: EffectHandler = async (ctx, { targetId }) => {
  const { assignmentId } = await ctx.em.findOneByOrFail(ContactRecord, { id: targetId });
  await meetClock(ctx, 'contact', assignmentId);
};
