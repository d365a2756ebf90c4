import type { Fact } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';

/** Which proposals are looked at: registered in these years, of one session where that is asked. */
export interface FactScope {
  /** Null: all units. */
  readonly unitId: string | null;
  readonly fromYear: number;
  readonly toYear: number;
  readonly term: number | null;
  readonly meeting: number | null;
}

const dayOf = (column: string): string => `(${column} AT TIME ZONE 'Asia/Shanghai')::date::text`;
const year = `extract(year FROM p.registered_at AT TIME ZONE 'Asia/Shanghai')::int`;
const wanted = (unit: string): string => `p.withdrawn_at IS NULL AND ($1::uuid IS NULL OR ${unit} = $1)
  AND ${year} BETWEEN $2 AND $3 AND ($4::int IS NULL OR p.term = $4) AND ($5::int IS NULL OR p.meeting = $5)`;
const live = `a.state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')`;
const about = (id: string, unit: string): string =>
  `${id} AS id, p.id AS "proposalId", p.number, p.title, ${year} AS year, ${unit} AS "unitId", u.short_name AS unit`;
const none = (...names: string[]): string => names.map((name) => `NULL::text AS "${name}"`).join(', ');

/** A duty counts by its first clock: the second round has its own figure. */
const dutiesSql = `
  SELECT CASE a.role WHEN 'co' THEN 'opinion' ELSE 'reply' END AS kind, ${about('a.id', 'a.unit_id')},
    coalesce(d.started_on::text, ${dayOf('a.handed_over_at')}) AS "startedOn", d.due_on::text AS "dueOn",
    CASE WHEN d.state = 'met' THEN d.met_on::text END AS "doneOn", l.outcome_class AS "outcomeClass",
    EXISTS (SELECT 1 FROM contact_record c WHERE c.assignment_id = a.id AND c.state IN ('recorded', 'confirmed')) AS contacted,
    ${none('handling', 'result', 'outcome')}
  FROM assignment a JOIN proposal p ON p.id = a.proposal_id JOIN unit u ON u.id = a.unit_id
  LEFT JOIN LATERAL (SELECT * FROM deadline d WHERE d.proposal_id = p.id AND d.unit_id = a.unit_id AND d.state <> 'cancelled'
    AND d.clock = CASE a.role WHEN 'co' THEN 'opinion' ELSE 'reply' END ORDER BY d.started_on, d.due_on LIMIT 1) d ON true
  LEFT JOIN LATERAL (SELECT l.outcome_class FROM letter l JOIN draft r ON r.id = l.draft_id
    WHERE r.assignment_id = a.id AND r.kind = 'reply' AND l.state <> 'withdrawn' ORDER BY l.issued_at LIMIT 1) l ON true
  WHERE a.role <> 'reference' AND ${live} AND ${wanted('a.unit_id')}`;

const ratingsSql = `
  SELECT 'rating' AS kind, ${about('r.id', 'a.unit_id')}, ${dayOf('r.asked_at')} AS "startedOn", r.due_on::text AS "dueOn",
    CASE WHEN r.state = 'given' THEN ${dayOf('r.given_at')} END AS "doneOn", NULL AS "outcomeClass", false AS contacted,
    r.handling, r.result, NULL AS outcome
  FROM rating r JOIN assignment a ON a.id = r.assignment_id JOIN proposal p ON p.id = r.proposal_id JOIN unit u ON u.id = a.unit_id
  WHERE r.state <> 'withdrawn' AND ${wanted('a.unit_id')}`;

const returnsSql = `
  SELECT 'return' AS kind, ${about('r.id', 'a.unit_id')}, ${dayOf('r.requested_at')} AS "startedOn", NULL AS "dueOn", NULL AS "doneOn",
    NULL AS "outcomeClass", false AS contacted, ${none('handling', 'result', 'outcome')}
  FROM return_request r JOIN assignment a ON a.id = r.assignment_id JOIN proposal p ON p.id = r.proposal_id JOIN unit u ON u.id = a.unit_id
  WHERE ${wanted('a.unit_id')}`;

const redosSql = `
  SELECT 'redo' AS kind, ${about('r.id', 'a.unit_id')}, ${dayOf('r.weighed_at')} AS "startedOn", NULL AS "dueOn", NULL AS "doneOn",
    NULL AS "outcomeClass", false AS contacted, ${none('handling', 'result', 'outcome')}
  FROM redo r JOIN assignment a ON a.id = r.assignment_id JOIN proposal p ON p.id = r.proposal_id JOIN unit u ON u.id = a.unit_id
  WHERE r.state <> 'cancelled' AND ${wanted('a.unit_id')}`;

const promisesSql = `
  SELECT 'promise' AS kind, ${about('c.id', 'c.owner_unit_id')}, c.made_on::text AS "startedOn", c.due_on::text AS "dueOn",
    c.settled_on::text AS "doneOn", NULL AS "outcomeClass", false AS contacted, ${none('handling', 'result')}, c.outcome
  FROM commitment c JOIN proposal p ON p.id = c.proposal_id JOIN unit u ON u.id = c.owner_unit_id
  WHERE c.state NOT IN ('proposed', 'struck', 'dropped') AND ${wanted('c.owner_unit_id')}`;

/** Everything that is counted, by number of the proposal. */
export async function loadFacts(em: EntityManager, scope: FactScope): Promise<Fact[]> {
  const { unitId, fromYear, toYear, term, meeting } = scope;
  const facts: Fact[] = [];
  for (const sql of [dutiesSql, ratingsSql, returnsSql, redosSql, promisesSql])
    facts.push(...((await em.query(sql, [unitId, fromYear, toYear, term, meeting])) as Fact[]));
  return facts.sort(
    (a, b) =>
      a.number.localeCompare(b.number) || a.unit.localeCompare(b.unit, 'zh') || a.id.localeCompare(b.id),
  );
}
