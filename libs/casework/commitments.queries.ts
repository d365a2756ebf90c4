import type { commitmentLedger, commitmentsQuery } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import { lightOf, stateLabel } from '@fuhan/rules';
import type { z } from 'zod';
import { overseesAll, type WorklistContext } from './worklist.queries';

export type CommitmentLedger = z.input<typeof commitmentLedger>;
type Asked = Omit<z.output<typeof commitmentsQuery>, 'year'> & { readonly year: number };

/**
 * A promise stands in the list of the year it was made in and in each one until it is settled: what is open is carried over by itself. A list of
 * a year to come holds what is due in it or later.
 */
const ofYear = `extract(year FROM c.made_on) <= $1
  AND $1 <= coalesce(extract(year FROM c.settled_on), greatest(extract(year FROM c.due_on), $2))`;
/** What counts, for the units that keep or made it; for who oversees all (then `$3` is null) all of it. */
const counts = `c.state NOT IN ('proposed', 'struck', 'dropped') AND ($3::uuid IS NULL OR $3 IN (c.owner_unit_id, a.unit_id))`;
const from = `commitment c JOIN assignment a ON a.id = c.assignment_id JOIN proposal p ON p.id = c.proposal_id
  JOIN unit u ON u.id = c.owner_unit_id JOIN letter l ON l.id = c.letter_id LEFT JOIN person o ON o.id = c.owner_id`;
const wanted = `($4::uuid IS NULL OR c.owner_unit_id = $4)
  AND ($5 = 'all' OR ($5 = 'open' AND c.state = 'confirmed') OR ($5 = 'overdue' AND c.state = 'confirmed' AND c.due_on < $6)
    OR ($5 = 'answered' AND c.state = 'answered') OR $5 = c.outcome)`;

const rowsSql = `
  SELECT c.id, c.proposal_id AS "proposalId", p.number, p.title, l.document_number AS "documentNumber", c.text, c.due_on::text AS "dueOn",
    c.made_on::text AS "madeOn", c.state, c.outcome, u.short_name AS "ownerUnit", coalesce(o.name, c.owner_name) AS owner,
    extract(year FROM c.made_on) < $1 AS "carriedOver",
    (SELECT g.due_from::text FROM commitment_progress g WHERE g.commitment_id = c.id AND g.kind = 'carried' ORDER BY g.recorded_at LIMIT 1) AS "firstDueOn",
    g.happened_on::text AS "lastOn", g.text AS "lastText",
    (SELECT max(percent) FROM commitment_progress WHERE commitment_id = c.id) AS percent,
    (SELECT array_agg(r.rating ORDER BY r.rated_at) FROM commitment_rating r WHERE r.commitment_id = c.id) AS ratings
  FROM ${from} LEFT JOIN LATERAL (SELECT happened_on, text FROM commitment_progress
    WHERE commitment_id = c.id ORDER BY recorded_at DESC LIMIT 1) g ON true
  WHERE ${ofYear} AND ${counts} AND ${wanted} ORDER BY c.state <> 'confirmed', c.due_on, p.number, c.id LIMIT $7 OFFSET $8`;

const countsSql = `
  SELECT count(*)::int AS "all", count(*) FILTER (WHERE c.state = 'confirmed')::int AS open,
    count(*) FILTER (WHERE c.state = 'confirmed' AND c.due_on < $5)::int AS overdue,
    count(*) FILTER (WHERE c.outcome = 'kept')::int AS kept, count(*) FILTER (WHERE c.outcome = 'unkept')::int AS unkept,
    count(*) FILTER (WHERE c.state = 'answered')::int AS answered
  FROM ${from} WHERE ${ofYear} AND ${counts} AND ($4::uuid IS NULL OR c.owner_unit_id = $4)`;

const unitsSql = `SELECT DISTINCT u.id, u.short_name AS name FROM ${from} WHERE ${ofYear} AND ${counts} ORDER BY 2`;

interface Row extends Omit<CommitmentLedger['items'][number], 'light' | 'stateLabel'> {
  readonly dueOn: DateString;
}

/** 承诺台账: the promises of a year, as far as the reader's unit made or keeps them; whoever oversees all reads all. */
export async function commitmentsOfYear(ctx: WorklistContext, asked: Asked): Promise<CommitmentLedger> {
  const { em, actor, today, calendar, profile } = ctx;
  const { year, unit = null, show, offset, limit } = asked;
  const scope = [year, Number(today.slice(0, 4)), overseesAll(actor) ? null : actor.unitId];
  const [total] = (await em.query(countsSql, [...scope, unit, today])) as [CommitmentLedger['counts']];
  const rows = (await em.query(rowsSql, [...scope, unit, show, today, limit, offset])) as Row[];
  return {
    year,
    counts: total,
    units: (await em.query(unitsSql, scope)) as CommitmentLedger['units'],
    items: rows.map((row) => ({
      ...row,
      ratings: row.ratings ?? [],
      stateLabel: stateLabel('commitment', row.state),
      light: lightOf(today, row.state === 'confirmed' ? row.dueOn : null, calendar, profile.lights),
    })),
  };
}
