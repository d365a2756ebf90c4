import { FuhanError, newId } from '@fuhan/kernel';
import { duties as allDuties, dutiesAreCompatible } from '@fuhan/rules';
import { announce } from '@fuhan/platform';
import type { EntityManager } from 'typeorm';
import { delegateDuties, endDelegations, revokeDelegation } from './delegation.usecases';
import { LoginSession, Office, Person, PersonDuty, Unit, UnitAlias } from './entities';
import type { HouseUseCase, IdentityActionName } from './house-use-case';
import { hashPassword } from './passwords';

async function refuseTakenNames(em: EntityManager, names: readonly string[], ownId: string): Promise<void> {
  for (const name of names) {
    const alias = await em.findOneBy(UnitAlias, { alias: name });
    const owner = await em.findOne(Unit, {
      where: [{ name }, { shortName: name }, ...(alias ? [{ id: alias.unitId }] : [])],
    });
    if (owner && owner.id !== ownId) throw new FuhanError('unit.name-taken', { name, unit: owner.name });
  }
}

async function addAliases(em: EntityManager, unitId: string, names: readonly string[]): Promise<void> {
  const rows = [...new Set(names)].map((alias) => ({ alias, unitId }));
  if (rows.length > 0)
    await em.createQueryBuilder().insert().into(UnitAlias).values(rows).orIgnore().execute();
}

const unitOr404 = async (em: EntityManager, id: string): Promise<Unit> => {
  const unit = await em.findOneBy(Unit, { id });
  if (!unit) throw new FuhanError('request.not-found');
  return unit;
};

const personOr404 = async (em: EntityManager, id: string): Promise<Person> => {
  const person = await em.findOneBy(Person, { id });
  if (!person) throw new FuhanError('request.not-found');
  return person;
};

const createUnit: HouseUseCase<'unit.create'> = async ({ em }, { aliases, ...names }) => {
  const id = newId();
  await refuseTakenNames(em, [names.name, names.shortName, ...aliases], id);
  if (await em.existsBy(Unit, { code: names.code }))
    throw new FuhanError('unit.name-taken', { name: names.code, unit: names.code });
  await em.insert(Unit, { id, ...names });
  await addAliases(em, id, aliases);
  return { id };
};

/** The old names stay as aliases: papers that use them are still recognised. */
const renameUnit: HouseUseCase<'unit.rename'> = async ({ em }, { name, shortName }, targetId) => {
  const unit = await unitOr404(em, targetId);
  await refuseTakenNames(em, [name, shortName], targetId);
  await em.update(Unit, { id: targetId }, { name, shortName });
  await addAliases(
    em,
    targetId,
    [unit.name, unit.shortName].filter((old) => old !== name && old !== shortName),
  );
  return { id: targetId };
};

const addOffice: HouseUseCase<'unit.addOffice'> = async ({ em }, { name }, targetId) => {
  const unit = await unitOr404(em, targetId);
  if (await em.existsBy(Office, { unitId: targetId, name }))
    throw new FuhanError('unit.name-taken', { name, unit: unit.name });
  const id = newId();
  await em.insert(Office, { id, unitId: targetId, name });
  return { id };
};

const createPerson: HouseUseCase<'person.create'> = async ({ em }, { password, ...input }) => {
  await unitOr404(em, input.unitId);
  if (input.officeId && !(await em.existsBy(Office, { id: input.officeId, unitId: input.unitId }))) {
    throw new FuhanError('request.invalid', { detail: '这个科室不在所选单位里，请重选。' });
  }
  if (await em.existsBy(Person, { account: input.account }))
    throw new FuhanError('person.account-taken', { account: input.account });
  const id = newId();
  await em.insert(Person, { id, ...input, passwordHash: await hashPassword(password) });
  return { id };
};

/** Sessions and delegations end with the account. */
const disablePerson: HouseUseCase<'person.disable'> = async ({ em, actor, now }, _input, targetId) => {
  await personOr404(em, targetId);
  if (targetId === actor.personId) throw new FuhanError('guard.failed', { detail: '不能停用自己的账号。' });
  await em.update(Person, { id: targetId }, { disabledAt: now });
  await em.delete(LoginSession, { personId: targetId });
  await endDelegations(em, targetId, now);
  await announce(em, [{ person: targetId }]);
  return { id: targetId };
};

const setDuties: HouseUseCase<'person.setDuties'> = async ({ em, actor, now }, { duties }, targetId) => {
  await personOr404(em, targetId);
  if (targetId === actor.personId) throw new FuhanError('guard.failed', { detail: '不能改自己的职责。' });
  const held = [...new Set(duties)] as PersonDuty['duty'][];
  if (!dutiesAreCompatible(held))
    throw new FuhanError('guard.failed', {
      detail: '系统、安全、审计管理员各由专人担任，不能兼任其他职责。',
    });
  if (held.some((duty) => allDuties[duty].admin)) await endDelegations(em, targetId, now);
  await em.delete(PersonDuty, { personId: targetId });
  if (held.length > 0)
    await em.insert(
      PersonDuty,
      held.map((duty) => ({ personId: targetId, duty })),
    );
  return { id: targetId };
};

/** Every use case on units and people. */
export const houseUseCases: { readonly [N in IdentityActionName]: HouseUseCase<N> } = {
  'unit.create': createUnit,
  'unit.rename': renameUnit,
  'unit.addOffice': addOffice,
  'person.create': createPerson,
  'person.disable': disablePerson,
  'person.delegate': delegateDuties,
  'delegation.revoke': revokeDelegation,
  'person.setDuties': setDuties,
};
