import type { ledgerAsked } from '@fuhan/contracts';
import type { z } from 'zod';
import { openCases } from '../boxes/open-cases.queries';
import { overseesAll, type ProposalRow, rowsOf, visibleTo, type WorklistContext } from '../worklist.queries';
import { CLOCK_RUNS, toldStages } from './told-stages';

export type LedgerAsked = z.output<typeof ledgerAsked>;
interface Page {
  readonly offset: number;
  readonly limit: number;
}
interface Rows {
  readonly items: ProposalRow[];
  readonly total: number;
}

/** The pairs of neighbours in a text (the character itself where it is alone), as `text_grams` of the database makes them. */
function gramsOf(text: string): string[] {
  const characters = [...text];
  return characters.length < 2 ? characters : characters.slice(1).map((c, i) => characters[i] + c);
}

/** A condition on a case, with the values it names from `$n` on. */
interface Condition {
  readonly values: readonly unknown[];
  readonly sql: (n: number) => string;
}

/** Number, title or proposers have the words. The pairs lead through the index; that they stand one after the other is then read. */
const withWords = (given: string): Condition => {
  const words = given.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return {
    values: [`%${words.replace(/[\\%_]/g, '\\$&')}%`, gramsOf(words)],
    sql: (n) =>
      `p.id IN (SELECT proposal_id FROM ledger_words WHERE words LIKE $${n} AND grams @> $${n + 1}::text[])`,
  };
};

/** A reply of it that was not given up is of the class: of several (分办, a second round), any. */
const ofClass = (outcomeClass: string): Condition => ({
  values: [outcomeClass],
  sql: (n) =>
    `EXISTS (SELECT FROM draft d WHERE d.proposal_id = p.id AND d.state <> 'dropped' AND d.outcome_class = $${n})`,
});

const led = (leader: string): Condition => ({ values: [leader], sql: (n) => `p.supervisor_id = $${n}` });
const among = (ids: readonly string[]): Condition => ({
  values: [ids],
  sql: (n) => `p.id = ANY($${n}::uuid[])`,
});

const inStage = (sql: string): Condition => ({ values: [], sql: () => sql });

/** No more are counted: to count a hundred thousand takes longer than to find the twenty that are read. */
const COUNTED = 10_000;

/** The newest cases somebody may know of, a page of them, and how many there are. */
const everyCase = (where: string): string => `
  SELECT p.id, (SELECT count(*) FROM (SELECT FROM proposal p WHERE ${where} LIMIT ${COUNTED + 1}) counted) AS total
  FROM proposal p WHERE ${where} ORDER BY p.registered_at DESC, p.id LIMIT $3 OFFSET $4`;

/** The same for a unit and no words: its cases lie in their order already, and are not sorted anew for every page. */
const unitsCases = `
  WITH known AS (
    (SELECT proposal_id AS id, registered_at FROM unit_case WHERE unit_id = $1 ORDER BY registered_at DESC, proposal_id LIMIT $3::int + $4::int)
    UNION SELECT id, registered_at FROM proposal WHERE supervisor_id = $2)
  SELECT id, (SELECT count(*) FROM (SELECT FROM unit_case WHERE unit_id = $1 LIMIT ${COUNTED + 1}) counted)
    + (SELECT count(*) FROM proposal p WHERE supervisor_id = $2
      AND NOT EXISTS (SELECT 1 FROM unit_case u WHERE u.unit_id = $1 AND u.proposal_id = p.id)) AS total
  FROM known ORDER BY registered_at DESC, id LIMIT $3 OFFSET $4`;

/** So many cases, the newest, are looked at one by one where only a look tells. */
const MOST_LOOKED_AT = 2_000;

/** The ids of a page, and how many there are; all conditions hold. */
async function found(
  { em, actor }: WorklistContext,
  conditions: readonly Condition[],
  { offset, limit }: Page,
): Promise<{ ids: string[]; total: number }> {
  const scope = overseesAll(actor) ? null : actor.unitId;
  const values: unknown[] = [scope, actor.personId, limit, offset];
  const where = [visibleTo(scope)];
  for (const { sql, values: more } of conditions) {
    where.push(sql(values.length + 1));
    values.push(...more);
  }
  const statement = scope !== null && conditions.length === 0 ? unitsCases : everyCase(where.join(' AND '));
  const rows = (await em.query(statement, values)) as { id: string; total: string }[];
  return { ids: rows.map(({ id }) => id), total: Math.min(Number(rows[0]?.total ?? 0), COUNTED + 1) };
}

/**
 * Of the cases of a stage that is told in SQL those with one of the lights. Few clocks run behind a case that is settled: those are looked at; the others
 * are grey.
 */
async function lit(
  ctx: WorklistContext,
  conditions: readonly Condition[],
  lights: readonly string[],
): Promise<Condition> {
  const { ids } = await found(ctx, [...conditions, inStage(CLOCK_RUNS)], {
    offset: 0,
    limit: MOST_LOOKED_AT,
  });
  const burning = (await inOrder(ctx, ids)).filter(({ light }) => lights.includes(light.color));
  const grey = lights.includes('grey') ? `OR NOT ${CLOCK_RUNS}` : '';
  return {
    values: [burning.map(({ proposalId }) => proposalId)],
    sql: (n) => `(p.id = ANY($${n}::uuid[]) ${grey})`,
  };
}

const inOrder = async (ctx: WorklistContext, ids: readonly string[]): Promise<ProposalRow[]> =>
  (await rowsOf(ctx, ids)).map(({ row }) => row);

/**
 * 台账: the cases this person may know of, newest first, by words in number, title or proposer, by class, supervising leader, stage and light.
 *
 * @returns the page asked for, and how many there are; 10 001 stands for more than 10 000
 */
export async function listProposals(
  ctx: WorklistContext,
  { q, outcomeClass, leader, stage, light, offset, limit }: LedgerAsked & Page,
): Promise<Rows> {
  const conditions = [
    ...(q ? [withWords(q)] : []),
    ...(outcomeClass ? [ofClass(outcomeClass)] : []),
    ...(leader ? [led(leader)] : []),
  ];
  const told = stage && toldStages[stage];
  if (told) conditions.push(inStage(told));
  if (told && light) conditions.push(await lit(ctx, conditions, light));
  if (told || (stage === undefined && light === undefined)) {
    const { ids, total } = await found(ctx, conditions, { offset, limit });
    return { items: await inOrder(ctx, ids), total };
  }
  // A light burns, and every other stage passes, only while a case is open.
  conditions.push(among(await openCases(ctx)));
  const { ids } = await found(ctx, conditions, { offset: 0, limit: MOST_LOOKED_AT });
  const items = (await inOrder(ctx, ids)).filter(
    (row) =>
      (stage === undefined || row.stage === stage) &&
      (light === undefined || (light as readonly string[]).includes(row.light.color)),
  );
  return { items: items.slice(offset, offset + limit), total: items.length };
}
