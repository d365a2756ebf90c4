import { chaseByHand } from '@fuhan/clocks';
import { FuhanError } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import { Assignment } from '../case/entities';
import { record } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** 催办: a unit is told, in a person's words, that its part is wanted. */
export const chaseAssignment: UseCase<'assignment.chase'> = async (ctx, { text }, targetId) => {
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  const { shortName } = await ctx.em.findOneByOrFail(Unit, { id: unitId });
  const sender = await ctx.em.findOneByOrFail(Unit, { id: ctx.actor.unitId });
  const sentBy = { personId: ctx.actor.personId, name: `${sender.shortName}${ctx.actor.name}` };
  const chased = await chaseByHand(ctx, targetId, sentBy, text);
  if (!chased) {
    throw new FuhanError('guard.failed', {
      detail: `${shortName}现在没有在走的时限（还没有开始，或已暂停），不用催办。`,
    });
  }
  await record(ctx, 'assignment.chase', targetId, `催办${shortName}：${text}`);
  return { id: targetId };
};
