import { FuhanError } from '@fuhan/kernel';
import { Office } from '@fuhan/identity';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { fitDrafter } from './fit-drafter';

/** 分给科室: names the section and the drafter inside the unit; naming again hands the work on. */
export const divideAssignment: UseCase<'assignment.divide'> = async (
  ctx,
  { officeId, drafterId },
  targetId,
) => {
  const { unitId } = ctx.actor;
  const office = await ctx.em.findOneBy(Office, { id: officeId, unitId });
  if (!office) throw new FuhanError('guard.failed', { detail: '所选科室不在本单位，请重选。' });
  const drafter = await fitDrafter(ctx.em, unitId, drafterId);
  await record(ctx, 'assignment.divide', targetId, `分给${office.name}，由${drafter.name}承办。`);
  await transition(ctx, 'assignment', targetId, 'assignment.divide', { officeId, drafterId });
  return { id: targetId };
};
