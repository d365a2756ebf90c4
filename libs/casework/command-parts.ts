import {
  type CaseCommandName,
  type CommandInput,
  commandInputs,
  commandPath,
  type CommandName,
  inChinese,
} from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, actions, undoOf } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { CommandContext, Undo } from './case/context';
import { loadSnapshot } from './case/snapshot.queries';
import { hasForm } from './forms';

/** Parses a command's input. @throws FuhanError `request.invalid` with the fields */
export function parseInput<N extends CommandName>(name: N, raw: unknown): CommandInput<N> {
  const parsed = commandInputs[name].safeParse(raw ?? {}, { error: inChinese });
  if (parsed.success) return parsed.data as CommandInput<N>;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new FuhanError('request.invalid', { detail: errors[0]?.message ?? '' }, { errors });
}

/** The other cases that a command changes too. */
async function alsoLocked(
  em: EntityManager,
  name: CaseCommandName,
  targetId: string,
  input: unknown,
): Promise<string[]> {
  if (name === 'proposal.merge') return [...(input as CommandInput<'proposal.merge'>).proposalIds];
  if (name !== 'proposal.unmerge') return [];
  const rows = (await em.query('SELECT merged_into_id AS id FROM proposal WHERE id = $1', [targetId])) as {
    id: string | null;
  }[];
  return rows.flatMap(({ id }) => id ?? []);
}

/** The case a target belongs to (an aggregate's table has its name), its row locked: on one case, one thing happens after the other. Where a command changes several, all are locked in one order. */
export async function lockCase(
  em: EntityManager,
  name: CaseCommandName,
  targetId: string,
  input: unknown,
): Promise<string> {
  const target = actions[name].target;
  if (target === null) throw new Error(`${name} has no target`);
  const column = target === 'proposal' ? 'id' : 'proposal_id';
  const own = `(SELECT ${column} FROM ${target} WHERE id = $1)`;
  // An array, and no join: a row that another command has just changed is looked at again, and must be found again.
  const rows = (await em.query(
    `SELECT p.id, p.id = ${own} AS own FROM proposal p
     WHERE p.id = ANY (array_append($2::uuid[], ${own})) ORDER BY p.id FOR UPDATE OF p`,
    [targetId, await alsoLocked(em, name, targetId, input)],
  )) as { id: string; own: boolean }[];
  const found = rows.find(({ own }) => own);
  if (!found) throw new FuhanError('request.not-found');
  return found.id;
}

/** What would take the command back, asked of the case as it has become. */
export async function undoAfter(
  { em, proposalId, today }: Pick<CommandContext, 'em' | 'proposalId' | 'today'>,
  actor: Actor,
  done: CaseCommandName,
  targetId: string,
): Promise<Undo | null> {
  if (actions[done].undoneBy === undefined) return null;
  const snapshot = await loadSnapshot(em, proposalId, today);
  const undo = snapshot && undoOf(snapshot, actor, done, targetId);
  if (!undo || !hasForm(undo)) return null;
  return { label: actions[undo].label, href: `/api${commandPath(undo, targetId)}` };
}
