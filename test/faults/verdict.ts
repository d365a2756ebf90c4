import { verifyAudit } from '@fuhan/platform';
import { type Calendar, type PlaceProfile, planReminders } from '@fuhan/rules';
import type { DataSource } from 'typeorm';

export interface Verdict {
  /** Reminders that have spoken, or should have. */
  readonly reminders: number;
  readonly lost: number;
  /** The lost ones, each in words. */
  readonly losses: readonly string[];
  readonly doubled: number;
  readonly early: number;
  readonly clocks: number;
  /** What else must hold, where it does not: sentences. */
  readonly broken: readonly string[];
}

/** What people were told by reminders: one row for each person and reminder. */
const TOLD = `
  WITH told AS (
    SELECT n.person_id, (i.item ->> 'reminderId')::uuid AS reminder_id, n.created_at
    FROM notice n CROSS JOIN LATERAL jsonb_array_elements(n.items) AS i (item) WHERE n.items IS NOT NULL)`;

/** A reminder that has not spoken though its moment is past, or that has not reached everybody at the unit whom it must reach. */
const LOST = `${TOLD}
  SELECT concat_ws(' ', d.clock, d.state, r.kind, r.state, r.due_at, r.sent_at) AS what FROM reminder r JOIN deadline d ON d.id = r.deadline_id
  WHERE (r.state = 'pending' AND r.due_at <= $1) OR (r.state = 'sent' AND EXISTS (
    SELECT 1 FROM person p JOIN person_duty pd ON pd.person_id = p.id AND pd.duty = 'proposal_office'
    WHERE p.unit_id = d.unit_id AND NOT EXISTS (SELECT 1 FROM told t WHERE t.reminder_id = r.id AND t.person_id = p.id)))`;

const COUNTS = `${TOLD}
  SELECT (SELECT count(*)::int FROM reminder WHERE state = 'sent' OR (state = 'pending' AND due_at <= $1)) AS reminders,
    (SELECT count(*)::int FROM deadline) AS clocks,
    (SELECT coalesce(sum(n - 1), 0)::int FROM (SELECT count(*) AS n FROM told GROUP BY person_id, reminder_id) x) AS doubled,
    (SELECT count(*)::int FROM told t JOIN reminder r ON r.id = t.reminder_id WHERE t.created_at < r.due_at) AS early,
    (SELECT count(*)::int FROM told t LEFT JOIN reminder r ON r.id = t.reminder_id AND r.state = 'sent' WHERE r.id IS NULL) AS unfounded,
    (SELECT count(*)::int FROM outbox WHERE dispatched_at IS NULL) AS uncarried`;

interface Counts {
  readonly reminders: number;
  readonly clocks: number;
  readonly doubled: number;
  readonly early: number;
  readonly unfounded: number;
  readonly uncarried: number;
}

interface RunningClock {
  readonly id: string;
  readonly clock: string;
  readonly dueOn: string;
  readonly basis: Parameters<typeof planReminders>[1];
  readonly startedAt: Date;
  readonly spoken: readonly string[];
  readonly next: number;
  readonly rows: string;
}

/** Clocks that run and were never moved, each with its moments so far and how many chases are ahead of it. */
const UNMOVED = `
  SELECT d.id, d.clock, d.due_on::text AS "dueOn", d.basis, a.handed_over_at AS "startedAt",
    coalesce((SELECT json_agg(r.due_at) FROM reminder r WHERE r.deadline_id = d.id AND r.state = 'sent'), '[]') AS spoken,
    (SELECT count(*)::int FROM reminder r WHERE r.deadline_id = d.id AND r.state = 'pending' AND r.kind = 'chase' AND r.due_at > $1) AS next,
    (SELECT string_agg(concat_ws(' ', r.kind, r.state, r.rev, to_char(r.due_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI')), ', ' ORDER BY r.due_at) FROM reminder r WHERE r.deadline_id = d.id) AS rows
  FROM deadline d JOIN assignment a ON a.id = d.subject_id
  WHERE d.state = 'running' AND d.pauses = '[]' AND d.extension IS NULL AND d.profile_version = 2`;

