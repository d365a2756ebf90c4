import { type Actor, maySee, writesReply } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { loadSnapshot } from './case/snapshot.queries';
import { overseesAll } from './worklist.queries';

/** Where a file may hang in a case, and who reads it there: everyone of the case, or the units that answer. */
const places = [
  { table: 'proposal', column: 'original_file_id', proposal: 'id', readers: 'case' },
  { table: 'contact_record', column: 'file_id', proposal: 'proposal_id', readers: 'writers' },
  { table: 'seal_use', column: 'scan_file_id', proposal: 'proposal_id', readers: 'writers' },
  { table: 'delivery', column: 'receipt_file_id', proposal: 'proposal_id', readers: 'writers' },
] as const;

const placesSql = places
  .map(
    ({ table, column, proposal, readers }) =>
      `SELECT ${proposal} AS "proposalId", '${readers}' AS readers FROM ${table} WHERE ${column} = $1`,
  )
  .join(' UNION ALL ');

/** Whether the actor may read a stored file: the one who uploaded it, and whoever may read the place it hangs in. */
export async function mayReadFile(
  em: EntityManager,
  actor: Actor,
  file: { readonly id: string; readonly createdBy: string | null },
): Promise<boolean> {
  if (file.createdBy === actor.personId) return true;
  const rows = (await em.query(placesSql, [file.id])) as {
    proposalId: string;
    readers: 'case' | 'writers';
  }[];
  for (const { proposalId, readers } of rows) {
    const snapshot = await loadSnapshot(em, proposalId);
    if (!snapshot || !maySee(snapshot, actor)) continue;
    const writes = snapshot.assignments.some(
      ({ unitId, role }) => unitId === actor.unitId && writesReply(role),
    );
    if (readers === 'case' || writes || overseesAll(actor)) return true;
  }
  return false;
}
