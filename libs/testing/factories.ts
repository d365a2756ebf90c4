import { newId } from '@fuhan/kernel';
import { Office, Person, PersonDuty, Unit } from '@fuhan/identity';
import type { Duty } from '@fuhan/rules';
import { hash } from '@node-rs/argon2';
import type { EntityManager } from 'typeorm';
import type { House } from '../../apps/server/house';
import { PASSWORD } from './client';

/** As cheap as the format allows: the tests sign in thousands of times, and one of them measures what the product's own costs. */
const QUICK = { memoryCost: 8, timeCost: 1, parallelism: 1 } as const;
let hashed: Promise<string> | undefined;

export interface SavedPerson {
  readonly id: string;
  readonly account: string;
}

/** A person of a unit with duties; the unit is named as the place profile names it (code or short name). */
export async function savePerson(
  em: EntityManager,
  account: string,
  unitName: string,
  duties: readonly Duty[],
  more: { readonly name?: string; readonly officeId?: string } = {},
): Promise<SavedPerson> {
  hashed ??= hash(PASSWORD, QUICK);
  const unit = await em.findOneOrFail(Unit, {
    where: [{ code: unitName }, { shortName: unitName }, { name: unitName }],
  });
  const id = newId();
  const name = more.name ?? `测试${account}`;
  await em.insert(Person, {
    id,
    account,
    name,
    unitId: unit.id,
    officeId: more.officeId ?? null,
    passwordHash: await hashed,
  });
  if (duties.length > 0)
    await em.insert(
      PersonDuty,
      duties.map((duty) => ({ personId: id, duty })),
    );
  return { id, account };
}

export async function saveOffice(em: EntityManager, unitName: string, name: string): Promise<string> {
  const unit = await em.findOneOrFail(Unit, { where: [{ code: unitName }, { shortName: unitName }] });
  const id = newId();
  await em.insert(Office, { id, unitId: unit.id, name });
  return id;
}

/** The lead bureau with one person per duty, its section; at the seat of the government a coordinator and the three administrators. */
export async function saveCast(house: House, lead = 'gongxin', seat = 'zhengfuban'): Promise<void> {
  const em = house.dataSource.manager;
  const officeId = await saveOffice(em, lead, '医药产业科');
  await savePerson(em, 'coordinator', seat, ['coordinator']);
  await savePerson(em, 'office', lead, ['proposal_office']);
  await savePerson(em, 'drafter', lead, ['drafter'], { officeId });
  await savePerson(em, 'reviewer', lead, ['reviewer']);
  await savePerson(em, 'leader', lead, ['leader']);
  await savePerson(em, 'head', lead, ['head']);
  await savePerson(em, 'clerk', lead, ['clerk']);
  await savePerson(em, 'supervisor', seat, ['supervisor']);
  await savePerson(em, 'system', seat, ['system_admin']);
  await savePerson(em, 'security', seat, ['security_admin']);
  await savePerson(em, 'audit', seat, ['audit_admin']);
}

/** A co-handling unit with one person who signs for it and writes its opinion; and lets it out, where the place has somebody do that. */
export async function saveCoHandler(house: House, unitName: string): Promise<string> {
  const em = house.dataSource.manager;
  const unit = await em.findOneOrFail(Unit, { where: [{ code: unitName }, { shortName: unitName }] });
  const account = `co-${unit.code}`;
  const { opinionRoute } = await house.profiles.current(em);
  const duties = new Set<Duty>(['proposal_office', 'drafter', ...opinionRoute.map(({ duty }) => duty)]);
  await savePerson(em, account, unit.code, [...duties]);
  return account;
}
