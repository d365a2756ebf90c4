import { newId } from '@fuhan/kernel';
import { hashPassword, Office, Person, PersonDuty, Unit } from '@fuhan/identity';
import type { Actor } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { DemoCast } from './demo-files';

/** Who plays, and where: everything a step names, by the name it uses. */
export interface Stage {
  readonly actors: ReadonlyMap<string, Actor>;
  /** Unit ids by code. */
  readonly units: ReadonlyMap<string, string>;
  /** Office ids by `<unit id>/<name>`. */
  readonly offices: ReadonlyMap<string, string>;
}

/** @throws Error when a demo file names somebody or something that is not there */
export function named<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`seeds/demo names "${name}", which does not exist`);
  return found;
}

/**
 * Writes the people of the demo. No administrator exists yet who could create them, and the one password is hashed once
 * instead of once a person: so they are the only rows of the demo that no command makes.
 */
export async function savePeople(em: EntityManager, { people, password }: DemoCast): Promise<Stage> {
  const units = new Map((await em.find(Unit)).map(({ code, id }) => [code, id]));
  const passwordHash = await hashPassword(password);
  const offices = new Map<string, string>();
  const rows = people.map(({ unit, office, ...person }) => {
    const unitId = named(units, unit);
    const place = `${unitId}/${office}`;
    if (office !== null && !offices.has(place)) offices.set(place, newId());
    return { ...person, office, id: newId(), unitId, officeId: offices.get(place) ?? null };
  });
  await em.insert(
    Office,
    [...offices].map(([place, id]) => {
      const [unitId = '', name = ''] = place.split('/');
      return { id, unitId, name };
    }),
  );
  await em.insert(
    Person,
    rows.map(({ id, unitId, officeId, name, account, phone }) => ({
      ...{ id, unitId, officeId, name, account, phone },
      passwordHash,
    })),
  );
  await em.insert(
    PersonDuty,
    rows.flatMap(({ id, duties }) => duties.map((duty) => ({ personId: id, duty }))),
  );
  const actors = rows.map(({ id, account, name, unitId, officeId, duties }): [string, Actor] => [
    account,
    { personId: id, name, unitId, officeId, duties },
  ]);
  return { actors: new Map(actors), units, offices };
}
