import { type DateString, newId, shanghaiInstant } from '@fuhan/kernel';
import { type OutboxMessage, writeOutbox } from '@fuhan/platform';
import { type Calendar, clockOf, computeDeadline, type PlaceProfile, workingDaysBefore } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { Deadline, Reminder } from './entities';

/** What the functions of this library work with: one transaction, one moment, one place. */
export interface ClockContext {
  readonly em: EntityManager;
  readonly now: Date;
  readonly today: DateString;
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  /** Hours ahead for which reminders are put into the queue at once; the sweep brings later ones. */
  readonly horizonHours: number;
}

/** The thing a clock runs for. */
export interface ClockSubject {
  readonly proposalId: string;
  readonly subjectId: string;
  readonly unitId: string;
}

const wake = (reminder: Reminder): OutboxMessage => ({
  topic: 'reminder.wake',
  payload: { reminderId: reminder.id, rev: reminder.rev, runAt: reminder.dueAt.toISOString() },
});

async function announce(ctx: ClockContext, reminders: readonly Reminder[]): Promise<void> {
  const horizon = ctx.now.getTime() + ctx.horizonHours * 3_600_000;
  await writeOutbox(ctx.em, reminders.filter((reminder) => reminder.dueAt.getTime() <= horizon).map(wake));
}

/** The reminders of a due day that still lie ahead: so many working days before it, at the profile's time of day. */
function remindersOf(
  ctx: ClockContext,
  deadline: Deadline,
  remind: { workdaysBefore: readonly number[]; at: string },
): Reminder[] {
  const moments = remind.workdaysBefore.map((days) =>
    shanghaiInstant(workingDaysBefore(deadline.dueOn, days, ctx.calendar), remind.at),
  );
  const ahead = [...new Set(moments.map((moment) => moment.getTime()))].filter(
    (moment) => moment > ctx.now.getTime(),
  );
  return ahead.map((moment) => ({
    id: newId(),
    deadlineId: deadline.id,
    dueAt: new Date(moment),
    state: 'pending',
    rev: 1,
    sentAt: null,
  }));
}

/**
 * Starts a clock of the profile for a subject; a place that runs no such clock starts none.
 * Writes the deadline with its derivation, its reminders and their outbox rows in the caller's transaction.
 */
export async function startClock(
  ctx: ClockContext,
  clock: string,
  subject: ClockSubject,
): Promise<Deadline | null> {
  const rule = clockOf(ctx.profile, clock);
  if (!rule) return null;
  const computed = computeDeadline({ from: ctx.today, rule: rule.rule, calendar: ctx.calendar });
  const deadline: Deadline = {
    id: newId(),
    ...subject,
    clock,
    startedOn: ctx.today,
    dueOn: computed.due,
    provisional: computed.provisional,
    state: 'running',
    metOn: null,
    explanation: [...computed.steps],
  };
  await ctx.em.insert(Deadline, deadline);
  const reminders = remindersOf(ctx, deadline, rule.remind);
  if (reminders.length > 0) await ctx.em.insert(Reminder, reminders);
  await announce(ctx, reminders);
  return deadline;
}

/** The duty is done: the clock stands still and its reminders fall silent. */
export async function meetClock(ctx: ClockContext, clock: string, subjectId: string): Promise<void> {
  const deadline = await ctx.em.findOneBy(Deadline, { subjectId, clock, state: 'running' });
  if (!deadline) return;
  await ctx.em.update(Deadline, { id: deadline.id, state: 'running' }, { state: 'met', metOn: ctx.today });
  await ctx.em.query(
    `UPDATE reminder SET state = 'cancelled', rev = rev + 1 WHERE deadline_id = $1 AND state = 'pending'`,
    [deadline.id],
  );
}

/** The duty is open again (an opinion was sent back): the same due day counts, and the reminders ahead speak again. */
export async function reopenClock(ctx: ClockContext, clock: string, subjectId: string): Promise<void> {
  const deadline = await ctx.em.findOneBy(Deadline, { subjectId, clock, state: 'met' });
  if (!deadline) return;
  await ctx.em.update(Deadline, { id: deadline.id, state: 'met' }, { state: 'running', metOn: null });
  await ctx.em.query(
    `UPDATE reminder SET state = 'pending', rev = rev + 1 WHERE deadline_id = $1 AND state = 'cancelled' AND due_at > $2`,
    [deadline.id, ctx.now],
  );
  await announce(ctx, await ctx.em.findBy(Reminder, { deadlineId: deadline.id, state: 'pending' }));
}
