import type { delegationStates } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import type { AbsentPerson, Duty } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { Delegation } from './entities';

/** A delegation on one of its days: what the absent person still holds of the delegated duties. */
export interface RunningDelegation extends AbsentPerson {
  readonly toPerson: string;
}

/**
 * The delegations that run on a day, all or those to one person. Neither account is disabled; a duty the absent person has lost since
 * is lost here too.
 */
export const runningDelegations = (
  em: EntityManager,
  today: DateString,
  toPerson: string | null = null,
): Promise<RunningDelegation[]> =>
  em.query(
    `SELECT d.to_person AS "toPerson", p.id AS "personId", p.name, array_agg(held.duty ORDER BY held.duty) AS duties
     FROM delegation d
     JOIN person p ON p.id = d.from_person AND p.disabled_at IS NULL
     JOIN person t ON t.id = d.to_person AND t.disabled_at IS NULL AND t.unit_id = p.unit_id
     JOIN person_duty held ON held.person_id = p.id AND held.duty = ANY (d.duties)
     WHERE d.revoked_at IS NULL AND $1::date BETWEEN d.from_on AND d.until_on AND ($2::uuid IS NULL OR d.to_person = $2)
     GROUP BY d.id, d.to_person, p.id, p.name ORDER BY d.id`,
    [today, toPerson],
  );

/** What a person delegated or was delegated, the newest first. */
export const delegationsOf = (em: EntityManager, personId: string): Promise<Delegation[]> =>
  em.find(Delegation, {
    where: [{ fromPerson: personId }, { toPerson: personId }],
    order: { fromOn: 'DESC', createdAt: 'DESC' },
    take: 100,
  });

/** Where a delegation stands on a day. */
export function delegationState(
  { fromOn, untilOn, revokedAt }: Pick<Delegation, 'fromOn' | 'untilOn' | 'revokedAt'>,
  today: DateString,
): keyof typeof delegationStates {
  if (revokedAt !== null || untilOn < today) return 'ended';
  return fromOn > today ? 'ahead' : 'running';
}

/** Who stands in for a person, in any of the duties (null: whichever they are). */
export const delegatesOf = (
  running: readonly RunningDelegation[],
  personId: string,
  duties: readonly Duty[] | null = null,
): string[] =>
  running
    .filter((each) => each.personId === personId)
    .filter((each) => duties === null || each.duties.some((duty) => duties.includes(duty)))
    .map(({ toPerson }) => toPerson);
