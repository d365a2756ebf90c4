import { type DateString, newId } from '@fuhan/kernel';
import { clockOf, computeDeadline } from '@fuhan/rules';
import { type EntityManager, Not } from 'typeorm';
import type { ClockContext } from './context';
import { Deadline, type DeadlineState } from './entities';
import { replanReminders } from './plan-reminders';

/** The thing a clock runs for. */
export interface ClockSubject {
  readonly proposalId: string;
  readonly subjectId: string;
  readonly unitId: string;
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
  await replanReminders(ctx, deadline);
  return deadline;
}

/** Changes the state of a clock and lets its reminders follow; a clock in another state is left alone. */
async function turn(
  ctx: ClockContext,
  clock: string,
  subjectId: string,
  from: DeadlineState,
  patch: Pick<Deadline, 'state' | 'metOn'>,
): Promise<void> {
  const deadline = await ctx.em.findOneBy(Deadline, { subjectId, clock, state: from });
  if (!deadline) return;
  await ctx.em.update(Deadline, { id: deadline.id, state: from }, patch);
  await replanReminders(ctx, { ...deadline, ...patch });
}

/** The day a subject's clock is due, whatever has become of it since; null where none was started. */
export async function clockDueOn(
  em: EntityManager,
  clock: string,
  subjectId: string,
): Promise<DateString | null> {
  const [latest] = await em.find(Deadline, {
    where: { subjectId, clock, state: Not('cancelled') },
    order: { startedOn: 'DESC' },
    take: 1,
  });
  return latest?.dueOn ?? null;
}

/** The duty is done: the clock stands still and its reminders fall silent. */
export const meetClock = (ctx: ClockContext, clock: string, subjectId: string): Promise<void> =>
  turn(ctx, clock, subjectId, 'running', { state: 'met', metOn: ctx.today });

/** The duty is open again (an opinion was sent back): the same due day counts, and the reminders ahead speak again. */
export const reopenClock = (ctx: ClockContext, clock: string, subjectId: string): Promise<void> =>
  turn(ctx, clock, subjectId, 'met', { state: 'running', metOn: null });

/** The duty has fallen away (returned, withdrawn): nobody is reminded of it any more. */
export const cancelClock = (ctx: ClockContext, clock: string, subjectId: string): Promise<void> =>
  turn(ctx, clock, subjectId, 'running', { state: 'cancelled', metOn: null });

/** The clock begins once more from today (a right was opened again); whether it runs or was met stays as it is. */
export async function restartClock(ctx: ClockContext, clock: string, subjectId: string): Promise<void> {
  const rule = clockOf(ctx.profile, clock);
  const deadline = await ctx.em.findOneBy(Deadline, { subjectId, clock });
  if (!rule || !deadline) return;
  const { due, provisional, steps } = computeDeadline({
    from: ctx.today,
    rule: rule.rule,
    calendar: ctx.calendar,
  });
  const patch = { startedOn: ctx.today, dueOn: due, provisional, explanation: [...steps] };
  await ctx.em.update(Deadline, { id: deadline.id }, patch);
  await replanReminders(ctx, { ...deadline, ...patch });
}
