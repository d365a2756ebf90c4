import { type DateString, newId, shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import { type OutboxMessage, writeOutbox } from '@fuhan/platform';
import { type Pause, type PlannedReminder, planReminders } from '@fuhan/rules';
import type { ClockContext } from './context';
import { Deadline, Reminder } from './entities';

const wake = ({ id, rev, dueAt }: Reminder): OutboxMessage => ({
  topic: 'reminder.wake',
  payload: { reminderId: id, rev, runAt: dueAt.toISOString() },
});

/** Leaves a message to the queue for each reminder of the horizon; the sweep brings the later ones. */
export async function announce(
  ctx: Pick<ClockContext, 'em' | 'now' | 'horizonHours'>,
  reminders: readonly Reminder[],
): Promise<void> {
  const horizon = ctx.now.getTime() + ctx.horizonHours * 3_600_000;
  await writeOutbox(ctx.em, reminders.filter((reminder) => reminder.dueAt.getTime() <= horizon).map(wake));
}

/** Whether a clock stands still on a day, and why. */
export const pauseOn = (pauses: readonly Pause[], day: DateString): Pause | undefined =>
  pauses.find(({ from, until }) => from <= day && day <= until);

/**
 * When a running clock speaks, from now on; never in a pause. What was due and has not spoken yet (the house was closed at its moment, or
 * put it off) is still wanted where the plan had it.
 */
function wantedOf(
  ctx: ClockContext,
  deadline: Deadline,
  reminders: readonly Reminder[],
): Map<number, PlannedReminder> {
  const { state, basis, dueOn, pauses, startedOn } = deadline;
  if (state !== 'running') return new Map();
  const plan = (from: Date) => planReminders(ctx.profile, basis, dueOn, from, ctx.calendar);
  const unspoken = reminders.filter((each) => each.state === 'pending' && each.sentBy === null);
  const due = new Set(unspoken.map(({ dueAt }) => dueAt.getTime()).filter((at) => at <= ctx.now.getTime()));
  const since = Math.min(ctx.now.getTime(), ...[...due].map((at) => at - 1));
  const planned = plan(new Date(since)).filter(({ at }) => at > ctx.now || due.has(at.getTime()));
  const late = plan(shanghaiInstant(startedOn, '00:00')).filter(
    ({ kind, at }) => kind === 'remind' && at <= ctx.now,
  );
  const putOff = unspoken
    .filter((each) => late.some(({ rule, at }) => rule === each.rule && at <= each.dueAt))
    .map(({ kind, rule, dueAt }) => ({ kind, rule, at: dueAt }));
  // Where the plan has one at that moment, that one speaks.
  const heard = [...putOff, ...planned].filter(({ at }) => !pauseOn(pauses, shanghaiDate(at)));
  return new Map(heard.map((each) => [each.at.getTime(), each]));
}

/** A reminder as a rule plans it. */
export const plannedReminder = (deadlineId: string, { kind, at, rule }: PlannedReminder): Reminder => ({
  id: newId(),
  deadlineId,
  dueAt: at,
  state: 'pending',
  rev: 1,
  sentAt: null,
  kind,
  rule,
  escalatedTo: [],
  words: null,
  sentBy: null,
});

/**
 * Changes one known reminder to what is wanted of it now. What a person sent by hand, and has not gone out yet, stays while the clock runs.
 * @returns the reminder where it will speak anew
 */
async function agree(
  ctx: ClockContext,
  deadline: Deadline,
  reminder: Reminder,
  wanted: PlannedReminder | undefined,
): Promise<Reminder[]> {
  const speaks =
    wanted !== undefined ||
    (reminder.sentBy !== null && reminder.state === 'pending' && deadline.state === 'running');
  const rule = wanted ?? reminder;
  if (speaks === (reminder.state === 'pending') && rule.rule === reminder.rule) return [];
  const next = {
    state: speaks ? 'pending' : 'cancelled',
    rev: reminder.rev + 1,
    kind: rule.kind,
    rule: rule.rule,
  } as const;
  const { affected } = await ctx.em
    .createQueryBuilder()
    .update(Reminder)
    .set(next)
    .where(`id = :id AND state <> 'sent'`, { id: reminder.id })
    .execute();
  return speaks && affected ? [{ ...reminder, ...next }] : [];
}

/**
 * Makes the reminders of a clock agree with its state and due day: what is no longer wanted falls silent, what is wanted speaks, what was
 * sent stays sent. Each change counts the revision up, so that an older queue job finds nothing to do. Called after every change of a deadline.
 * Only the next chase is planned; firing it plans the one after.
 */
export async function replanReminders(ctx: ClockContext, deadline: Deadline): Promise<void> {
  // Firing takes the same lock first: a clock that stops and a reminder that fires come one after the other.
  await ctx.em.query('SELECT 1 FROM deadline WHERE id = $1 FOR NO KEY UPDATE', [deadline.id]);
  const reminders = await ctx.em.findBy(Reminder, { deadlineId: deadline.id });
  const wanted = wantedOf(ctx, deadline, reminders);
  const speaking: Reminder[] = [];
  for (const reminder of reminders) {
    const moment = reminder.dueAt.getTime();
    const planned = reminder.sentBy === null ? wanted.get(moment) : undefined;
    if (planned) wanted.delete(moment);
    if (reminder.state !== 'sent') speaking.push(...(await agree(ctx, deadline, reminder, planned)));
  }
  const added = [...wanted.values()].map((planned) => plannedReminder(deadline.id, planned));
  if (added.length > 0) await ctx.em.insert(Reminder, added);
  await announce(ctx, [...speaking, ...added]);
}
