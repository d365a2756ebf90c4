import { createHash } from 'node:crypto';
import type { NoticeOutlet, WrittenNotice } from '@fuhan/clocks';
import { Person } from '@fuhan/identity';
import { newId } from '@fuhan/kernel';
import { dispatchRetryMinutes, type OutboxMessage, writeOutbox } from '@fuhan/platform';
import {
  channelsFor,
  type NoticeKind,
  noticeKindOf,
  type OutsideChannel,
  type PersonalChannel,
  personalChannels,
} from '@fuhan/rules';
import { type EntityManager, In, IsNull } from 'typeorm';
import { mailAddressOf, mobileOf } from '../addresses';
import { NoticeChoice, NoticeDispatch, Webhook } from '../entities';

/** How often a dispatch is tried before it is dead. */
export const TRIES = dispatchRetryMinutes.length + 1;

/** What the planning of one batch of notices needs to know. */
interface Directory {
  readonly people: ReadonlyMap<string, Person>;
  readonly choices: ReadonlyMap<string, readonly PersonalChannel[]>;
  readonly webhooks: readonly Webhook[];
}

const choiceKey = (personId: string, kind: string): string => `${personId} ${kind}`;

async function look(em: EntityManager, notices: readonly WrittenNotice[]): Promise<Directory> {
  const personIds = [...new Set(notices.map(({ personId }) => personId))];
  const people = await em.findBy(Person, { id: In(personIds) });
  const unitIds = [...new Set(people.map(({ unitId }) => unitId))];
  const choices = await em.findBy(NoticeChoice, { personId: In(personIds) });
  return {
    people: new Map(people.map((person) => [person.id, person])),
    choices: new Map(choices.map(({ personId, kind, channels }) => [choiceKey(personId, kind), channels])),
    webhooks: await em.findBy(Webhook, { unitId: In(unitIds), removedAt: IsNull() }),
  };
}

/** A person's address for a channel; null where there is none that could be right. */
export const addressOf = (person: Person, channel: PersonalChannel): string | null =>
  channel === 'mail' ? mailAddressOf(person.mail) : mobileOf(person.phone);

/** A robot hears of one happening once, however many of its unit are told. */
const robotKey = (webhookId: string, source: string): string =>
  createHash('sha256').update(`${webhookId} ${source}`).digest('hex').slice(0, 32);

type Target = Pick<NoticeDispatch, 'channel' | 'address'> & { readonly key: string | null };

function targetsOf(notice: WrittenNotice, directory: Directory, open: ReadonlySet<OutsideChannel>): Target[] {
  const person = directory.people.get(notice.personId);
  if (!person || person.disabledAt) return [];
  const kind: NoticeKind = noticeKindOf(notice.kind);
  const addresses = new Map(
    personalChannels
      .filter((channel) => open.has(channel))
      .map((channel) => [channel, addressOf(person, channel)] as const)
      .filter((entry): entry is [PersonalChannel, string] => entry[1] !== null),
  );
  const choice = directory.choices.get(choiceKey(person.id, kind)) ?? null;
  const personal = channelsFor(kind, choice, [...addresses.keys()]).map((channel): Target => {
    return { channel, address: addresses.get(channel) ?? '', key: null };
  });
  const robots = directory.webhooks
    .filter(({ unitId, kinds }) => open.has('webhook') && unitId === person.unitId && kinds.includes(kind))
    .map(({ id }): Target => ({ channel: 'webhook', address: id, key: robotKey(id, notice.source) }));
  return [...personal, ...robots];
}

const dispatchOf = (notice: WrittenNotice, { channel, address, key }: Target): NoticeDispatch => {
  const id = newId();
  return {
    ...{ id, channel, address },
    noticeId: notice.id,
    state: 'waiting',
    attempt: 0,
    attemptsLeft: TRIES,
    nextAt: notice.createdAt,
    idempotencyKey: key ?? id,
    providerId: null,
    error: null,
    createdAt: notice.createdAt,
    startedAt: null,
    endedAt: null,
  };
};

/** The queue's job for the next attempt. */
export const sendJob = ({ id, attempt, nextAt }: NoticeDispatch): OutboxMessage => ({
  topic: 'dispatch.send',
  payload: { dispatchId: id, attempt, runAt: nextAt.toISOString() },
});

/**
 * Plans which way each new notice leaves the house, in the notice's own transaction: rows and outbox messages, nothing is sent here.
 * @param open the channels that are set up; for the others nothing is left lying
 */
export const planDispatches =
  (open: ReadonlySet<OutsideChannel>): NoticeOutlet =>
  async (em, notices) => {
    if (notices.length === 0 || open.size === 0) return;
    const directory = await look(em, notices);
    const planned = notices.flatMap((notice) =>
      targetsOf(notice, directory, open).map((target) => dispatchOf(notice, target)),
    );
    if (planned.length === 0) return;
    const result = await em
      .createQueryBuilder()
      .insert()
      .into(NoticeDispatch)
      .values(planned)
      .orIgnore()
      .returning('id')
      .execute();
    const written = new Set((result.raw as { id: string }[]).map(({ id }) => id));
    await writeOutbox(em, planned.filter(({ id }) => written.has(id)).map(sendJob));
  };
