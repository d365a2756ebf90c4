import { assignmentRoles, type proposalRow } from '@fuhan/contracts';
import { askedOnce, type DateString } from '@fuhan/kernel';
import { preparedQuery } from '@fuhan/platform';
import {
  type Actor,
  type Calendar,
  type CaseSnapshot,
  isLive,
  type Light,
  lightOf,
  type PlaceProfile,
  stageOf,
  stages,
} from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { loadSnapshots } from './case/snapshot.queries';
import { sessionText } from './drafting/compose-draft';

export type ProposalRow = z.input<typeof proposalRow>;

export interface WorklistContext {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  readonly today: DateString;
}

/** A case as the lists read it, before the rules have looked at it. */
export interface Facts {
  id: string;
  number: string;
  title: string;
  term: number;
  meeting: number;
  keyProposal: boolean;
  proposers: string[];
  dueOn: DateString | null;
  lastActor: string | null;
  lastWords: string | null;
  lastAt: Date | null;
  starred: boolean;
}

/** The due day that matters to a reader: the nearest running duty of the own unit, or of any unit for who oversees all. */
const factsSql = `
  SELECT p.id, p.number, p.title, p.term, p.meeting, p.key_proposal AS "keyProposal",
    (SELECT array_agg(r.name ORDER BY r.proposal_id <> p.id, m.number, r.ordinal)
      FROM (SELECT p.id, p.number UNION ALL SELECT id, number FROM proposal WHERE merged_into_id = p.id) m JOIN proposer r ON r.proposal_id = m.id) AS proposers,
    (SELECT min(due_on)::text FROM deadline d WHERE d.proposal_id = p.id AND d.state = 'running' AND NOT d.is_window AND ($2::uuid IS NULL OR d.unit_id = $2)) AS "dueOn",
    EXISTS (SELECT FROM star s WHERE s.proposal_id = p.id AND s.person_id = $3) AS starred, h.actor AS "lastActor", h.words AS "lastWords", h.at AS "lastAt"
  FROM proposal p
  LEFT JOIN LATERAL (SELECT actor, words, at FROM history_entry WHERE proposal_id = p.id ORDER BY id DESC LIMIT 1) h ON true
  WHERE p.id = ANY($1::uuid[])`;

/** Coordinators and supervisors look over every case. */
export const overseesAll = ({ duties }: Actor): boolean =>
  duties.includes('coordinator') || duties.includes('supervisor');

/**
 * Cases the actor may know of: all for those who oversee all (then `$1` is null); else those of the own unit (`$1`) and those the person
 * (`$2`) supervises. Two conditions rather than one with OR: the second is then found from the unit's own cases, not by a look at every case.
 */
export const visibleTo = (scope: string | null): string =>
  scope === null
    ? '$1::uuid IS NULL AND $2::uuid IS NOT NULL'
    : `p.id = ANY (ARRAY(SELECT proposal_id FROM unit_case WHERE unit_id = $1
        UNION SELECT id FROM proposal WHERE supervisor_id = $2))`;

const roleIn = (snapshot: CaseSnapshot, unitId: string): string => {
  const own = snapshot.assignments.filter((each) => each.unitId === unitId);
  const role = (own.find(isLive) ?? own[0])?.role;
  return role
    ? assignmentRoles[role]
    : snapshot.deliveries.some((each) => each.unitId === unitId)
      ? '抄送'
      : '交办';
};

function rowOf(ctx: WorklistContext, snapshot: CaseSnapshot, facts: Facts, light: Light): ProposalRow {
  const stage = stageOf(snapshot);
  const lead = snapshot.proposal.mergedInto;
  const live = new Set(snapshot.assignments.filter(isLive).map(({ id }) => id));
  const owed = snapshot.opinions.filter(({ assignmentId }) => live.has(assignmentId));
  return {
    proposalId: facts.id,
    number: facts.number,
    title: facts.title,
    session: sessionText(facts.term, facts.meeting),
    proposers: facts.proposers,
    keyProposal: facts.keyProposal,
    starred: facts.starred,
    mergedInto: lead && { proposalId: lead.id, number: lead.number },
    merges: snapshot.proposal.merges.map(({ number }) => number),
    role: roleIn(snapshot, ctx.actor.unitId),
    stage,
    stageLabel: stages[stage],
    light,
    dueOn: facts.dueOn,
    opinionsDone: owed.filter(({ state }) => state === 'accepted' || state === 'submitted').length,
    opinionsTotal: owed.length,
  };
}

/** Each case as a row, with what it was made from. */
export async function rowsOf(
  ctx: WorklistContext,
  proposalIds: readonly string[],
): Promise<{ row: ProposalRow; facts: Facts; snapshot: CaseSnapshot }[]> {
  const scope = overseesAll(ctx.actor) ? null : ctx.actor.unitId;
  const facts = new Map(
    (
      await preparedQuery<Facts>(ctx.em, 'worklist-facts', factsSql, [proposalIds, scope, ctx.actor.personId])
    ).map((each) => [each.id, each]),
  );
  const snapshots = await loadSnapshots(ctx.em, proposalIds, ctx.today);
  const lightOn = askedOnce((dueOn: DateString | null) =>
    lightOf(ctx.today, dueOn, ctx.calendar, ctx.profile.lights),
  );
  return snapshots.flatMap((snapshot) => {
    const found = facts.get(snapshot.proposal.id);
    return found ? [{ row: rowOf(ctx, snapshot, found, lightOn(found.dueOn)), facts: found, snapshot }] : [];
  });
}

/** These cases as rows of the ledger, in the order asked for. */
export async function caseRows(ctx: WorklistContext, proposalIds: readonly string[]): Promise<ProposalRow[]> {
  const rows = new Map((await rowsOf(ctx, proposalIds)).map(({ row }) => [row.proposalId, row]));
  return proposalIds.flatMap((id) => rows.get(id) ?? []);
}

/** Of the cases that were chosen those this person may know of, as rows of the ledger. */
export async function chosenCases(ctx: WorklistContext, ids: readonly string[]): Promise<ProposalRow[]> {
  const scope = overseesAll(ctx.actor) ? null : ctx.actor.unitId;
  const rows = (await ctx.em.query(
    `SELECT p.id FROM proposal p WHERE ${visibleTo(scope)} AND p.id = ANY ($3)`,
    [...[scope, ctx.actor.personId], ids],
  )) as { id: string }[];
  const known = new Set(rows.map(({ id }) => id));
  return caseRows(
    ctx,
    ids.filter((id) => known.has(id)),
  );
}
