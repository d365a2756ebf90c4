import { delegationReasons } from '@fuhan/contracts';
import { addDays, addMonths, type DateString, FuhanError, newId, shanghaiDate } from '@fuhan/kernel';
import { writeOutbox } from '@fuhan/platform';
import { type Duty, duties as allDuties, dutiesAreCompatible } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { Delegation, Person, PersonDuty } from './entities';
import { holdPerson } from './hold-person';
import type { HouseUseCase } from './house-use-case';

interface Period {
  readonly fromOn: DateString;
  readonly untilOn: DateString;
}

/** Longer than this is no absence: the security administrator changes the duties then. */
const LONGEST_MONTHS = 12;

function checkPeriod({ fromOn, untilOn }: Period, today: DateString): void {
  const wrong = (detail: string): FuhanError => new FuhanError('delegation.period', { detail });
  if (fromOn < today) throw wrong('不能从已经过去的日子起。请从今天或以后选起。');
  if (untilOn < fromOn) throw wrong('“到哪天止”早于“从哪天起”。请核对两个日期。');
  if (untilOn > addDays(addMonths(fromOn, LONGEST_MONTHS), -1))
    throw wrong(`最长 ${LONGEST_MONTHS} 个月。更久的请由安全管理员调整职责。`);
}

const dutiesOf = async (em: EntityManager, personId: string): Promise<Duty[]> =>
  (await em.findBy(PersonDuty, { personId })).map(({ duty }) => duty);

/** Delegations from or to one of the people that share a day with the period. */
const sharingDays = (
  em: EntityManager,
  people: readonly string[],
  { fromOn, untilOn }: Period,
): Promise<Delegation[]> =>
  em
    .createQueryBuilder(Delegation, 'd')
    .where('d.revokedAt IS NULL AND d.fromOn <= :untilOn AND d.untilOn >= :fromOn', { fromOn, untilOn })
    .andWhere('(d.fromPerson = ANY(:people) OR d.toPerson = ANY(:people))', { people })
    .orderBy('d.fromOn')
    .getMany();

/** No duty is with two people at once, and what came from another goes no further. */
async function refuseClashes(
  em: EntityManager,
  from: Person,
  to: Person,
  input: Period & { readonly duties: readonly string[] },
): Promise<void> {
  const others = await sharingDays(em, [from.id, to.id], input);
  const standsIn = others.find(({ toPerson }) => toPerson === from.id);
  const away = others.find(({ fromPerson }) => fromPerson === to.id);
  const chain = standsIn ?? away;
  if (chain)
    throw new FuhanError('delegation.chain', {
      name: standsIn ? '您' : to.name,
      from: chain.fromOn,
      until: chain.untilOn,
      why: standsIn ? '正受同事委托代办' : '自己也已委托别人代办',
    });
  for (const other of others.filter(({ fromPerson }) => fromPerson === from.id)) {
    const twice = other.duties.find((duty) => input.duties.includes(duty));
    if (twice === undefined) continue;
    const { name } = await em.findOneByOrFail(Person, { id: other.toPerson });
    throw new FuhanError('delegation.overlap', {
      duty: allDuties[twice].label,
      from: other.fromOn,
      until: other.untilOn,
      name,
    });
  }
}

/** 委托代办: the person's own duties, to a colleague of the same unit, for some days. The door has locked the person's row. */
export const delegateDuties: HouseUseCase<'person.delegate'> = async ({ em, actor, now }, input, id) => {
  if (id !== actor.personId)
    throw new FuhanError('guard.failed', { detail: '只能委托自己的职责，不能替别人委托。' });
  checkPeriod(input, shanghaiDate(now));
  const from = await em.findOneByOrFail(Person, { id });
  const own = await dutiesOf(em, id);
  const duties = own.filter((duty) => input.duties.includes(duty));
  if (duties.length < new Set(input.duties).size)
    throw new FuhanError('guard.failed', {
      detail: '只能委托自己担任的职责，受托代办的不能再转委托。请重选。',
    });
  const to = await holdPerson(em, input.toPersonId);
  const fit = to !== null && to.id !== id && to.unitId === from.unitId && to.disabledAt === null;
  if (!fit || !dutiesAreCompatible([...(await dutiesOf(em, to.id)), ...duties]))
    throw new FuhanError('guard.failed', {
      detail: '只能委托给本单位的同事，并且不能是自己、管理员或已停用的账号。请另选一人。',
    });
  await refuseClashes(em, from, to, input);
  const { fromOn, untilOn, reason } = input;
  const delegation = { id: newId(), fromPerson: id, toPerson: to.id, duties, fromOn, untilOn, reason };
  await em.insert(Delegation, { ...delegation, createdAt: now });
  const labels = duties.map((duty) => allDuties[duty].label).join('、');
  const title = `${from.name}${delegationReasons[reason]}，${fromOn} 至 ${untilOn} 委托您代办：${labels}`;
  await tellOf(em, to.id, title);
  return { id: delegation.id };
};

const tellOf = (em: EntityManager, personId: string, title: string): Promise<void> =>
  writeOutbox(em, [
    {
      topic: 'notice.tell',
      payload: { kind: 'delegated', title, body: '', link: '/delegations', audiences: [{ personId }] },
    },
  ]);

/** 结束委托: by who delegated, or by who stands in. */
export const revokeDelegation: HouseUseCase<'delegation.revoke'> = async ({ em, actor, now }, _input, id) => {
  const delegation = await em.findOneBy(Delegation, { id });
  const own = delegation && [delegation.fromPerson, delegation.toPerson].includes(actor.personId);
  if (!own) throw new FuhanError('request.not-found');
  const { affected } = await em
    .createQueryBuilder()
    .update(Delegation)
    .set({ revokedAt: now })
    .where('id = :id AND revokedAt IS NULL AND untilOn >= :today', { id, today: shanghaiDate(now) })
    .execute();
  if (affected === 0) throw new FuhanError('guard.failed', { detail: '这项委托已经结束。' });
  const other = delegation.fromPerson === actor.personId ? delegation.toPerson : delegation.fromPerson;
  await tellOf(em, other, `${actor.name}结束了 ${delegation.fromOn} 至 ${delegation.untilOn} 的委托代办`);
  return { id };
};

/** Ends everything a person delegated or was delegated: the account is no longer one of a colleague at work. */
export const endDelegations = async (em: EntityManager, personId: string, now: Date): Promise<void> => {
  await em
    .createQueryBuilder()
    .update(Delegation)
    .set({ revokedAt: now })
    .where('revokedAt IS NULL AND (fromPerson = :personId OR toPerson = :personId)', { personId })
    .execute();
};
