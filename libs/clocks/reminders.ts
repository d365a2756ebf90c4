import { type JobSender, inTransaction } from '@fuhan/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { Deadline } from './entities';
import { insertNotices, type NewNotice } from './notices';

/** Whom to remind of a deadline and in which words: declared here, implemented by casework, bound in the app. */
export type ReminderAudience = (
  em: EntityManager,
  deadline: Deadline,
  now: Date,
) => Promise<readonly NewNotice[]>;

/**
 * A queue job woke us: sends the reminder if it is due, still pending and of this revision. One transaction decides and
 * writes the notices, so a job that runs twice, late or for a moved deadline does nothing.
 * @returns how many notices were written
 */
export async function fireReminder(
  dataSource: DataSource,
  job: { readonly reminderId: string; readonly rev: number },
  now: Date,
  audience: ReminderAudience,
): Promise<number> {
  return inTransaction(dataSource, async (em) => {
    const [rows] = (await em.query(
      `UPDATE reminder SET state = 'sent', sent_at = $3
       WHERE id = $1 AND rev = $2 AND state = 'pending' AND due_at <= $3 RETURNING deadline_id`,
      [job.reminderId, job.rev, now],
    )) as [{ deadline_id: string }[]];
    const fired = rows[0];
    if (!fired) return 0;
    const deadline = await em.findOneByOrFail(Deadline, { id: fired.deadline_id });
    const notices = await audience(em, deadline, now);
    return insertNotices(
      em,
      notices.map((notice) => ({ ...notice, source: `reminder-${job.reminderId}` })),
    );
  });
}

/**
 * Puts every pending reminder of the horizon into the queue again. A job that still lives is not doubled (same id); one the
 * queue has lost comes back. One process at a time.
 * @returns how many reminders were offered, or null when another process is at it
 */
export async function sweepReminders(
  dataSource: DataSource,
  sender: JobSender,
  now: Date,
  horizonHours: number,
): Promise<number | null> {
  return inTransaction(dataSource, async (em) => {
    const [lock] = (await em.query(
      `SELECT pg_try_advisory_xact_lock(hashtext('fuhan.sweep.reminders')) AS taken`,
    )) as [{ taken: boolean }];
    if (!lock.taken) return null;
    const rows = (await em.query(
      `SELECT id, rev, due_at FROM reminder WHERE state = 'pending' AND due_at <= $1 ORDER BY due_at LIMIT 10000`,
      [new Date(now.getTime() + horizonHours * 3_600_000)],
    )) as { id: string; rev: number; due_at: Date }[];
    await sender.send(
      rows.map((row) => ({
        name: 'reminder.wake' as const,
        id: `rem-${row.id}-${row.rev}`,
        data: { reminderId: row.id, rev: row.rev },
        delay: row.due_at.getTime() - now.getTime(),
      })),
    );
    return rows.length;
  });
}
