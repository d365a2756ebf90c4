import { FuhanError } from '@fuhan/kernel';
import { log } from '@fuhan/platform';
import type { DataSource } from 'typeorm';
import { type FireContext, fireReminders } from './fire-reminders';
import type { ReminderDesk } from './reminder-desk';

/** Fires what some deadlines have due; where that fails, halves of them, until the one that cannot be told of is alone. */
async function fireApart(
  dataSource: DataSource,
  context: FireContext,
  desk: ReminderDesk,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  try {
    return await fireReminders(dataSource, context, desk, ids);
  } catch (error) {
    if (error instanceof FuhanError) throw error;
    if (ids.length === 1) {
      log.error(`reminders of deadline ${ids[0]}: ${error instanceof Error ? error.message : String(error)}`);
      return 0;
    }
    const half = Math.ceil(ids.length / 2);
    const first = await fireApart(dataSource, context, desk, ids.slice(0, half));
    return first + (await fireApart(dataSource, context, desk, ids.slice(half)));
  }
}

/** Whether anything is due: most jobs find that another has sent what they were to send, and this is all they ask. */
export async function anyDue(dataSource: DataSource, now: Date): Promise<boolean> {
  const rows = (await dataSource.query(
    `SELECT 1 FROM reminder WHERE state = 'pending' AND due_at <= $1 LIMIT 1`,
    [now],
  )) as unknown[];
  return rows.length > 0;
}

/**
 * Sends everything that is due, all at once; a deadline that cannot be told of holds up no other, is named in the log, stays pending and is tried
 * again by the next sweep.
 * @returns how many notices were written
 * @throws FuhanError `service.unavailable`
 */
export async function fireDue(
  dataSource: DataSource,
  context: FireContext,
  desk: ReminderDesk,
): Promise<number> {
  try {
    return await fireReminders(dataSource, context, desk);
  } catch (error) {
    if (error instanceof FuhanError) throw error;
    const due = (await dataSource.query(
      `SELECT DISTINCT deadline_id AS id FROM reminder WHERE state = 'pending' AND due_at <= $1`,
      [context.now],
    )) as { id: string }[];
    return fireApart(
      dataSource,
      context,
      desk,
      due.map(({ id }) => id),
    );
  }
}
