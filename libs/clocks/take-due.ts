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
 * Everything that is due and pending, locked in the order of its clocks: what stops a clock comes before or after, never between. Thousands
 * may be due at one moment, so only what speaking needs is read, as plain rows; in the order of their moments.
 */
export async function takeDue(em: EntityManager, now: Date, only: readonly string[] | null): Promise<Due[]> {
  // As one text: read row by row, thousands cost this program more than PostgreSQL's answer.
  const [{ rows }] = (await em.query(
    `SELECT coalesce(json_agg(found), '[]') AS rows FROM (
       SELECT r.id, r.deadline_id AS "deadlineId", extract(epoch FROM r.due_at) * 1000 AS due, r.kind, r.rule, r.words, r.sent_by AS "sentBy",
         d.proposal_id AS "proposalId", d.subject_id AS "subjectId", d.unit_id AS "unitId", d.due_on::text AS "dueOn", d.basis->>'key' AS key, d.basis->>'name' AS name
       FROM reminder r JOIN deadline d ON d.id = r.deadline_id
       WHERE r.state = 'pending' AND r.due_at <= $1 AND ($2::uuid[] IS NULL OR r.deadline_id = ANY($2)) AND d.state = 'running'
       ORDER BY d.id FOR NO KEY UPDATE OF d, r) found`,
    [now, only],
  )) as [{ rows: DueRow[] }];
  rows.sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
  const clocks = new Map<string, SpeakingDeadline>();
  return rows.map((row) => {
    const { id, deadlineId, due, kind, rule, words, sentBy } = row;
    const known = clocks.get(deadlineId);
    const deadline = known ?? clockOf(row);
    if (!known) clocks.set(deadlineId, deadline);
    return { reminder: { id, deadlineId, dueAt: new Date(due), kind, rule, words, sentBy }, deadline };
  });
}

type DueRow = Omit<DueReminder, 'dueAt'> & Omit<SpeakingDeadline, 'id'> & { readonly due: number };

const clockOf = ({
  deadlineId,
  proposalId,
  subjectId,
  unitId,
  dueOn,
  key,
  name,
}: DueRow): SpeakingDeadline => ({
  ...{ id: deadlineId, proposalId, subjectId, unitId, dueOn, key, name },
});
