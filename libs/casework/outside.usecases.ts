import { FuhanError } from '@fuhan/kernel';
import { announce, inTransaction } from '@fuhan/platform';
import { machines } from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import type { PersonalLinks } from './case/links';
import { Delivery, HistoryEntry, Letter } from './case/entities';

/** The delivery and letter behind a personal link. @throws FuhanError `link.dead` */
export async function openLink(
  em: EntityManager,
  links: PersonalLinks,
  token: string,
): Promise<{ delivery: Delivery; letter: Letter }> {
  const delivery = await em.findOneBy(Delivery, { tokenHash: links.digestOf(token) });
  const letter = delivery && (await em.findOneBy(Letter, { id: delivery.letterId }));
  if (!delivery || !letter) throw new FuhanError('link.dead');
  return { delivery, letter };
}

/** What became of a letter after it went out: withdrawn, replaced, corrected. Only letters that are out themselves are named. */
export async function afterwards(
  em: EntityManager,
  letter: Letter,
): Promise<{ withdrawn: { reason: string; replacedBy: string | null } | null; correctedBy: string[] }> {
  const replacement = await em.findOneBy(Letter, { replacesId: letter.id, state: 'delivered' });
  const corrections = (await em.query(
    `SELECT l.document_number AS number FROM draft d JOIN letter l ON l.draft_id = d.id
     WHERE d.corrects_id = $1 AND l.state = 'delivered' ORDER BY l.issued_at`,
    [letter.id],
  )) as { number: string }[];
  return {
    withdrawn:
      letter.state === 'withdrawn'
        ? { reason: letter.withdrawal?.reason ?? '', replacedBy: replacement?.documentNumber ?? null }
        : null,
    correctedBy: corrections.map(({ number }) => number),
  };
}

/** The proposer has the letter open: the receipt. Opening it again changes nothing. */
export async function receiveByLink(
  dataSource: DataSource,
  links: PersonalLinks,
  token: string,
  now: Date,
): Promise<void> {
  await inTransaction(dataSource, async (em) => {
    const { delivery } = await openLink(em, links, token);
    const row = machines.delivery.transitions.find(({ action }) => action === 'delivery.open');
    if (!row || row.from === 'none') throw new Error('the delivery table has no row for delivery.open');
    const result = await em
      .createQueryBuilder()
      .update(Delivery)
      .set({ state: row.to, receivedAt: now, receivedBy: delivery.recipientName })
      .where('id = :id AND state = ANY(:from)', { id: delivery.id, from: row.from })
      .execute();
    if (result.affected === 0) return;
    await announce(em, [{ case: delivery.proposalId, by: null }]);
    await em.insert(HistoryEntry, {
      proposalId: delivery.proposalId,
      at: now,
      personId: null,
      actor: delivery.recipientName,
      action: 'delivery.open',
      objectId: delivery.id,
      words: `${delivery.recipientName}打开了答复函。`,
    });
  });
}
