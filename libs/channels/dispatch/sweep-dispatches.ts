import { dispatchLostAfterMinutes, inTransaction, type JobSender } from '@fuhan/platform';
import type { DataSource, EntityManager } from 'typeorm';

const HOUR_MS = 3_600_000;
const LOST = '发送途中程序中断，对方是否收到不清楚';

/** What was being sent for too long has lost its worker. It may have arrived: nobody sends it again by himself. */
async function settleLost(em: EntityManager, now: Date): Promise<void> {
  const before = new Date(now.getTime() - dispatchLostAfterMinutes * 60_000);
  await em.query(
    `WITH lost AS (
       UPDATE notice_dispatch SET state = 'unknown', error = $3, ended_at = $1
       WHERE state = 'sending' AND started_at < $2 RETURNING id, attempt
     )
     UPDATE dispatch_attempt a SET outcome = 'unknown', error = $3, ended_at = $1
     FROM lost WHERE a.dispatch_id = lost.id AND a.attempt = lost.attempt AND a.outcome IS NULL`,
    [now, before, LOST],
  );
}

/**
 * Settles what a crash left behind, and offers every waiting dispatch of the next hour to the queue again: a job that still lives is
 * not doubled (same id), one the queue has lost comes back. One process at a time.
 * @returns how many were offered, or null when another process is at it
 */
export async function sweepDispatches(
  dataSource: DataSource,
  sender: JobSender,
  now: Date,
): Promise<number | null> {
  return inTransaction(dataSource, async (em) => {
    const [lock] = (await em.query(
      `SELECT pg_try_advisory_xact_lock(hashtext('fuhan.sweep.dispatches')) AS taken`,
    )) as [{ taken: boolean }];
    if (!lock.taken) return null;
    await settleLost(em, now);
    const rows = (await em.query(
      `SELECT id, attempt, next_at FROM notice_dispatch WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at LIMIT 10000`,
      [new Date(now.getTime() + HOUR_MS)],
    )) as { id: string; attempt: number; next_at: Date }[];
    await sender.send(
      rows.map(({ id, attempt, next_at }) => ({
        name: 'dispatch.send' as const,
        id: `disp-${id}-${attempt}`,
        data: { dispatchId: id, attempt },
        delay: next_at.getTime() - now.getTime(),
      })),
    );
    return rows.length;
  });
}
