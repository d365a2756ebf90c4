import type { searchAnswer, searchQuery } from '@fuhan/contracts';
import { type DateString, FuhanError } from '@fuhan/kernel';
import { excerptOf, marked, readSought, type Sought } from '@fuhan/knowledge';
import { type Actor, searchKinds, type Stage, stageOf, stages } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { SearchKind } from '../case/search.entities';
import { loadSnapshots } from '../case/snapshot.queries';
import { yearLexeme } from './index-texts';
import { live, mayFind, scopeOf } from './may-find';

export type SearchAnswer = z.input<typeof searchAnswer>;
type Asked = z.output<typeof searchQuery>;

/** So many finds are counted, ordered and paged through: who has more writes another word. */
export const MOST_FOUND = 200;
/** So far back the newest of many finds are looked for, year by year. */
const FIRST_YEAR = 2000;

const ofCase = (condition: string): string => `d.proposal_id IN (SELECT ${condition})`;
const ofEarlier = (condition: string): string =>
  `d.kind = 'earlier' AND d.source_id IN (SELECT ${condition})`;
const wanted = `($5::text IS NULL OR d.kind = $5) AND ($6::int IS NULL OR (d.day >= make_date($6, 1, 1) AND d.day <= make_date($6, 12, 31)))
  AND ($7::uuid IS NULL OR d.unit_id = $7 OR ${ofCase(`a.proposal_id FROM assignment a WHERE a.unit_id = $7 AND ${live}`)}
    OR ${ofEarlier('e.letter_id FROM earlier_letter_unit e WHERE e.unit_id = $7')})
  AND ($8::text IS NULL OR ${ofCase('l.proposal_id FROM letter l WHERE l.outcome_class = $8')}
    OR ${ofEarlier('e.id FROM earlier_letter e WHERE e.outcome_class = $8')})
  AND ($9::text IS NULL OR ${ofCase(`coalesce(p.merged_into_id, p.id) FROM proposer r JOIN proposal p ON p.id = r.proposal_id WHERE r.name LIKE $9`)}
    OR ${ofEarlier(`e.id FROM earlier_letter e WHERE e.reading->>'addressees' LIKE $9`)})`;

/** That the words stand there as written: `lower` only where a term has letters with a case, since it takes most of the time. */
const written = (cased: boolean): string => {
  const of = (column: string): string => (cased ? `lower(${column})` : column);
  return `NOT EXISTS (SELECT 1 FROM unnest($4::text[]) t (term) WHERE strpos(${of('d.body')}, term) = 0 AND strpos(${of('d.title')}, term) = 0)`;
};
const findSql = (exact: string): string => `
  SELECT d.kind, d.source_id AS "sourceId", d.proposal_id AS "proposalId", d.day::text AS day, d.title FROM search_document d
  WHERE d.words @@ $3::tsquery AND ${mayFind} AND ${wanted} AND ${exact} LIMIT $10`;

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
  const scope = scopeOf(actor);
  const { kind = null, year = null, unit = null, outcomeClass = null, proposer } = asked;
  const rest = [kind, year, unit, outcomeClass, proposer ? like(proposer) : null];
  const exact = written(sought.exact.some((term) => term !== term.toUpperCase()));
  const ask = (tsquery: string, most: number, as: readonly string[] = sought.exact): Promise<Found[]> =>
    em.query(findSql(as.length === 0 ? '$4::text[] IS NOT NULL' : exact), [
      ...scope,
      tsquery,
      as,
      ...rest,
      most,
    ]);
  // By the tokens alone first: whether they are few costs little to know.
  if ((await ask(sought.tsquery, MOST_FOUND + 1, [])).length <= MOST_FOUND)
    return { found: await ask(sought.tsquery, MOST_FOUND), more: false };
  const newest: Found[] = [];
  for (let of = year ?? thisYear + 1; of >= (year ?? FIRST_YEAR) && newest.length <= MOST_FOUND; of--)
    newest.push(...(await ask(`${sought.tsquery} & ${yearLexeme(of)}`, MOST_FOUND + 1 - newest.length)));
  return { found: newest.slice(0, MOST_FOUND), more: newest.length > MOST_FOUND };
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
const showSql = `SELECT d.kind, d.source_id AS "sourceId", d.body, coalesce(p.number, e.reading->>'proposalNumber') AS number,
    coalesce(u.short_name, e.reading->>'issuer') AS unit FROM search_document d
  LEFT JOIN proposal p ON p.id = d.proposal_id LEFT JOIN unit u ON u.id = d.unit_id
  LEFT JOIN earlier_letter e ON e.id = d.source_id AND d.kind = 'earlier' WHERE d.source_id = ANY ($1)`;

async function shown(
  em: EntityManager,
  page: readonly Found[],
  terms: readonly string[],
  stageOfCase: ReadonlyMap<string, Stage>,
): Promise<SearchAnswer['items']> {
  const rows = (await em.query(showSql, [page.map(({ sourceId }) => sourceId)])) as Shown[];
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
