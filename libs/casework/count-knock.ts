import { FuhanError } from '@fuhan/kernel';
import type { EntityManager } from 'typeorm';

/** So many knocks at one link in so many seconds, and no more. */
const KNOCKS = 30;
const WINDOW_SECONDS = 300;

/** Counts a knock at a link, in the database: several processes count together. @throws FuhanError `link.busy` */
export async function countKnock(
  em: EntityManager,
  table: 'outside_link' | 'commitment_link' | 'rating',
  { id }: { readonly id: string },
  now: Date,
): Promise<void> {
  const [rows] = (await em.query(
    `UPDATE ${table} SET
       hits = CASE WHEN window_from > $2::timestamptz - make_interval(secs => $3) THEN hits + 1 ELSE 1 END,
       window_from = CASE WHEN window_from > $2::timestamptz - make_interval(secs => $3) THEN window_from ELSE $2 END
     WHERE id = $1 RETURNING hits`,
    [id, now, WINDOW_SECONDS],
  )) as [{ hits: number }[]];
  if ((rows[0]?.hits ?? 0) > KNOCKS) throw new FuhanError('link.busy');
}
