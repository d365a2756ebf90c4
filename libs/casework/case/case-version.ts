import { FuhanError } from '@fuhan/kernel';
import type { EntityManager } from 'typeorm';

/** What counts the commands done to it. */
type Counted = 'proposal' | 'unit' | 'person';

/**
 * Counts one more change of a case (unit, person), whose row the caller has locked or locks with this.
 * @param seen the version its writer saw (`If-Match`); null where nothing is asked
 * @throws FuhanError `version.moved-on` with the current version, `request.not-found`
 */
export async function countVersion(
  em: EntityManager,
  table: Counted,
  id: string,
  seen: number | null,
): Promise<number> {
  const [rows] = (await em.query(
    `UPDATE ${table} SET version = version + 1 WHERE id = $1 RETURNING version`,
    [id],
  )) as [{ version: number }[]];
  const row = rows[0];
  if (!row) throw new FuhanError('request.not-found');
  const current = row.version - 1;
  if (seen !== null && seen !== current)
    throw new FuhanError('version.moved-on', { seen, current }, { current });
  return row.version;
}