export interface Measured {
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  /** Everything up to here has had its time to speak. */
  readonly until: Date;
}

/**
 * The plan, made anew by the pure rules: of each clock that was left alone, whatever moment it had until now, it has spoken at that
 * moment or (where the house was down) a later one in its place; and one that is chased has its next chase ahead.
 */
export async function silent(
  dataSource: DataSource,
  { profile, calendar, until }: Measured,
): Promise<string[]> {
  const clocks = (await dataSource.query(UNMOVED, [until])) as RunningClock[];
  return clocks.flatMap(({ clock, basis, dueOn, startedAt, spoken, next, rows }) => {
    const plan = planReminders(profile, basis, dueOn, startedAt, calendar).filter(({ at }) => at <= until);
    const last = Math.max(0, ...spoken.map((moment) => Date.parse(moment)));
    const missed = plan.find(({ at }) => at.getTime() > last);
    const said = `${clock} due ${dueOn} (${rows})`;
    if (missed) return [`${said} has not spoken since ${missed.at.toISOString()}`];
    return basis.chase && next !== 1 ? [`${said} has ${next} chases ahead`] : [];
  });
}

async function numbersOf(dataSource: DataSource): Promise<{ letters: number; gapless: boolean }> {
  const rows = (await dataSource.query(
    `SELECT l.serial, c.start, c.last FROM letter l JOIN number_counter c USING (series_id, year) ORDER BY l.serial`,
  )) as { serial: number; start: number; last: number }[];
  const gapless = rows.every(({ serial, start }, i) => serial === start + i);
  return { letters: rows.length, gapless: gapless && rows.every(({ last }) => last === rows.at(-1)?.serial) };
}

async function vanished(
  dataSource: DataSource,
  acknowledged: readonly { readonly action: string; readonly object: string }[],
): Promise<number> {
  const [row] = (await dataSource.query(
    `SELECT count(*)::int AS n FROM unnest($1::text[], $2::text[]) AS k (action, object)
     WHERE NOT EXISTS (SELECT 1 FROM audit_log a WHERE a.action = k.action AND a.object = k.object)`,
    [acknowledged.map(({ action }) => action), acknowledged.map(({ object }) => object)],
  )) as [{ n: number }];
  return row.n;
}

export interface Written {
  readonly letters: number;
  readonly acknowledged: readonly { readonly action: string; readonly object: string }[];
}

/** Counts in SQL what has become of everything. */
export async function judge(dataSource: DataSource, measured: Measured, written: Written): Promise<Verdict> {
  const [counts] = (await dataSource.query(COUNTS, [measured.until])) as [Counts];
  const lost = (await dataSource.query(LOST, [measured.until])) as { what: string }[];
  const unspoken = await silent(dataSource, measured);
  const audit = await verifyAudit(dataSource.manager);
  const numbers = await numbersOf(dataSource);
  const gone = await vanished(dataSource, written.acknowledged);
  const { reminders, doubled, early, clocks, unfounded, uncarried } = counts;
  const broken = [
    audit.firstBad !== null && `the audit chain is broken at entry ${audit.firstBad} of ${audit.entries}`,
    !numbers.gapless && `the numbers of ${numbers.letters} letters have a gap`,
    numbers.letters !== written.letters && `${numbers.letters} letters were numbered, not ${written.letters}`,
    gone > 0 && `${gone} answered commands have left no trace`,
    unfounded > 0 && `${unfounded} people were told of reminders that were called off`,
    uncarried > 0 && `${uncarried} messages were never carried to the queue`,
  ].filter((sentence) => sentence !== false);
  const losses = [...lost.map(({ what }) => what), ...unspoken];
  return { reminders, clocks, lost: losses.length, losses, doubled, early, broken };
}
