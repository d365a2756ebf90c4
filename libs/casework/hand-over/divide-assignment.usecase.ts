import { FuhanError } from '@fuhan/kernel';
import { Office } from '@fuhan/identity';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { fitDrafter } from './fit-drafter';

/** 分给科室: names the drafter inside the unit and the section (a small unit has none); naming again hands the work on. */
export const divideAssignment: UseCase<'assignment.divide'> = async (
  ctx,
  { officeId, drafterId },
  targetId,
) => {
  const { unitId } = ctx.actor;
  const drafter = await fitDrafter(ctx.em, unitId, drafterId);
  const id = officeId ?? drafter.officeId;
  const office = id === null ? null : await ctx.em.findOneBy(Office, { id, unitId });
  if (id !== null && !office)
    throw new FuhanError('guard.failed', { detail: '所选科室不在本单位，请重选。' });
  const given = office ? `分给${office.name}，` : '';
  await record(ctx, 'assignment.divide', targetId, `${given}由${drafter.name}承办。`);
  await transition(ctx, 'assignment', targetId, 'assignment.divide', { officeId: id, drafterId });
  return { id: targetId };
};
