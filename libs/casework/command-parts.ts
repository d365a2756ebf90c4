import {
  type CaseCommandName,
  type CommandInput,
  commandInputs,
  type CommandName,
  inChinese,
} from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { actions } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';

/** Parses a command's input. @throws FuhanError `request.invalid` with the fields */
export function parseInput<N extends CommandName>(name: N, raw: unknown): CommandInput<N> {
  const parsed = commandInputs[name].safeParse(raw ?? {}, { error: inChinese });
  if (parsed.success) return parsed.data as CommandInput<N>;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new FuhanError('request.invalid', { detail: errors[0]?.message ?? '' }, { errors });
}

/** The case a target belongs to (an aggregate's table has its name), its row locked: on one case, one thing happens after the other. */
export async function lockCase(em: EntityManager, name: CaseCommandName, targetId: string): Promise<string> {
  const target = actions[name].target;
  if (target === null) throw new Error(`${name} has no target`);
  const column = target === 'proposal' ? 'id' : 'proposal_id';
  const rows = (await em.query(
    `SELECT id FROM proposal WHERE id = (SELECT ${column} FROM ${target} WHERE id = $1) FOR UPDATE`,
    [targetId],
  )) as { id: string }[];
  const found = rows[0];
  if (!found) throw new FuhanError('request.not-found');
  return found.id;
}
