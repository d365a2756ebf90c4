import { newId, shanghaiInstant } from '@fuhan/kernel';
import { type OutboxMessage, writeOutbox } from '@fuhan/platform';
import { clockOf, workingDaysBefore } from '@fuhan/rules';
import type { ClockContext } from './context';
import { Deadline, Reminder } from './entities';

const wake = (reminder: Reminder): OutboxMessage => ({
  topic: 'reminder.wake',
  payload: { reminderId: reminder.id, rev: reminder.rev, runAt: reminder.dueAt.toISOString() },
});

async function announce(ctx: ClockContext, reminders: readonly Reminder[]): Promise<void> {
  const horizon = ctx.now.getTime() + ctx.horizonHours * 3_600_000;
  await writeOutbox(ctx.em, reminders.filter((reminder) => reminder.dueAt.getTime() <= horizon).map(wake));
}

/** When a running clock speaks, from now on: so many working days before its due day, at the profile's time of day. */
function momentsAhead(ctx: ClockContext, deadline: Deadline): Set<number> {
  const remind = clockOf(ctx.profile, deadline.clock)?.remind;
  if (deadline.state !== 'running' || !remind) return new Set();
  const moments = remind.workdaysBefore.map((days) =>
    shanghaiInstant(workingDaysBefore(deadline.dueOn, days, ctx.calendar), remind.at).getTime(),
  );
  return new Set(moments.filter((moment) => moment > ctx.now.getTime()));
}

/**
 * Makes the reminders of a clock agree with its state and due day: what is no longer wanted falls silent, what is wanted speaks, what was
 * sent stays sent. Each change counts the revision up, so that an older queue job finds nothing to do. Called after every change of a deadline.
 */
export async function replanReminders(ctx: ClockContext, deadline: Deadline): Promise<void> {
  const wanted = momentsAhead(ctx, deadline);
  const known = await ctx.em.findBy(Reminder, { deadlineId: deadline.id });
  const changed: Reminder[] = [];
  for (const reminder of known) {
    const speaks = wanted.delete(reminder.dueAt.getTime());
    if (reminder.state === 'sent' || speaks === (reminder.state === 'pending')) continue;
    const next = { state: speaks ? 'pending' : 'cancelled', rev: reminder.rev + 1 } as const;
    await ctx.em.update(Reminder, { id: reminder.id }, next);
    if (speaks) changed.push({ ...reminder, ...next });
  }
  const added = [...wanted].map((moment): Reminder => ({
    id: newId(),
    deadlineId: deadline.id,
    dueAt: new Date(moment),
    state: 'pending',
    rev: 1,
    sentAt: null,
  }));
  if (added.length > 0) await ctx.em.insert(Reminder, added);
  await announce(ctx, [...changed, ...added]);
}
