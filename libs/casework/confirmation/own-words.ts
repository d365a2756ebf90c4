import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ShownPassage } from '../case/entities';

/** The passages of a draft that rest on a unit's opinion: `w` in its section `ws`. Both arguments are SQL. */
export const ownWordsFrom = (draft: string, unit: string): string =>
  `passage w JOIN draft_section ws ON ws.id = w.section_id LEFT JOIN suggestion wg ON wg.id = ws.suggestion_id
   WHERE ws.draft_id = ${draft} AND EXISTS (SELECT 1 FROM passage_source x WHERE x.passage_id = w.id AND x.unit_id = ${unit})`;

/** Of a unit's words as they stand now, in SQL: the same as `digestOf`. */
export const ownWordsDigest = (draft: string, unit: string): string =>
  `(SELECT encode(sha256(convert_to(coalesce(string_agg(w.body, chr(10) ORDER BY ws.ordinal, w.ordinal), ''), 'UTF8')), 'hex')
    FROM ${ownWordsFrom(draft, unit)})`;

/** SHA-256 of a unit's words as it was shown them. */
export const digestOf = (shown: readonly ShownPassage[]): string =>
  createHash('sha256')
    .update(shown.map(({ body }) => body).join('\n'))
    .digest('hex');

/** What a co-handler is shown: its own words in the reply, each under its section; nothing else of the draft. */
export const ownWords = (em: EntityManager, draftId: string, unitId: string): Promise<ShownPassage[]> =>
  em.query(
    `SELECT coalesce(ws.heading, wg.title, '') AS section, w.body FROM ${ownWordsFrom('$1', '$2')} ORDER BY ws.ordinal, w.ordinal`,
    [draftId, unitId],
  ) as Promise<ShownPassage[]>;
