import { addDays, type DateString, shanghaiDate, weekday } from '@fuhan/kernel';
import { peopleWithDuty } from '@fuhan/identity';
import { inTransaction } from '@fuhan/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { insertNotices } from '../notices';
import { CalendarYearRow } from './entities';

/** The years whose notice ought to be there: this one and, from 1 November on, when the State Council publishes it, the next. */
export const wantedYears = (today: DateString): number[] => {
  const year = Number(today.slice(0, 4));
  return today >= `${year}-11-01` ? [year, year + 1] : [year];
};

/** The first year that ought to be published and is not, or null. */
export async function missingYear(em: EntityManager, today: DateString): Promise<number | null> {
  const published = new Set((await em.findBy(CalendarYearRow, { published: true })).map(({ year }) => year));
  return wantedYears(today).find((year) => !published.has(year)) ?? null;
}

/** What is said of a year that is missing. */
export const missingYearWords = (year: number): string =>
  `${year}年的放假安排还没有导入，算到这一年的到期日都是暂定。请在国务院办公厅的通知公布后导入。`;

/** How many running clocks are 暂定, and how many have yet to follow a change of the calendar or of their rule. */
export async function clocksAwaiting(em: EntityManager): Promise<{ provisional: number; behind: number }> {
  const [counts] = (await em.query(
    `SELECT count(*) FILTER (WHERE provisional)::int AS provisional,
       count(*) FILTER (WHERE calendar_revision < (SELECT revision FROM calendar_state) OR rules_wanted IS NOT NULL)::int AS behind
     FROM deadline WHERE state = 'running'`,
  )) as [{ provisional: number; behind: number }];
  return counts;
}

const mondayOf = (day: DateString): DateString => addDays(day, -((weekday(day) + 6) % 7));

/**
 * Tells the system administrators, who keep the calendar, once a week while a year is missing.
 * @returns how many notices are new
 */
export async function warnOfMissingYear(dataSource: DataSource, now: Date): Promise<number> {
  const today = shanghaiDate(now);
  const year = await missingYear(dataSource.manager, today);
  if (year === null) return 0;
  return inTransaction(dataSource, async (em) => {
    const keepers = await peopleWithDuty(em, null, ['system_admin']);
    const said = {
      source: `calendar-missing-${year}-${mondayOf(today)}`,
      kind: 'calendar_missing',
      title: `${year}年的放假安排还没有导入`,
      body: missingYearWords(year),
      link: '/admin/calendar',
      createdAt: now,
    };
    return insertNotices(
      em,
      keepers.map(({ id }) => ({ personId: id, ...said })),
    );
  });
}
