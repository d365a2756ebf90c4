import { assignmentRoles, type proposalRow, type todoItem } from '@fuhan/contracts';
import { askedOnce, type DateString } from '@fuhan/kernel';
import { preparedQuery } from '@fuhan/platform';
import {
  type Actor,
  type Calendar,
  type CaseSnapshot,
  isDrafter,
  isLive,
  type Light,
  lightOf,
  type NextAction,
  type PlaceProfile,
  stageOf,
  stages,
  waitingActions,
} from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { loadSnapshots } from './case/snapshot.queries';
import { sessionText } from './drafting/compose-draft';

export type ProposalRow = z.input<typeof proposalRow>;
export type TodoItem = z.input<typeof todoItem>;

export interface WorklistContext {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  readonly today: DateString;
}

interface Facts {
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
}

/** The due day that matters to a reader: the nearest running duty of the own unit, or of any unit for who oversees all. */
const factsSql = `
  SELECT p.id, p.number, p.title, p.term, p.meeting, p.key_proposal AS "keyProposal",
    (SELECT array_agg(r.name ORDER BY r.proposal_id <> p.id, m.number, r.ordinal)
      FROM (SELECT p.id, p.number UNION ALL SELECT id, number FROM proposal WHERE merged_into_id = p.id) m JOIN proposer r ON r.proposal_id = m.id) AS proposers,
    (SELECT min(due_on)::text FROM deadline d WHERE d.proposal_id = p.id AND d.state = 'running' AND NOT d.is_window AND ($2::uuid IS NULL OR d.unit_id = $2)) AS "dueOn",
    h.actor AS "lastActor", h.words AS "lastWords", h.at AS "lastAt"
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

/** A promise waits for a person: to be confirmed, or to be answered once more. */
const promiseWaits = `state IN ('proposed', 'kept', 'unkept')`;

/** All that may be open, by what an index finds: somebody owes something, nobody handles it, a copy is to be signed for, a promise waits. */
const candidates = `(
  SELECT proposal_id AS id FROM assignment WHERE state NOT IN ('finished', 'returned', 'removed', 'recalled', 'withdrawn')
  UNION SELECT id FROM proposal WHERE NOT handled AND withdrawn_at IS NULL AND merged_into_id IS NULL
  UNION SELECT proposal_id FROM delivery WHERE state = 'sent' AND unit_id = $3
  UNION SELECT proposal_id FROM commitment WHERE ${promiseWaits}) c JOIN proposal p ON p.id = c.id`;

const live = `a.state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')`;

/** Cases in which something is still open, for a reader who has a part in them: `$3` is the own unit. */
const open = `p.withdrawn_at IS NULL AND p.merged_into_id IS NULL
  AND (NOT EXISTS (SELECT 1 FROM assignment a WHERE a.proposal_id = p.id AND ${live})
    OR EXISTS (SELECT 1 FROM assignment a WHERE a.proposal_id = p.id AND ${live} AND a.state <> 'finished')
    OR EXISTS (SELECT 1 FROM delivery v WHERE v.proposal_id = p.id AND v.state = 'sent' AND v.unit_id = $3)
    OR EXISTS (SELECT 1 FROM commitment WHERE proposal_id = p.id AND ${promiseWaits}))
  AND ($1::uuid IS NULL OR p.supervisor_id = $2::uuid
    OR EXISTS (SELECT 1 FROM assignment a WHERE a.proposal_id = p.id AND a.unit_id = $1 AND ${live})
    OR EXISTS (SELECT 1 FROM delivery v WHERE v.proposal_id = p.id AND v.unit_id = $1))`;

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

