import { askedOnce } from '@fuhan/kernel';
import { idList, inTransaction } from '@fuhan/platform';
import {
  chaseRule,
  type ClockBasis,
  escalationOf,
  type PlaceProfile,
  planReminders,
  quietUntil,
  workingDaysBetween,
} from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import type { ClockContext } from './context';
import { digestsOf, digestSource } from './digest';
import { Reminder } from './entities';
import { insertNotices, type NewNotice } from './notices';
import { announce, plannedReminder } from './plan-reminders';
import type { ReminderDesk, SpeakingDeadline, SpeakingReminder } from './reminder-desk';
import { type Due, takeDue } from './take-due';

/** What firing works with, beside its own transaction. The profile is the house's newest: its hours are those of the people. */
export type FireContext = Omit<ClockContext, 'em'>;

/**
 * A clock speaks once at a moment: of several reminders that have become due (the house was closed) a chase goes before a reminder, the
 * later before the earlier. What a person sent by hand always speaks.
 */
function parted(due: readonly Due[]): { readonly speaking: Due[]; readonly overtaken: Due[] } {
  const best = new Map<string, Due>();
  for (const each of due.filter(({ reminder }) => reminder.sentBy === null)) {
    const other = best.get(each.deadline.id);
    // In the order of their moments: the later one wins, unless it is a reminder and the other a chase.
    if (!other || other.reminder.kind === each.reminder.kind || each.reminder.kind === 'chase')
      best.set(each.deadline.id, each);
  }
  const speaks = (each: Due): boolean => each.reminder.sentBy !== null || best.get(each.deadline.id) === each;
  return { speaking: due.filter(speaks), overtaken: due.filter((each) => !speaks(each)) };
}

const idsOf = (due: readonly Due[]): string[] => due.map(({ reminder }) => reminder.id);

async function silence(em: EntityManager, overtaken: readonly Due[]): Promise<void> {
  if (overtaken.length === 0) return;
  await em.query(`UPDATE reminder SET state = 'cancelled', rev = rev + 1 WHERE id = ANY($1::uuid[])`, [
    idsOf(overtaken),
  ]);
}

/** Lets reminders wait for a later moment; where the plan already has one there, that one speaks. */
async function postpone(ctx: ClockContext, waiting: readonly Due[], until: Date): Promise<void> {
  const [rows] = (await ctx.em.query(
    `UPDATE reminder r SET rev = r.rev + 1, state = CASE WHEN g.gone THEN 'cancelled' ELSE 'pending' END,
       due_at = CASE WHEN g.gone THEN r.due_at ELSE $2 END
     FROM (SELECT w.id, w.sent_by IS NULL AND EXISTS (SELECT 1 FROM reminder o
       WHERE o.deadline_id = w.deadline_id AND o.due_at = $2 AND o.sent_by IS NULL AND o.id <> w.id) AS gone
       FROM reminder w WHERE w.id = ANY($1::uuid[])) g
     WHERE r.id = g.id RETURNING r.id`,
    [idsOf(waiting), until],
  )) as [{ id: string }[]];
  const ids = rows.map(({ id }) => id);
  const moved = await ctx.em
    .createQueryBuilder(Reminder, 'r')
    .where(`r.id = ANY(:ids) AND r.state = 'pending'`, { ids })
    .getMany();
  await announce(ctx, moved);
}

/** Chases of each clock since its unit last took a step, those before this moment. */
async function chasesSinceStep(
  em: EntityManager,
  deadlines: readonly SpeakingDeadline[],
  desk: ReminderDesk,
): Promise<ReadonlyMap<string, number>> {
  if (deadlines.length === 0) return new Map();
  const steps = await desk.lastStepsOf(em, deadlines);
  const rows = (await em.query(
    `SELECT r.deadline_id AS id, count(*)::int AS chases
     FROM unnest($1::uuid[], $2::timestamptz[]) AS s (deadline_id, step_at) JOIN reminder r USING (deadline_id)
     WHERE r.kind = 'chase' AND r.state = 'sent' AND (s.step_at IS NULL OR r.sent_at > s.step_at) GROUP BY 1`,
    [deadlines.map(({ id }) => id), deadlines.map(({ id }) => steps.get(id) ?? null)],
  )) as { id: string; chases: number }[];
  return new Map(rows.map(({ id, chases }) => [id, chases]));
}

type Speaking = SpeakingReminder & { readonly rule: string };

/** What each reminder says of itself as it goes out: how late its clock is, who else hears, by which rules. */
function speakingOf(
  { reminder, deadline }: Due,
  profile: PlaceProfile | undefined,
  chases: number,
  overdue: number,
): Speaking {
  const { id, kind, words, sentBy } = reminder;
  if (kind === 'remind' || !profile)
    return { id, kind, deadline, overdue, words, sentBy, escalatedTo: [], rule: reminder.rule };
  const escalation = escalationOf(profile.chase, { chases, overdue });
  const own = sentBy === null ? chaseRule(overdue) : reminder.rule;
  return {
    ...{ id, kind, deadline, overdue, words, sentBy },
    escalatedTo: escalation.to,
    rule: [own, ...escalation.rules].join('；'),
  };
}

