import { FuhanError } from '@fuhan/kernel';
import { inTransaction } from '@fuhan/platform';
import { type ActionName, stateLabel, transitionOf } from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { ContactRecord, type Delivery, Draft, HistoryEntry, type Letter } from './case/entities';
import type { PersonalLinks } from './case/links';
import { openLink } from './outside.usecases';

/** What a proposer says to the record of a talk. */
export interface ContactAnswer {
  readonly confirmed: boolean;
  readonly remark: string | null;
}

/** The talks the unit has on record with this proposer about this letter; struck ones are not shown. */
export async function contactsOfLink(
  em: EntityManager,
  { delivery, letter }: { delivery: Delivery; letter: Letter },
): Promise<ContactRecord[]> {
  const { assignmentId } = await em.findOneByOrFail(Draft, { id: letter.draftId });
  const records = await em.find(ContactRecord, { where: { assignmentId }, order: { heldOn: 'ASC' } });
  return records.filter(
    ({ state, proposerIds }) => state !== 'struck' && proposerIds.some((id) => id === delivery.proposerId),
  );
}

const targetState = (action: ActionName): { from: readonly string[]; to: string } => {
  const row = transitionOf('contact_record', action);
  if (!row || row.from === 'none') throw new Error(`the contact_record table has no row for ${action}`);
  return { from: row.from, to: row.to };
};

/**
 * The proposer confirms or denies, on the personal link, that a talk took place: once.
 * @throws FuhanError `link.dead`, `request.not-found`, `state.moved-on`
 */
export async function answerContact(
  dataSource: DataSource,
  links: PersonalLinks,
  { token, contactId, now }: { token: string; contactId: string; now: Date },
  { confirmed, remark }: ContactAnswer,
): Promise<void> {
  const action = confirmed ? 'contactRecord.confirm' : 'contactRecord.deny';
  const { from, to } = targetState(action);
  await inTransaction(dataSource, async (em) => {
    const opened = await openLink(em, links, token);
    const known = (await contactsOfLink(em, opened)).find(({ id }) => id === contactId);
    if (!known) throw new FuhanError('request.not-found');
    const { recipientName, proposalId } = opened.delivery;
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
