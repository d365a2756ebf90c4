import { Person } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import {
  noticeKindNames,
  noticeKinds,
  type NoticeKind,
  type NoticeRule,
  type OutsideChannel,
  type PersonalChannel,
  personalChannels,
} from '@fuhan/rules';
import { type EntityManager, IsNull } from 'typeorm';
import { addressOf } from './dispatch/plan-dispatches';
import { NoticeChoice, Webhook } from './entities';

export interface NoticeSettings {
  readonly mail: string | null;
  readonly phone: string | null;
  /** The channels that are set up here and have an address of this person. */
  readonly reachable: readonly PersonalChannel[];
  readonly kinds: readonly {
    readonly kind: NoticeKind;
    readonly label: string;
    readonly legal: boolean;
    readonly channels: readonly PersonalChannel[];
  }[];
  /** The robots of the person's unit, by name: nobody chooses them for himself. */
  readonly robots: readonly string[];
}

const reachableOf = (person: Person, open: ReadonlySet<OutsideChannel>): PersonalChannel[] =>
  personalChannels.filter((channel) => open.has(channel) && addressOf(person, channel) !== null);

/** How a person is told of each kind of notice beside the inbox: the choice, else what is usual. */
export async function noticeSettingsOf(
  em: EntityManager,
  personId: string,
  open: ReadonlySet<OutsideChannel>,
): Promise<NoticeSettings> {
  const person = await em.findOneByOrFail(Person, { id: personId });
  const choices = await em.findBy(NoticeChoice, { personId });
  const robots = await em.find(Webhook, {
    where: { unitId: person.unitId, removedAt: IsNull() },
    order: { name: 'ASC' },
  });
  return {
    mail: person.mail,
    phone: person.phone,
    reachable: reachableOf(person, open),
    kinds: noticeKindNames.map((kind) => {
      const { label, legal, usual }: NoticeRule = noticeKinds[kind];
      const chosen = choices.find((choice) => choice.kind === kind)?.channels;
      return { kind, label, legal, channels: [...(chosen ?? usual)] };
    }),
    robots: robots.map(({ name }) => name),
  };
}

export interface NewChoices {
  readonly mail: string | null;
  readonly choices: readonly { readonly kind: NoticeKind; readonly channels: readonly PersonalChannel[] }[];
}

/**
 * Keeps a person's address and choices.
 * @throws FuhanError `notice.channel-required` when a legal notice would reach nobody outside the inbox although there is an address
 */
export async function saveNoticeSettings(
  em: EntityManager,
  personId: string,
  { mail, choices }: NewChoices,
  open: ReadonlySet<OutsideChannel>,
): Promise<void> {
  const person = await em.findOneByOrFail(Person, { id: personId });
  const reachable = reachableOf({ ...person, mail }, open);
  const silenced = choices.find(
    ({ kind, channels }) =>
      noticeKinds[kind].legal && reachable.length > 0 && !reachable.some((each) => channels.includes(each)),
  );
  if (silenced) throw new FuhanError('notice.channel-required', { kind: noticeKinds[silenced.kind].label });
  await em.update(Person, { id: personId }, { mail });
  await em.delete(NoticeChoice, { personId });
  const rows = choices.map(({ kind, channels }) => ({ personId, kind, channels: [...new Set(channels)] }));
  if (rows.length > 0) await em.insert(NoticeChoice, rows);
}
