import type { DateString } from '@fuhan/kernel';
import { readRows } from '@fuhan/platform';
import type { Actor, Duty } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { runningDelegations } from './delegations.queries';
import { Office, Person, PersonDuty, Unit, UnitAlias } from './entities';

/** The person as the rules see who acts on a day: with the own duties, and those that absent colleagues have delegated. */
export async function actorOf(em: EntityManager, personId: string, today: DateString): Promise<Actor> {
  const [person] = await readRows(em, Person, {
    where: { id: personId },
    columns: ['name', 'unitId', 'officeId'],
  });
  if (!person) throw new Error('who acts is a person of the house');
  const ownDuties = (await readRows(em, PersonDuty, { where: { personId } })).map(({ duty }) => duty);
  const self = { personId, ...person };
  const absent = await runningDelegations(em, today, personId);
  if (absent.length === 0) return { ...self, duties: ownDuties };
  const duties = [...new Set([...ownDuties, ...absent.flatMap((each) => each.duties)])];
  return { ...self, duties, standIn: { ownDuties, absent } };
}

/** Everyone in a unit who holds one of the duties and is not disabled. */
export async function peopleWithDuty(
  em: EntityManager,
  unitId: string | null,
  duties: readonly Duty[],
): Promise<Person[]> {
  const query = em
    .createQueryBuilder(Person, 'p')
    .innerJoin(PersonDuty, 'd', 'd.personId = p.id AND d.duty IN (:...duties)', { duties })
    .where('p.disabledAt IS NULL')
    .orderBy('p.account');
  if (unitId !== null) query.andWhere('p.unitId = :unitId', { unitId });
  return query.getMany();
}

/** Names for ids: what a case file and its words need. */
export interface Directory {
  readonly units: ReadonlyMap<string, Unit>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly people: ReadonlyMap<string, Person>;
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** All units, offices and people of the installation: a few hundred rows, read once per request. */
export async function loadDirectory(em: EntityManager): Promise<Directory> {
  const people = await readRows(em, Person, {
    columns: ['id', 'name', 'unitId', 'officeId', 'account', 'disabledAt', 'version'],
  });
  return {
    units: byId(await readRows(em, Unit)),
    offices: byId(await readRows(em, Office)),
    people: byId(people),
  };
}

/** The others of a person's unit who are at work there. */
export function colleaguesOf(people: readonly Person[], personId: string): Person[] {
  const unitId = people.find(({ id }) => id === personId)?.unitId;
  return people.filter((each) => each.id !== personId && each.unitId === unitId && each.disabledAt === null);
}

/** Aliases by unit. */
export async function loadAliases(em: EntityManager): Promise<Map<string, string[]>> {
  const aliases = new Map<string, string[]>();
  for (const { unitId, alias } of await em.find(UnitAlias, { order: { alias: 'ASC' } })) {
    aliases.set(unitId, [...(aliases.get(unitId) ?? []), alias]);
  }
  return aliases;
}

/** Duties by person. */
export async function loadDuties(em: EntityManager): Promise<Map<string, Duty[]>> {
  const duties = new Map<string, Duty[]>();
  for (const { personId, duty } of await em.find(PersonDuty))
    duties.set(personId, [...(duties.get(personId) ?? []), duty]);
  return duties;
}
