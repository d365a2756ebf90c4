import type { searchAnswer, searchQuery } from '@fuhan/contracts';
import { type DateString, FuhanError } from '@fuhan/kernel';
import { excerptOf, marked, readSought, type Sought } from '@fuhan/knowledge';
import { type Actor, searchKinds, type Stage, stageOf, stages } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { SearchKind } from '../case/search.entities';
import { loadSnapshots } from '../case/snapshot.queries';
import { live, mayFind, scopeOf } from './may-find';

export type SearchAnswer = z.input<typeof searchAnswer>;
type Asked = z.output<typeof searchQuery>;

/** So many finds are counted, ordered and paged through: who has more writes another word. */
export const MOST_FOUND = 200;
/** So many years are looked through first, the newest before the older: most searches end there. */
const RECENT_YEARS = 12;
/** So far back the newest of many finds are looked for, year by year. */
const FIRST_YEAR = 2000;

const ofCase = (condition: string): string => `d.proposal_id IN (SELECT ${condition})`;
const ofEarlier = (condition: string): string =>
  `d.kind = 'earlier' AND d.source_id IN (SELECT ${condition})`;
const wanted = `($5::text IS NULL OR d.kind = $5)
  AND ($6::uuid IS NULL OR d.unit_id = $6 OR ${ofCase(`a.proposal_id FROM assignment a WHERE a.unit_id = $6 AND ${live}`)}
    OR ${ofEarlier('e.letter_id FROM earlier_letter_unit e WHERE e.unit_id = $6')})
  AND ($7::text IS NULL OR ${ofCase('l.proposal_id FROM letter l WHERE l.outcome_class = $7')}
    OR ${ofEarlier('e.id FROM earlier_letter e WHERE e.outcome_class = $7')})
  AND ($8::text IS NULL OR ${ofCase(`coalesce(p.merged_into_id, p.id) FROM proposer r JOIN proposal p ON p.id = r.proposal_id WHERE r.name LIKE $8`)}
    OR ${ofEarlier(`e.id FROM earlier_letter e WHERE e.reading->>'addressees' LIKE $8`)})`;

/** That the words stand there as written: `lower` only where a term has letters with a case, since it takes most of the time. */
function written(terms: readonly string[]): string {
  const cased = terms.some((term) => term !== term.toUpperCase());
  const of = (column: string): string => (cased ? `lower(${column})` : column);
  const stands = (i: number): string =>
    `(strpos(${of('d.body')}, ($4::text[])[${i + 1}]) > 0 OR strpos(${of('d.title')}, ($4::text[])[${i + 1}]) > 0)`;
  return ['$4::text[] IS NOT NULL', ...terms.map((_, i) => stands(i))].join(' AND ');
}

const columns = `d.kind, d.source_id AS "sourceId", d.proposal_id AS "proposalId", d.day::text AS day, d.title FROM search_document d`;
/** Year after year from `$10` down to `$11`, in one statement that ends where it has enough: an index of words has no order of its own. */
const walkSql = (exact: string): string => `
  SELECT f.* FROM generate_series($10::int, $11::int, -1) AS y CROSS JOIN LATERAL (
    SELECT ${columns} WHERE d.words @@ format('%s & ''@%s''', $3::text, y)::tsquery AND ${mayFind} AND ${wanted} AND ${exact} LIMIT $9) f LIMIT $9`;
/** Whatever is dated outside of these years, in no order. */
const beyondSql = (exact: string): string => `
  SELECT ${columns} WHERE d.words @@ $3::tsquery AND NOT d.day BETWEEN make_date($11::int, 1, 1) AND make_date($10::int, 12, 31)
    AND ${mayFind} AND ${wanted} AND ${exact} LIMIT $9`;

interface Found {
  readonly kind: SearchKind;
  readonly sourceId: string;
  readonly proposalId: string | null;
  readonly day: DateString;
  readonly title: string;
}

