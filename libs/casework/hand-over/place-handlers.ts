import { FuhanError, newId } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import { type AssignmentFacts, isLive, type Place } from '@fuhan/rules';
import { In } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Assignment } from '../case/entities';
import { firstState, made } from '../case/transition';

/** The duties of this case that stand, as they were when the case was locked. */
export const liveAssignments = ({ snapshot }: CommandContext): AssignmentFacts[] =>
  snapshot.assignments.filter(isLive);

/**
 * The units by their ids, each once, each in use.
 * @throws FuhanError `guard.failed` for a unit that is named twice, `unit.unknown` for one that is not there
 */
export async function unitsNamed(
  ctx: CommandContext,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, Unit>> {
  const found = await ctx.em.findBy(Unit, { id: In([...unitIds]), active: true });
  const units = new Map(found.map((unit) => [unit.id, unit]));
  const twice = unitIds.find((id, i) => unitIds.indexOf(id) !== i);
  if (twice !== undefined) {
    throw new FuhanError('guard.failed', {
      detail: `${units.get(twice)?.shortName ?? '同一单位'}选了两次，一个单位只能有一种承办方式。`,
    });
  }
  const missing = unitIds.find((id) => !units.has(id));
  if (missing !== undefined) throw new FuhanError('unit.unknown', { name: missing });
  return units;
}

/** One unit by its id. @throws FuhanError `unit.unknown` */
export async function unitNamed(ctx: CommandContext, unitId: string): Promise<Unit> {
  const unit = (await unitsNamed(ctx, [unitId])).get(unitId);
  if (!unit) throw new FuhanError('unit.unknown', { name: unitId });
  return unit;
}

/** What a unit is called in the words of the history. */
export const unitName = async (ctx: CommandContext, unitId: string): Promise<string> =>
  (await ctx.em.findOneByOrFail(Unit, { id: unitId })).shortName;

/**
 * Gives each unit its duty, in the order of the places from `ordinal` on; what a duty brings with it (clocks, an awaited opinion, a
 * notice) follows by its table.
 * @param handedOverAt the true moment, where it was done on paper before
 * @returns the ids of the new assignments
 */
export async function placeHandlers(
  ctx: CommandContext,
  action: 'proposal.handOver' | 'assignment.place',
  places: readonly Place[],
  ordinal: number,
  handedOverAt: Date = ctx.now,
): Promise<string[]> {
  const state = firstState('assignment', action);
  const rows = places.map((place, i) => ({
    id: newId(),
    proposalId: ctx.proposalId,
    ...place,
    ordinal: ordinal + i,
    state,
    handedOverAt,
    handedOverBy: ctx.actor.personId,
  }));
  await ctx.em.insert(Assignment, rows);
  for (const { id } of rows) await made(ctx, 'assignment', action, id);
  return rows.map(({ id }) => id);
}

/** The place after all others. */
export const nextOrdinal = ({ snapshot }: CommandContext): number =>
  Math.max(0, ...snapshot.assignments.map(({ ordinal }) => ordinal)) + 1;
