import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PassageSource, ShownPassage } from '../case/entities';
import { wordsOfUnit } from '../drafting/provenance';

/** The passages of a draft that rest on a unit's opinion: `w` in its section `ws`. Both arguments are SQL. */
export const ownWordsFrom = (draft: string, unit: string): string =>
  `passage w JOIN draft_section ws ON ws.id = w.section_id LEFT JOIN suggestion wg ON wg.id = ws.suggestion_id
   WHERE ws.draft_id = ${draft} AND EXISTS (SELECT 1 FROM passage_source x WHERE x.passage_id = w.id AND x.unit_id = ${unit})`;

/** Of the passages a unit's words are in, as they stand now, in SQL: the same as `digestOf`. */
export const ownWordsDigest = (draft: string, unit: string): string =>
  `(SELECT encode(sha256(convert_to(coalesce(string_agg(w.body, chr(10) ORDER BY ws.ordinal, w.ordinal), ''), 'UTF8')), 'hex')
    FROM ${ownWordsFrom(draft, unit)})`;

type Found = ShownPassage & { readonly sources: readonly Pick<PassageSource, 'text' | 'unitId'>[] };

/** SHA-256 of whole passages: whoever changes a word beside a unit's own asks the unit again. */
const digestOf = (found: readonly Found[]): string =>
  createHash('sha256')
    .update(found.map(({ body }) => body).join('\n'))
    .digest('hex');

/** What a co-handler is shown: its own words in the reply, each under its section; nothing else of the draft. */
export async function ownWords(
  em: EntityManager,
  draftId: string,
  unitId: string,
): Promise<{ shown: ShownPassage[]; digest: string }> {
  const found = (await em.query(
    `SELECT coalesce(ws.heading, wg.title, '') AS section, w.body,
       (SELECT json_agg(json_build_object('text', s.text, 'unitId', s.unit_id) ORDER BY s.ordinal)
        FROM passage_source s WHERE s.passage_id = w.id) AS sources
     FROM ${ownWordsFrom('$1', '$2')} ORDER BY ws.ordinal, w.ordinal`,
    [draftId, unitId],
  )) as Found[];
  const shown = found.map(({ section, body, sources }) => ({
    section,
    body: wordsOfUnit(body, sources, unitId),
  }));
  return { shown, digest: digestOf(found) };
}
