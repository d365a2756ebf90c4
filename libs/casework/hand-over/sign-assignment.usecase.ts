import { Unit } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import { Assignment } from '../case/entities';
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

/** So long after it was signed for; whoever wants to be rid of the case later asks to return it. */
const UNDO_MINUTES = 2;

/** 撤回签收: a slip of the hand, by the same hand, at once. */
export const unsignAssignment: UseCase<'assignment.unsign'> = async (ctx, _input, targetId) => {
  const { signedAt, signedBy, unitId } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  const since = ctx.now.getTime() - (signedAt?.getTime() ?? 0);
  if (signedBy !== ctx.actor.personId || since > UNDO_MINUTES * 60_000) {
    throw new FuhanError('guard.failed', {
      detail: '签收只能由签收人当时撤回。不属于本单位职责的，请在期限内申请退办。',
    });
  }
  const unit = await ctx.em.findOneByOrFail(Unit, { id: unitId });
  await record(ctx, 'assignment.unsign', targetId, `${unit.shortName}撤回签收。`);
  await transition(ctx, 'assignment', targetId, 'assignment.unsign', { signedAt: null, signedBy: null });
  return { id: targetId };
};