const like = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** The finds, and whether there are more than are counted: then they are the newest ones. */
async function find(
  em: EntityManager,
  actor: Actor,
  sought: Sought,
  asked: Asked,
  thisYear: number,
): Promise<{ found: Found[]; more: boolean }> {
  const { kind = null, year, unit = null, outcomeClass = null, proposer } = asked;
  const rest = [sought.exact, kind, unit, outcomeClass, proposer ? like(proposer) : null];
  const exact = written(sought.exact);
  const ask = (sql: (exact: string) => string, most: number, from: number, to: number): Promise<Found[]> =>
    em.query(sql(exact), [...scopeOf(actor), sought.tsquery, ...rest, most, from, to]);
  const enough = MOST_FOUND + 1;
  const from = year ?? thisYear + 1;
  const to = year ?? from - RECENT_YEARS + 1;
  const found = await ask(walkSql, enough, from, to);
  const room = enough - found.length;
  if (room > 0 && year === undefined) {
    const others = await ask(beyondSql, room, from, to);
    // Few are all of them; of many the newest are wanted.
    found.push(...(others.length < room ? others : await ask(walkSql, room, to - 1, FIRST_YEAR)));
    if (others.length === room) return { found: found.slice(0, MOST_FOUND), more: true };
  }
  return { found: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND };
}

/** Where the cases stand that the finds belong to. */
async function stagesOf(
  em: EntityManager,
  found: readonly Found[],
  today: DateString,
): Promise<ReadonlyMap<string, Stage>> {
  const ids = [...new Set(found.flatMap(({ proposalId }) => proposalId ?? []))];
  const snapshots = await loadSnapshots(em, ids, today);
  return new Map(snapshots.map((snapshot) => [snapshot.proposal.id, stageOf(snapshot)]));
}

/** Whose title has all the words stands first, the newer before the older. */
const ordered = (found: readonly Found[], terms: readonly string[]): Found[] => {
  const named = ({ title }: Found): number =>
    terms.every((term) => title.toLowerCase().includes(term)) ? 0 : 1;
  return [...found].sort(
    (a, b) =>
      named(a) - named(b) ||
      b.day.localeCompare(a.day) ||
      a.title.localeCompare(b.title, 'zh') ||
      a.kind.localeCompare(b.kind),
  );
};

interface Shown {
  readonly kind: SearchKind;
  readonly sourceId: string;
  readonly body: string;
  readonly number: string | null;
  readonly unit: string | null;
}
/** By kind and source, as the key has them: by the source alone the whole table would be read. */
const showSql = `SELECT d.kind, d.source_id AS "sourceId", d.body, coalesce(p.number, e.reading->>'proposalNumber') AS number,
    coalesce(u.short_name, e.reading->>'issuer') AS unit FROM search_document d
  LEFT JOIN proposal p ON p.id = d.proposal_id LEFT JOIN unit u ON u.id = d.unit_id
  LEFT JOIN earlier_letter e ON e.id = d.source_id AND d.kind = 'earlier'
  WHERE (d.kind, d.source_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))`;

async function shown(
  em: EntityManager,
  page: readonly Found[],
  terms: readonly string[],
  stageOfCase: ReadonlyMap<string, Stage>,
): Promise<SearchAnswer['items']> {
  const [kinds, ids] = [page.map(({ kind }) => kind), page.map(({ sourceId }) => sourceId)];
  const rows = (await em.query(showSql, [kinds, ids])) as Shown[];
  return page.flatMap(({ kind, sourceId, proposalId, day, title }) => {
    const row = rows.find((each) => each.kind === kind && each.sourceId === sourceId);
    const stage = proposalId === null ? undefined : stageOfCase.get(proposalId);
    if (!row) return [];
    return {
      ...{ kind, kindLabel: searchKinds[kind], sourceId, proposalId, day },
      ...{ number: row.number, unit: row.unit, stageLabel: stage ? stages[stage] : null },
      title: marked(title, terms),
      excerpt: excerptOf(row.body, terms),
    };
  });
}

/**
 * 全文检索: what has all the words and may be read by this person.
 * @throws FuhanError `search.nothing` where there is no word to look for
 */
export async function search(
  em: EntityManager,
  actor: Actor,
  asked: Asked,
  today: DateString,
): Promise<SearchAnswer> {
  const sought = readSought(asked.q);
  if (!sought) throw new FuhanError('search.nothing');
  const { found: all, more } = await find(em, actor, sought, asked, Number(today.slice(0, 4)));
  const { stage, offset, limit } = asked;
  const wantedStages = stage === undefined ? null : await stagesOf(em, all, today);
  const found = wantedStages
    ? all.filter(({ proposalId }) => proposalId !== null && wantedStages.get(proposalId) === stage)
    : all;
  const page = ordered(found, sought.terms).slice(offset, offset + limit);
  const known = wantedStages ?? (await stagesOf(em, page, today));
  return {
    terms: [...sought.terms],
    total: found.length,
    more,
    items: await shown(em, page, sought.terms, known),
  };
}
