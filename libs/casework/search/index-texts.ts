import { createHash } from 'node:crypto';
import { plainText, tokensOf } from '@fuhan/knowledge';
import { inTransaction } from '@fuhan/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { type SearchText, textsOfCases, textsOfPolicies } from './texts.queries';

/** So many marks are worked off in one transaction. */
const AT_ONCE = 50;

interface Mark {
  readonly id: string;
  readonly kind: 'proposal' | 'policy';
  readonly targetId: string;
}

/** The year stands among the words: the newest of many finds are then found without a look at the others. */
const yearToken = (day: string): string => `@${day.slice(0, 4)}`;
const write = `
  INSERT INTO search_document (kind, source_id, proposal_id, unit_id, shared, day, title, body, digest, words)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, array_to_tsvector($10::text[]))
  ON CONFLICT (kind, source_id) DO UPDATE SET (proposal_id, unit_id, shared, day, title, body, digest, words)
    = (EXCLUDED.proposal_id, EXCLUDED.unit_id, EXCLUDED.shared, EXCLUDED.day, EXCLUDED.title, EXCLUDED.body, EXCLUDED.digest, EXCLUDED.words)`;

/** Writes one text with what it is found by; what stands there unchanged is left. */
export async function writeText(em: EntityManager, text: SearchText, before?: string): Promise<void> {
  const { kind, sourceId, proposalId, unitId, shared, day } = text;
  const title = plainText(text.title);
  const body = plainText(text.body);
  const row = [kind, sourceId, proposalId, unitId, shared, day, title, body];
  const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex');
  if (digest === before) return;
  await em.query(write, [...row, digest, [...tokensOf(`${title}\n${body}`), yearToken(day)]]);
}

/** Brings the index of some cases and documents to what they say now; what is no longer there is taken out. */
async function bringUpToDate(em: EntityManager, marks: readonly Mark[]): Promise<void> {
  const of = (kind: Mark['kind']): string[] => [
    ...new Set(marks.filter((mark) => mark.kind === kind).map(({ targetId }) => targetId)),
  ];
  const [cases, policies] = [of('proposal'), of('policy')];
  const known = (await em.query(
    `SELECT kind, source_id AS "sourceId", digest FROM search_document WHERE proposal_id = ANY ($1)
       OR (kind = 'proposal' AND source_id = ANY ($1)) OR (kind = 'policy' AND source_id = ANY ($2))`,
    [cases, policies],
  )) as { kind: string; sourceId: string; digest: string }[];
  const digests = new Map(known.map(({ kind, sourceId, digest }) => [`${kind} ${sourceId}`, digest]));
  const texts = [...(await textsOfCases(em, cases)), ...(await textsOfPolicies(em, policies))];
  for (const text of texts) await writeText(em, text, digests.get(`${text.kind} ${text.sourceId}`));
  const there = new Set(texts.map(({ kind, sourceId }) => `${kind} ${sourceId}`));
  // A proposal merged into one of these cases stands there too, and has marks of its own.
  for (const { kind, sourceId } of known)
    if (!there.has(`${kind} ${sourceId}`) && (kind !== 'proposal' || cases.includes(sourceId)))
      await em.query('DELETE FROM search_document WHERE kind = $1 AND source_id = $2', [kind, sourceId]);
}

/**
 * Works off what was marked, the oldest first. One at a time in all processes: who comes second would write what it read too early.
 * @returns how many marks it worked off; 0 where there are none, or another is at it
 */
export const indexMarked = (dataSource: DataSource): Promise<number> =>
  inTransaction(dataSource, async (em) => {
    const [{ mine }] = (await em.query(
      `SELECT EXISTS (SELECT 1 FROM search_mark) AND pg_try_advisory_xact_lock(hashtext('fuhan.search')) AS mine`,
    )) as [{ mine: boolean }];
    if (!mine) return 0;
    const marks = (await em.query(
      `SELECT id, kind, target_id AS "targetId" FROM search_mark ORDER BY id LIMIT $1`,
      [AT_ONCE],
    )) as Mark[];
    await bringUpToDate(em, marks);
    await em.query('DELETE FROM search_mark WHERE id = ANY ($1::bigint[])', [marks.map(({ id }) => id)]);
    return marks.length;
  });

/** Works off all that is marked. */
export async function indexAllMarked(dataSource: DataSource): Promise<void> {
  while ((await indexMarked(dataSource)) > 0);
}
