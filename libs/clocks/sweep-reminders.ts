import { inTransaction, type JobSender } from '@fuhan/platform';
import type { DataSource } from 'typeorm';
import type { ClockContext } from './context';
import { Deadline } from './entities';
import { replanReminders } from './plan-reminders';
import type { ReminderDesk } from './reminder-desk';

const PAGE = 5_000;
/** What falls due this soon is offered by every sweep: longer than the pause between two. */
const SOON_MS = 5 * 60_000;

export interface Swept {
  /** How many reminders were offered to the queue. */
  readonly offered: number;
  /** Everything up to here has been offered once; the next sweep begins here. */
  readonly until: Date;
}

/**
 * Puts pending reminders into the queue again: what falls due soon each time, so that what the queue has lost comes back before its moment,
 * and what has come within the horizon since the last sweep. A job that still lives is not doubled (same id). One process at a time.
 * @param since the end of this process's last sweep; null offers the whole horizon
 * @returns null when another process is at it
 */
export async function sweepReminders(
  dataSource: DataSource,
  sender: JobSender,
  now: Date,
  horizonHours: number,
  since: Date | null = null,
): Promise<Swept | null> {
  const until = new Date(now.getTime() + horizonHours * 3_600_000);
  const soon = new Date(Math.min(now.getTime() + SOON_MS, until.getTime()));
  return inTransaction(dataSource, async (em) => {
    const [lock] = (await em.query(
      `SELECT pg_try_advisory_xact_lock(hashtext('fuhan.sweep.reminders')) AS taken`,
    )) as [{ taken: boolean }];
    if (!lock.taken) return null;
    let offered = 0;
    for (let last = { moment: '-infinity', id: '00000000-0000-0000-0000-000000000000' }; ;) {
      const rows = (await em.query(
        `SELECT id, rev, due_at AS "dueAt", due_at::text AS moment FROM reminder
         WHERE state = 'pending' AND due_at <= $1 AND (due_at <= $2 OR due_at > $3) AND (due_at, id) > ($4, $5)
         ORDER BY due_at, id LIMIT ${PAGE}`,
        [until, soon, since ?? new Date(0), last.moment, last.id],
      )) as { id: string; rev: number; dueAt: Date; moment: string }[];
      await sender.send(
        rows.map(({ id, rev, dueAt }) => ({
          name: 'reminder.wake' as const,
          id: `rem-${id}-${rev}`,
          data: { reminderId: id, rev },
          delay: dueAt.getTime() - now.getTime(),
        })),
      );
      offered += rows.length;
      const next = rows.at(-1);
      if (rows.length < PAGE || !next) return { offered, until };
      last = next;
    }
  });
}

/**
 * Plans what running clocks lack: those that were started before their place chased, or by an older version of the program.
 * @returns how many clocks were planned anew
 */
export async function healPlans(
  dataSource: DataSource,
  context: Omit<ClockContext, 'em' | 'profile'>,
  desk: Pick<ReminderDesk, 'profilesOf'>,
): Promise<number> {
  const lacking = (await dataSource.query(
    `SELECT id FROM deadline d WHERE state = 'running' AND NOT is_window
     AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.deadline_id = d.id AND r.kind = 'chase' AND r.state = 'pending' AND r.sent_by IS NULL)`,
  )) as { id: string }[];
  for (const { id } of lacking) {
    await inTransaction(dataSource, async (em) => {
      const deadline = await em.findOne(Deadline, {
        where: { id, state: 'running' },
        lock: { mode: 'pessimistic_write' },
      });
      const profile = deadline && (await desk.profilesOf(em, [deadline])).get(id);
      if (deadline && profile) await replanReminders({ ...context, em, profile }, deadline);
    });
  }
  return lacking.length;
}
