import { commandPath, type TodoBox, type todoAnswer, type todoItem } from '@fuhan/contracts';
import { Unit } from '@fuhan/identity';
import { readRows } from '@fuhan/platform';
import {
  type Actor,
  assignmentOf,
  batchActions,
  type CaseSnapshot,
  countersigns,
  isDrafter,
  isLive,
  type NextAction,
  waitingActions,
} from '@fuhan/rules';
import type { z } from 'zod';
import { hasForm } from '../forms';
import { rowsOf, type WorklistContext } from '../worklist.queries';
import { keptCases } from './kept-cases.queries';
import { openCases } from './open-cases.queries';

export type TodoItem = z.input<typeof todoItem>;
type Todo = z.input<typeof todoAnswer>;

/** What the case waits for from this person; an action that can be done now comes before one that is blocked. */
const waitingFor = (todo: readonly NextAction[]): NextAction | undefined =>
  todo.find((each) => each.blockedBy === null) ?? todo[0];

const worksOnIt = (snapshot: CaseSnapshot, actor: Actor): boolean =>
  snapshot.assignments.some((each) => isDrafter(actor, each.drafterId) && isLive(each));

/** The opinion the own unit owes that a step is about: its own, or that of the duty it is taken in. */
function opinionOf(snapshot: CaseSnapshot, { unitId }: Actor, { targetId }: NextAction): string | null {
  const duty = assignmentOf(snapshot, targetId);
  const owed = snapshot.opinions.find(({ assignmentId }) => assignmentId === duty?.id);
  return duty?.unitId === unitId ? (owed?.id ?? null) : null;
}

type UnitNames = ReadonlyMap<string, string>;

async function unitNames({ em }: WorklistContext): Promise<UnitNames> {
  const units = await readRows(em, Unit, { columns: ['id', 'shortName'] });
  return new Map(units.map(({ id, shortName }) => [id, shortName]));
}

/** What may be done for several cases at once. */
const batchOf = (snapshot: CaseSnapshot, actor: Actor, names: UnitNames): TodoItem['batch'] =>
  batchActions(snapshot, actor).flatMap(({ action, label, targetId }) =>
    hasForm(action)
      ? {
          ...{ command: action, label, targetId, href: `/api${commandPath(action, targetId)}` },
          unit: names.get(assignmentOf(snapshot, targetId)?.unitId ?? '') ?? null,
        }
      : [],
  );

interface Entry {
  readonly item: Omit<TodoItem, 'batch'>;
  readonly snapshot: CaseSnapshot;
  readonly mine: boolean;
  readonly countersigns: boolean;
}

async function entriesOf(ctx: WorklistContext, proposalIds: readonly string[]): Promise<Entry[]> {
  return (await rowsOf(ctx, proposalIds)).map(({ row, facts, snapshot }) => {
    const waits = waitingFor(waitingActions(snapshot, ctx.actor));
    const lastStep = facts.lastAt
      ? { actor: facts.lastActor ?? '', words: facts.lastWords ?? '', at: facts.lastAt.toISOString() }
      : null;
    const item = {
      ...row,
      waitingFor: waits?.label ?? null,
      blockedBy: waits?.blockedBy ?? null,
      waitingCommand: waits?.action ?? null,
      waitingTargetId: waits?.targetId ?? null,
      waitingOpinionId: waits ? opinionOf(snapshot, ctx.actor, waits) : null,
      lastStep,
    };
    const others = waits !== undefined && countersigns(snapshot, ctx.actor, waits.targetId);
    return { item, snapshot, mine: worksOnIt(snapshot, ctx.actor), countersigns: others };
  });
}

const key = ({ item: { dueOn, number } }: Entry): string => `${dueOn ?? '9999-12-31'} ${number}`;

/** Cases that are not open any more are read as well where a box holds them. */
async function withClosed(
  ctx: WorklistContext,
  open: readonly Entry[],
  wanted: readonly string[],
): Promise<Entry[]> {
  const known = new Map(open.map((each) => [each.item.proposalId, each]));
  for (const each of await entriesOf(
    ctx,
    wanted.filter((id) => !known.has(id)),
  ))
    known.set(each.item.proposalId, each);
  return wanted.flatMap((id) => known.get(id) ?? []);
}

/**
 * 待办 and the boxes beside it: `todo` what waits for me, `countersign` what of it is asked for another's letter, `circulated` what I am
 * to know of, `done` where I took a step lately, `mine` open cases I am the drafter of, `starred`, `all` open ones. By the nearest due
 * day; what was circulated or done, the newest first.
 */
export async function listTodo(ctx: WorklistContext, box: TodoBox): Promise<Todo> {
  const all = (await entriesOf(ctx, await openCases(ctx))).sort((a, b) => key(a).localeCompare(key(b)));
  const todo = all.filter(({ item }) => item.waitingFor !== null);
  const kept = await keptCases(ctx);
  const waits = new Set(todo.map(({ item }) => item.proposalId));
  const circulated = kept.circulated.filter((id) => !waits.has(id));
  const boxes = {
    ...{ all, todo, countersign: todo.filter((each) => each.countersigns) },
    mine: all.filter(({ mine }) => mine),
  };
  const closed = { circulated, done: kept.done, starred: kept.starred };
  const chosen =
    box in boxes
      ? boxes[box as keyof typeof boxes]
      : await withClosed(ctx, all, closed[box as keyof typeof closed]);
  if (box === 'starred') chosen.sort((a, b) => key(a).localeCompare(key(b)));
  const counts = Object.fromEntries(
    Object.entries({ ...boxes, ...closed }).map(([name, { length }]) => [name, length]),
  ) as Todo['counts'];
  const names = await unitNames(ctx);
  const items = chosen.map(({ item, snapshot }) => ({
    ...item,
    batch: batchOf(snapshot, ctx.actor, names),
  }));
  return { items, counts };
}
