import { type DateString, newId } from '@fuhan/kernel';
import {
  basisOf,
  type Calendar,
  type ClockCase,
  type ClockEvent,
  clockOf,
  clocksFor,
  computeDeadline,
  type DeadlineState,
  type StartableClock,
} from '@fuhan/rules';
import { type EntityManager, Not } from 'typeorm';
import type { ClockContext } from './context';
import { Deadline, type Derivation } from './entities';
import { replanReminders } from './plan-reminders';

/** The thing a clock runs for. */
export interface ClockSubject {
  readonly proposalId: string;
  readonly subjectId: string;
  readonly unitId: string;
}

/** What a due day is found from. */
export type Origin = Pick<Deadline, 'startedOn' | 'basis' | 'pauses' | 'extension'>;
/** What was found: the columns that follow from an origin and a calendar. */
export type Found = Required<
  Pick<Deadline, 'dueOn' | 'provisional' | 'explanation' | 'derivation' | 'calendarRevision'>
>;

/**
 * The due day of a clock and its whole derivation, as the columns of its row.
 * @throws FuhanError `rule.date-passed` for a fixed day that is not after the start, `pause.*`
 */
export function findDueDay({ startedOn, basis, pauses, extension }: Origin, calendar: Calendar): Found {
  const found = computeDeadline({
    from: startedOn,
    rule: basis.rule,
    calendar,
    pauses,
    ...(extension && { extension: { ...extension, granted: true } }),
  });
  const { days, rolledFrom, extendedFrom } = found;
  return {
    dueOn: found.due,
    provisional: found.provisional,
    explanation: [...found.steps],
    derivation: { days, pauses: found.pauses, rolledFrom, extendedFrom },
    calendarRevision: calendar.revision,
  };
}

/**
 * Starts a clock for a subject; a place that runs no such clock starts none.
 * Writes the deadline with its derivation, its reminders and their outbox rows in the caller's transaction.
 * @param clock a clock of the profile, or the key of one
 * @param from the day of the event
 */
export async function startClock(
  ctx: ClockContext,
  clock: string | StartableClock,
  subject: ClockSubject,
  from: DateString = ctx.today,
): Promise<Deadline | null> {
  const rule = typeof clock === 'string' ? clockOf(ctx.profile, clock) : clock;
  if (!rule) return null;
  const origin: Origin = { startedOn: from, basis: basisOf(rule), pauses: [], extension: null };
  const deadline: Deadline = {
    id: newId(),
    ...subject,
    clock: rule.duty,
    ...origin,
    ...findDueDay(origin, ctx.calendar),
    state: 'running',
    metOn: null,
    isWindow: !rule.chase,
    profileVersion: ctx.profile.version,
    rulesWanted: null,
  };
  await ctx.em.insert(Deadline, deadline);
  await replanReminders(ctx, deadline);
  return deadline;
}

/** Starts every clock that the place lets an event start for such a role: one for each duty. */
export async function startClocksOf(
  ctx: ClockContext,
  event: ClockEvent,
  of: ClockCase,
  subject: ClockSubject,
  from: DateString = ctx.today,
): Promise<void> {
  for (const clock of clocksFor(ctx.profile, event, of)) await startClock(ctx, clock, subject, from);
}

/**
 * Finds the day of a deadline anew, after `change`, and lets its reminders follow. The caller holds the case.
 * @returns the deadline as it is now
 */
export async function recompute(
  ctx: ClockContext,
  deadline: Deadline,
  change: Partial<
    Pick<
      Deadline,
      'startedOn' | 'basis' | 'pauses' | 'extension' | 'isWindow' | 'profileVersion' | 'rulesWanted'
    >
  > = {},
): Promise<Deadline> {
  const now = { ...deadline, ...change };
  const patch = { ...change, ...findDueDay(now, ctx.calendar) };
  await ctx.em.update(Deadline, { id: deadline.id }, patch);
  const changed = { ...now, ...patch };
  await replanReminders(ctx, changed);
  return changed;
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

/** The subject has nothing left to do: what still runs for it falls away. */
export async function cancelClocksOf(ctx: ClockContext, subjectId: string): Promise<void> {
  const running = await ctx.em.findBy(Deadline, { subjectId, state: 'running' });
  for (const { clock } of running) await cancelClock(ctx, clock, subjectId);
}

/** A deadline with its derivation, or null where there is none. */
export const explainedDeadline = async (
  em: EntityManager,
  id: string,
): Promise<(Deadline & { readonly derivation: Derivation }) | null> =>
  (await em
    .createQueryBuilder(Deadline, 'd')
    .addSelect('d.derivation')
    .where('d.id = :id', { id })
    .getOne()) as (Deadline & { readonly derivation: Derivation }) | null;

/** The clock begins once more from today (a right was opened again); whether it runs or was met stays as it is. */
export async function restartClock(ctx: ClockContext, clock: string, subjectId: string): Promise<void> {
  const deadline = await ctx.em.findOneBy(Deadline, { subjectId, clock });
  if (deadline) await recompute(ctx, deadline, { startedOn: ctx.today });
}
