import type { phrasesBody } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { appendAudit } from '@fuhan/platform';
import { type Actor, isReviewer } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { PhraseList } from '../case/entities';

export type Shelf = PhraseList['shelf'];
type Given = z.output<typeof phrasesBody>;

const ownerOf = (actor: Actor, shelf: Shelf): string => (shelf === 'mine' ? actor.personId : actor.unitId);

/** Whether the actor keeps the list: everyone the own one, those who review the unit's. */
export const mayKeepPhrases = (actor: Actor, shelf: Shelf): boolean =>
  shelf === 'mine' || isReviewer(actor.duties);

const listOf = async (em: EntityManager, actor: Actor, shelf: Shelf) => {
  const list = await em.findOneBy(PhraseList, { ownerId: ownerOf(actor, shelf) });
  return {
    ...{ shelf, texts: list?.texts ?? [], version: list?.version ?? 0 },
    mayKeep: mayKeepPhrases(actor, shelf),
  };
};

/** 常用语: the actor's own list and the unit's, each in its order. */
export const phraseLists = async (em: EntityManager, actor: Actor) => [
  await listOf(em, actor, 'mine'),
  await listOf(em, actor, 'unit'),
];

/** All phrases offered to the actor, the own ones first, each once. */
export const phrasesFor = async (em: EntityManager, actor: Actor): Promise<string[]> => [
  ...new Set((await phraseLists(em, actor)).flatMap(({ texts }) => texts)),
];

/**
 * Replaces a list: what was added, removed and put in order. Inside a transaction; leaves an audit entry.
 * @throws FuhanError `permission.denied`, `version.stale` when somebody else changed the list meanwhile
 */
export async function keepPhrases(em: EntityManager, actor: Actor, given: Given): Promise<void> {
  const { shelf, version } = given;
  if (!mayKeepPhrases(actor, shelf))
    throw new FuhanError('permission.denied', { action: '整理单位常用语', who: '核稿人、领导或提案办' });
  const texts = [...new Set(given.texts)];
  const ownerId = ownerOf(actor, shelf);
  const rows = (await em.query(
    `INSERT INTO phrase_list (owner_id, shelf, texts, version) SELECT $1, $2, $3::jsonb, 1 WHERE $4 = 0
     ON CONFLICT DO NOTHING RETURNING version`,
    [ownerId, shelf, JSON.stringify(texts), version],
  )) as { version: number }[];
  const changed =
    rows.length > 0 ||
    (await em.update(PhraseList, { ownerId, version }, { texts: texts as never, version: version + 1 }))
      .affected === 1;
  if (!changed) {
    const current = (await em.findOneBy(PhraseList, { ownerId }))?.version ?? 0;
    throw new FuhanError('version.stale', { current, seen: version }, { current });
  }
  const detail = { proposalId: null, targetId: ownerId };
  await appendAudit(em, { actor: actor.personId, action: 'phrases.keep', object: ownerId, detail });
}