/** Most reminders speak by the rule they were planned with and to their own people: only what differs is told for each. */
async function markSent(
  em: EntityManager,
  due: readonly Due[],
  speaking: readonly Speaking[],
  now: Date,
): Promise<void> {
  await em.query(`UPDATE reminder SET state = 'sent', sent_at = $1 WHERE id = ANY($2::uuid[])`, [
    now,
    idList(idsOf(due)),
  ]);
  const planned = new Map(due.map(({ reminder }) => [reminder.id, reminder.rule]));
  const other = speaking.filter(
    ({ id, rule, escalatedTo }) => escalatedTo.length > 0 || rule !== planned.get(id),
  );
  if (other.length === 0) return;
  await em.query(
    `UPDATE reminder r SET rule = s.rule, escalated_to = string_to_array(s.escalated, ',')
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS s (id, rule, escalated) WHERE r.id = s.id`,
    [
      other.map(({ id }) => id),
      other.map(({ rule }) => rule),
      other.map(({ escalatedTo }) => escalatedTo.join(',')),
    ],
  );
}

/** By what each clock runs. */
async function basesOf(em: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, ClockBasis>> {
  const rows = (await em.query('SELECT id, basis FROM deadline WHERE id = ANY($1::uuid[])', [ids])) as {
    id: string;
    basis: ClockBasis;
  }[];
  return new Map(rows.map(({ id, basis }) => [id, basis]));
}

/** A clock that was chased by rule is chased again: the next chase is planned in the transaction of this one. */
async function planNextChases(
  ctx: ClockContext,
  due: readonly Due[],
  profiles: ReadonlyMap<string, PlaceProfile>,
): Promise<void> {
  const chased = due.filter(({ reminder }) => reminder.kind === 'chase' && reminder.sentBy === null);
  if (chased.length === 0) return;
  const bases = await basesOf(
    ctx.em,
    chased.map(({ deadline }) => deadline.id),
  );
  const next = chased.flatMap(({ deadline: { id, dueOn } }) => {
    const [profile, basis] = [profiles.get(id), bases.get(id)];
    if (!profile || !basis) return [];
    return planReminders(profile, basis, dueOn, ctx.now, ctx.calendar)
      .filter(({ kind }) => kind === 'chase')
      .map((planned) => plannedReminder(id, planned));
  });
  for (let at = 0; at < next.length; at += 1000) {
    await ctx.em.insert(Reminder, next.slice(at, at + 1000));
  }
  await announce(ctx, next);
}

/** A person who was told of this moment before (a batch that was cut in two) gets a notice of its own for the rest. */
async function tell(
  em: EntityManager,
  notices: readonly NewNotice[],
  first: Pick<Reminder, 'id'>,
): Promise<number> {
  const source = notices[0]?.source ?? '';
  const told = (await em.query('SELECT person_id AS id FROM notice WHERE source = $1', [source])) as {
    id: string;
  }[];
  const before = new Set(told.map(({ id }) => id));
  const apart = notices.map((notice) =>
    before.has(notice.personId) ? { ...notice, source: `reminder-${first.id}` } : notice,
  );
  let written = 0;
  for (let at = 0; at < apart.length; at += 1000)
    written += await insertNotices(em, apart.slice(at, at + 1000));
  return written;
}

async function speak(ctx: ClockContext, due: readonly Due[], desk: ReminderDesk): Promise<number> {
  const { em, now } = ctx;
  const deadlines = [...new Map(due.map(({ deadline }) => [deadline.id, deadline])).values()];
  const profiles = await desk.profilesOf(em, deadlines);
  const chased = new Set(
    due.filter(({ reminder }) => reminder.kind === 'chase').map(({ deadline }) => deadline.id),
  );
  const chases = await chasesSinceStep(
    em,
    deadlines.filter(({ id }) => chased.has(id)),
    desk,
  );
  const overdueOf = askedOnce((dueOn: string) => workingDaysBetween(dueOn, ctx.today, ctx.calendar));
  const speaking = due.map((each) => {
    const { id, dueOn } = each.deadline;
    return speakingOf(each, profiles.get(id), chases.get(id) ?? 0, overdueOf(dueOn));
  });
  await markSent(em, due, speaking, now);
  const first = due[0]?.reminder;
  const planned = due.findLast(({ reminder }) => reminder.sentBy === null)?.reminder;
  const addresses = await desk.addressesOf(em, speaking, ctx.today);
  const source = planned ? digestSource(now, planned.dueAt) : `reminder-${first?.id}`;
  const written = first ? await tell(em, digestsOf(addresses, source, now), first) : 0;
  await planNextChases(ctx, due, profiles);
  return written;
}

/**
 * Sends everything that is due: a queue job or the sweep has woken us, PostgreSQL says what for. One transaction, one at a time, marks the
 * reminders, writes one notice for each person and plans the next chases; so a job that runs twice, late or for a moved deadline does
 * nothing. Outside working hours the reminders wait for the next working morning.
 * @param only what some deadlines have due, alone
 * @returns how many notices were written
 */
export async function fireReminders(
  dataSource: DataSource,
  context: FireContext,
  desk: ReminderDesk,
  only: readonly string[] | null = null,
): Promise<number> {
  const { now, calendar, profile } = context;
  const office = { hours: profile.hours, at: profile.reminders.at, calendar };
  return inTransaction(dataSource, async (em) => {
    const ctx = { ...context, em };
    await em.query(`SELECT pg_advisory_xact_lock(hashtext('fuhan.fire.reminders'))`);
    const { speaking, overtaken } = parted(await takeDue(em, now, only));
    await silence(em, overtaken);
    const quiet = askedOnce((due: number) => quietUntil(new Date(due), now, office));
    const untilOf = ({ reminder }: Due): Date | null => quiet(reminder.dueAt.getTime());
    const waiting = speaking.filter((each) => untilOf(each));
    const [until] = waiting.map(untilOf);
    if (until) await postpone(ctx, waiting, until);
    const open = speaking.filter((each) => !untilOf(each));
    return open.length > 0 ? speak(ctx, open, desk) : 0;
  });
}
