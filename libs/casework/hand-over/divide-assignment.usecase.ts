import { FuhanError } from '@fuhan/kernel';
import { Office, Person, PersonDuty } from '@fuhan/identity';
import { duties } from '@fuhan/rules';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** 分给科室: names the section and the drafter inside the unit; naming again hands the work on. */
export const divideAssignment: UseCase<'assignment.divide'> = async (
  ctx,
  { officeId, drafterId },
  targetId,
) => {
  const { unitId } = ctx.actor;
  const office = await ctx.em.findOneBy(Office, { id: officeId, unitId });
  if (!office) throw new FuhanError('guard.failed', { detail: '所选科室不在本单位，请重选。' });
  const drafter = await ctx.em.findOneBy(Person, { id: drafterId });
  const fit =
    drafter?.unitId === unitId &&
    drafter.disabledAt === null &&
    (await ctx.em.existsBy(PersonDuty, { personId: drafterId, duty: 'drafter' }));
  if (!drafter || !fit)
    throw new FuhanError('person.unfit', { name: drafter?.name ?? '所选人员', duty: duties.drafter.label });
  await record(ctx, 'assignment.divide', targetId, `分给${office.name}，由${drafter.name}承办。`);
  await transition(ctx, 'assignment', targetId, 'assignment.divide', { officeId, drafterId });
  return { id: targetId };
};
