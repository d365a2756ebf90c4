import { FuhanError } from '@fuhan/kernel';
import { loadDirectory, Office, peopleWithDuty, Person } from '@fuhan/identity';
import { duties, type PlannedStep } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import type { ReviewStep } from '../case/entities';

export type Holder = Pick<ReviewStep, 'duty' | 'unitId' | 'officeId' | 'personId'>;

/** Office and person by id; a unit without the office lets anyone with the duty do the step. */
export async function holderOf(ctx: CommandContext, step: PlannedStep): Promise<Holder> {
  const { duty, unitId, office, person } = step;
  const officeId = office && (await ctx.em.findOneBy(Office, { unitId, name: office }))?.id;
  const named = person && (await ctx.em.findOneBy(Person, { account: person }));
  if (named && named.disabledAt !== null)
    throw new FuhanError('review.no-holder', { step: step.name, who: `${named.name}的账号已停用` });
  if (person && !named)
    throw new FuhanError('review.no-holder', { step: step.name, who: `没有账号“${person}”` });
  return { duty, unitId, officeId: officeId || null, personId: (named && named.id) || null };
}

/** Nobody's step would stop the letter for ever. @throws FuhanError `review.no-holder` */
export async function assertHeld(ctx: CommandContext, name: string, holder: Holder): Promise<void> {
  if (holder.personId !== null) return;
  const people = await peopleWithDuty(ctx.em, holder.unitId, [holder.duty]);
  if (people.some(({ officeId }) => holder.officeId === null || officeId === holder.officeId)) return;
  const { units, offices } = await loadDirectory(ctx.em);
  const office = holder.officeId === null ? '' : (offices.get(holder.officeId)?.name ?? '');
  const where = `${units.get(holder.unitId)?.shortName ?? ''}${office}`;
  throw new FuhanError('review.no-holder', {
    step: name,
    who: `${where}没有人负有“${duties[holder.duty].label}”职责`,
  });
}
