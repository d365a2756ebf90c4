import { FuhanError } from '@fuhan/kernel';
import { type HouseActionName, houseActions, importStates, type ImportTurn, importTurns } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { ImportBatch } from '../case/import.entities';

/**
 * Lets a list take a turn, in one guarded UPDATE; of two who click, one finds no row.
 * @throws FuhanError `request.not-found`, `state.moved-on`
 */
export async function turn(
  em: EntityManager,
  id: string,
  name: ImportTurn,
  now: Date,
  patch: Partial<ImportBatch> = {},
): Promise<void> {
  const { from, to } = importTurns[name];
  const result = await em
    .createQueryBuilder()
    .update(ImportBatch)
    .set({ ...patch, state: to, movedAt: now })
    .where('id = :id AND state = ANY(:from)', { id, from })
    .execute();
  if (result.affected === 1) return;
  const batch = await em.findOneBy(ImportBatch, { id });
  if (!batch) throw new FuhanError('request.not-found');
  const label = name in houseActions ? houseActions[name as HouseActionName].label : name;
  throw new FuhanError('state.moved-on', { action: label, state: importStates[batch.state] });
}
