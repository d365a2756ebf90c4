import { Unit } from '@fuhan/identity';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** 签收: the unit's 提案办 takes the duty on. */
export const signAssignment: UseCase<'assignment.sign'> = async (ctx, _input, targetId) => {
  const unit = await ctx.em.findOneByOrFail(Unit, { id: ctx.actor.unitId });
  await record(ctx, 'assignment.sign', targetId, `${unit.shortName}签收。`);
  await transition(ctx, 'assignment', targetId, 'assignment.sign', {
    signedAt: ctx.now,
    signedBy: ctx.actor.personId,
  });
  return { id: targetId };
};
