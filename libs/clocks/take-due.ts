import type { EntityManager } from 'typeorm';
import type { Reminder } from './entities';
import type { SpeakingDeadline } from './reminder-desk';

/** What speaking needs to know of a reminder. */
export type DueReminder = Pick<
  Reminder,
  'id' | 'deadlineId' | 'dueAt' | 'kind' | 'rule' | 'words' | 'sentBy'
>;

/** A reminder whose moment has come, and its clock. */
export interface Due {
  readonly reminder: DueReminder;
  readonly deadline: SpeakingDeadline;
}

/**
 * Everything that is due and pending, its clocks locked in one order: what stops a clock comes before or after, never between. Thousands
 * may be due at one moment, so only what speaking needs is read, as plain rows.
 */
export async function takeDue(em: EntityManager, now: Date, only: readonly string[] | null): Promise<Due[]> {
  const locked = (await em.query(
    `SELECT id, proposal_id AS "proposalId", subject_id AS "subjectId", unit_id AS "unitId", due_on::text AS "dueOn", basis->>'key' AS key, basis->>'name' AS name, state
     FROM deadline WHERE id IN (SELECT r.deadline_id FROM reminder r
       WHERE r.state = 'pending' AND r.due_at <= $1 AND ($2::uuid[] IS NULL OR r.deadline_id = ANY($2)))
     ORDER BY id FOR NO KEY UPDATE`,
    [now, only],
  )) as (SpeakingDeadline & { readonly state: string })[];
  if (locked.length === 0) return [];
  const running = new Map(locked.filter(({ state }) => state === 'running').map((each) => [each.id, each]));
  const reminders = (await em.query(
    `SELECT id, deadline_id AS "deadlineId", due_at AS "dueAt", kind, rule, words, sent_by AS "sentBy" FROM reminder WHERE state = 'pending' AND due_at <= $1 AND deadline_id = ANY($2) ORDER BY due_at, id`,
    [now, [...running.keys()]],
  )) as DueReminder[];
  return reminders.flatMap((reminder) => {
    const deadline = running.get(reminder.deadlineId);
    return deadline ? [{ reminder, deadline }] : [];
  });
}
