import type { supervisionAnswer } from '@fuhan/contracts';
import { addDays, type DateString } from '@fuhan/kernel';
import { type CaseSnapshot, lightOf, nextActions } from '@fuhan/rules';
import type { z } from 'zod';
import { loadSnapshots } from '../case/snapshot.queries';
import { overseesAll, type WorklistContext } from '../worklist.queries';

type Supervision = z.input<typeof supervisionAnswer>;

/** So far ahead days are looked at; which of them are near, the lights of the place say. */
const AHEAD_DAYS = 60;

/** What a reader looks over: everything (`$1` is null), or the cases the own unit leads and its own part in others. `row` has a unit and a proposal. */
export const lookedOver = (row: string): string => `($1::uuid IS NULL OR ${row}.unit_id = $1
  OR EXISTS (SELECT 1 FROM assignment own WHERE own.proposal_id = ${row}.proposal_id AND own.unit_id = $1 AND own.role IN ('lead', 'sole', 'separate')
    AND own.state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')))`;

const dutiesSql = `
  SELECT a.id AS "assignmentId", p.id AS "proposalId", p.number, p.title, u.short_name AS unit, d.basis->>'name' AS clock, d.due_on::text AS "dueOn",
    c.chases, c."lastChasedAt"
  FROM deadline d JOIN assignment a ON a.id = d.subject_id JOIN proposal p ON p.id = d.proposal_id JOIN unit u ON u.id = a.unit_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS chases, max(r.sent_at) AS "lastChasedAt" FROM reminder r
    WHERE r.deadline_id = d.id AND r.kind = 'chase' AND r.sent_at IS NOT NULL) c
  WHERE d.state = 'running' AND NOT d.is_window AND d.due_on <= $2 AND p.withdrawn_at IS NULL AND ${lookedOver('a')}
  ORDER BY d.due_on, u.short_name, p.number, d.clock`;

const askedSql = `
  SELECT x.id, p.id AS "proposalId", p.number, p.title, u.short_name AS unit, x.what, x.since FROM (
    SELECT id, assignment_id, 'extension' AS what, requested_at AS since FROM extension WHERE state = 'requested'
    UNION ALL SELECT id, assignment_id, 'return', requested_at FROM return_request WHERE state IN ('asked', 'disputed')) x
  JOIN assignment a ON a.id = x.assignment_id JOIN proposal p ON p.id = a.proposal_id JOIN unit u ON u.id = a.unit_id
  WHERE ${lookedOver('a')} ORDER BY x.since, p.number`;

interface DutyRow {
  assignmentId: string;
  proposalId: string;
  number: string;
  title: string;
  unit: string;
  clock: string;
  dueOn: DateString;
  chases: number;
  lastChasedAt: Date | null;
}
type AskedRow = Omit<Supervision['asked'][number], 'since'> & { since: Date };

/** Whom the reader may chase now: the rules of the case say so. */
function chased(ctx: WorklistContext, snapshots: readonly CaseSnapshot[]): ReadonlySet<string> {
  const found = snapshots
    .flatMap((snapshot) => nextActions(snapshot, ctx.actor))
    .filter(({ action, blockedBy }) => action === 'assignment.chase' && blockedBy === null);
  return new Set(found.map(({ targetId }) => targetId));
}

/** 督办: running clocks that are late or near their day, the latest first, and what units have asked for. */
export async function supervision(ctx: WorklistContext): Promise<Supervision> {
  const scope = overseesAll(ctx.actor) ? null : ctx.actor.unitId;
  const until = addDays(ctx.today, AHEAD_DAYS);
  const rows = ((await ctx.em.query(dutiesSql, [scope, until])) as DutyRow[])
    .map((row) => ({ ...row, light: lightOf(ctx.today, row.dueOn, ctx.calendar, ctx.profile.lights) }))
    .filter(({ light }) => light.color !== 'green');
  const cases = [...new Set(rows.map(({ proposalId }) => proposalId))];
  const may = chased(ctx, await loadSnapshots(ctx.em, cases, ctx.today));
  const asked = (await ctx.em.query(askedSql, [scope])) as AskedRow[];
  return {
    duties: rows.map(({ lastChasedAt, ...row }) => ({
      ...row,
      lastChasedAt: lastChasedAt?.toISOString() ?? null,
      mayChase: may.has(row.assignmentId),
    })),
    asked: asked.map((row) => ({ ...row, since: row.since.toISOString() })),
  };
}
