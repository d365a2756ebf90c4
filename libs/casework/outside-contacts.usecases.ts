import { contactWays } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { inTransaction } from '@fuhan/platform';
import { type ActionName, stateLabel, transitionOf } from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { ContactRecord, type Delivery, Draft, HistoryEntry, type Letter } from './case/entities';

/** What a proposer says to the record of a talk. */
export interface ContactAnswer {
  readonly confirmed: boolean;
  readonly remark: string | null;
}

/** Whose links they are, and about whose reply: what a proposer may say something to. */
export interface Link {
  readonly proposalId: string;
  readonly assignmentId: string;
  readonly proposerId: string | null;
  readonly recipient: string;
}

/** A letter's personal link. */
export async function letterLink(
  em: EntityManager,
  { delivery, letter }: { delivery: Delivery; letter: Letter },
): Promise<Link> {
  const { assignmentId } = await em.findOneByOrFail(Draft, { id: letter.draftId });
  const { proposalId, proposerId, recipientName: recipient } = delivery;
  return { proposalId, assignmentId, proposerId, recipient };
}

/** The talks the unit has on record with this proposer; struck ones are not shown. */
export async function contactsOfLink(em: EntityManager, link: Link): Promise<ContactRecord[]> {
  const { assignmentId, proposerId } = link;
  const records = await em.find(ContactRecord, { where: { assignmentId }, order: { heldOn: 'ASC' } });
  return records.filter(
    ({ state, proposerIds }) => state !== 'struck' && proposerIds.some((id) => id === proposerId),
  );
}

/** The same as a page of the proposer shows them. */
export const shownContacts = (records: readonly ContactRecord[]) =>
  records.map(({ id, way, heldOn, place, people, said, outcome, state }) => ({
    ...{ id, way: contactWays[way], heldOn, place, people, said, outcome },
    state: state as 'recorded' | 'confirmed' | 'denied',
    stateLabel: stateLabel('contact_record', state),
  }));

const targetState = (action: ActionName): { from: readonly string[]; to: string } => {
  const row = transitionOf('contact_record', action);
  if (!row || row.from === 'none') throw new Error(`the contact_record table has no row for ${action}`);
  return { from: row.from, to: row.to };
};

/**
 * The proposer confirms or denies, on a link of its own, that a talk took place: once.
 * @param open finds whose link it is
 * @throws FuhanError `link.dead`, `request.not-found`, `state.moved-on`
 */
export async function answerContact(
  dataSource: DataSource,
  open: (em: EntityManager) => Promise<Link>,
  { contactId, now }: { contactId: string; now: Date },
  { confirmed, remark }: ContactAnswer,
): Promise<void> {
  const action = confirmed ? 'contactRecord.confirm' : 'contactRecord.deny';
  const { from, to } = targetState(action);
  await inTransaction(dataSource, async (em) => {
    const link = await open(em);
    const known = (await contactsOfLink(em, link)).find(({ id }) => id === contactId);
    if (!known) throw new FuhanError('request.not-found');
    const { recipient: recipientName, proposalId } = link;
    const result = await em
      .createQueryBuilder()
      .update(ContactRecord)
      .set({
        state: to as ContactRecord['state'],
        answer: remark,
        answeredAt: now,
        answeredBy: recipientName,
      })
      .where('id = :id AND state = ANY(:from)', { id: contactId, from })
      .execute();
    if (result.affected === 0) {
      const { state } = await em.findOneByOrFail(ContactRecord, { id: contactId });
      throw new FuhanError('state.moved-on', {
        action: confirmed ? '确认沟通' : '否认沟通',
        state: stateLabel('contact_record', state),
      });
    }
    await em.insert(HistoryEntry, {
      proposalId,
      at: now,
      personId: null,
      actor: recipientName,
      action,
      objectId: contactId,
      words: `${recipientName}${confirmed ? '确认' : '否认'}了 ${known.heldOn} 的沟通${remark ? `：${remark}` : ''}。`,
    });
  });
}