async function rowsOf(
  ctx: WorklistContext,
  proposalIds: readonly string[],
): Promise<{ row: ProposalRow; facts: Facts; snapshot: CaseSnapshot }[]> {
  const scope = overseesAll(ctx.actor) ? null : ctx.actor.unitId;
  const facts = new Map(
    (await preparedQuery<Facts>(ctx.em, 'worklist-facts', factsSql, [proposalIds, scope])).map((each) => [
      each.id,
      each,
    ]),
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

/** The pairs of neighbours in a text (the character itself where it is alone), as `text_grams` of the database makes them. */
function gramsOf(text: string): string[] {
  const characters = [...text];
  return characters.length < 2 ? characters : characters.slice(1).map((c, i) => characters[i] + c);
}

/** Cases whose number, title or proposers have the words. The pairs lead through the index; that they stand one after the other is then read. */
const withWords = (words: string): { sql: string; values: readonly [string, string[]] } => ({
  sql: 'p.id IN (SELECT proposal_id FROM ledger_words WHERE words LIKE $5 AND grams @> $6::text[])',
  values: [`%${words.replace(/[\\%_]/g, '\\$&')}%`, gramsOf(words)],
});

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

/**
 * 台账: the cases this person may know of, newest first, by words in number, title or proposer.
 *
 * @returns the page asked for, and how many there are; 10 001 stands for more than 10 000
 */
export async function listProposals(
  ctx: WorklistContext,
  { q, offset, limit }: { q?: string | undefined; offset: number; limit: number },
): Promise<{ items: ProposalRow[]; total: number }> {
  const scope = overseesAll(ctx.actor) ? null : ctx.actor.unitId;
  const words = q ? withWords(q.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())) : null;
  const where = `${visibleTo(scope)}${words ? ` AND ${words.sql}` : ''}`;
  const rows = (await ctx.em.query(scope === null || words ? everyCase(where) : unitsCases, [
    ...[scope, ctx.actor.personId, limit, offset],
    ...(words?.values ?? []),
  ])) as { id: string; total: string }[];
  const found = await rowsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return { items: found.map(({ row }) => row), total: Math.min(Number(rows[0]?.total ?? 0), COUNTED + 1) };
}

/** What the case waits for from this person; an action that can be done now comes before one that is blocked. */
const waitingFor = (snapshot: CaseSnapshot, actor: Actor): NextAction | undefined => {
  const todo = waitingActions(snapshot, actor);
  return todo.find((each) => each.blockedBy === null) ?? todo[0];
};

const worksOnIt = (snapshot: CaseSnapshot, actor: Actor): boolean =>
  snapshot.assignments.some((each) => isDrafter(actor, each.drafterId) && isLive(each));

/** 待办: open cases by the nearest due day; `todo` those that wait for me, `mine` those I am the drafter of, `all` the rest too. */
export async function listTodo(
  ctx: WorklistContext,
  box: 'todo' | 'mine' | 'all',
): Promise<{ items: TodoItem[]; counts: { todo: number; mine: number } }> {
  const scope = overseesAll(ctx.actor) ? null : ctx.actor.unitId;
  const rows = (await ctx.em.query(`SELECT p.id FROM ${candidates} WHERE ${open}`, [
    scope,
    ctx.actor.personId,
    ctx.actor.unitId,
  ])) as { id: string }[];
  const all = (
    await rowsOf(
      ctx,
      rows.map(({ id }) => id),
    )
  ).map(({ row, facts, snapshot }) => {
    const waits = waitingFor(snapshot, ctx.actor);
    const lastStep = facts.lastAt
      ? { actor: facts.lastActor ?? '', words: facts.lastWords ?? '', at: facts.lastAt.toISOString() }
      : null;
    const item: TodoItem = {
      ...row,
      waitingFor: waits?.label ?? null,
      blockedBy: waits?.blockedBy ?? null,
      waitingCommand: waits?.action ?? null,
      waitingTargetId: waits?.targetId ?? null,
      lastStep,
    };
    return { item, mine: worksOnIt(snapshot, ctx.actor) };
  });
  const chosen = all.filter(
    ({ item, mine }) => box === 'all' || (box === 'mine' ? mine : item.waitingFor !== null),
  );
  const key = ({ dueOn, number }: TodoItem): string => `${dueOn ?? '9999-12-31'} ${number}`;
  return {
    items: chosen.map(({ item }) => item).sort((a, b) => key(a).localeCompare(key(b))),
    counts: {
      todo: all.filter(({ item }) => item.waitingFor !== null).length,
      mine: all.filter(({ mine }) => mine).length,
    },
  };
}
