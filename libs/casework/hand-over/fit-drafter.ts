import { holdPerson, type Person, PersonDuty } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import { duties } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';

/**
 * Somebody of the unit who may be named as drafter, and who cannot leave before this transaction ends.
 * @throws FuhanError `person.unfit`, `request.conflict` when the person is leaving at this moment
 */
export async function fitDrafter(em: EntityManager, unitId: string, personId: string): Promise<Person> {
  const drafter = await holdPerson(em, personId);
  const fit =
    drafter?.unitId === unitId &&
    drafter.disabledAt === null &&
    (await em.existsBy(PersonDuty, { personId, duty: 'drafter' }));
  if (!drafter || !fit)
    throw new FuhanError('person.unfit', { name: drafter?.name ?? '所选人员', duty: duties.drafter.label });
  return drafter;
}
