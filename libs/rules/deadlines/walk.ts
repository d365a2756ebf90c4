import { addDays, addMonths, type DateString, daysBetween, FuhanError } from '@fuhan/kernel';
import { type Calendar, weekdayName } from '../calendar';
import type { Pause } from './pauses';
import { type DeadlineRule } from './rule';

/** One day of a derivation. */
export interface CountedDay {
  readonly date: DateString;
  readonly counted: boolean;
  /** Which day of the count it is, where it is counted. */
  readonly number: number | null;
  readonly paused: boolean;
  /** Chinese: 工作日, 国庆节放假, 暂停（…）, 顺延至此 … */
  readonly why: string;
}

interface Way {
  readonly start: DateString;
  readonly rule: DeadlineRule;
  readonly calendar: Calendar;
  readonly pauses: readonly Pause[];
}

interface Walked {
  readonly due: DateString;
  readonly provisional: boolean;
  readonly days: readonly CountedDay[];
  readonly rolledFrom: DateString | null;
}

const yearOf = (date: DateString): number => Number(date.slice(0, 4));

/** How many days must be counted. A month's end and a fixed date are days on the calendar, so that a pause can push them. */
function daysNeeded({ start, rule }: Way): number {
  switch (rule.unit) {
    case 'day':
    case 'workday':
      return rule.amount;
    case 'month':
      return daysBetween(start, addMonths(start, rule.amount));
    case 'date':
      if (rule.date <= start) throw new FuhanError('rule.date-passed', { date: rule.date, from: start });
      return daysBetween(start, rule.date);
  }
}

/** Goes day by day from the day after the start, counting, until the due day is reached and stands on a lawful day. */
export function walk(way: Way): Walked {
  const { start, rule, calendar, pauses } = way;
  const needed = daysNeeded(way);
  const days: CountedDay[] = [];
  const unpublished = new Set<number>();
  const status = (date: DateString) => {
    if (!calendar.published(yearOf(date))) unpublished.add(yearOf(date));
    return calendar.isWorkingDay(date);
  };
  const pauseOn = (date: DateString) => pauses.find(({ from, until }) => from <= date && date <= until);
  const skip = (date: DateString, why: string, paused = false) =>
    days.push({ date, counted: false, number: null, paused, why });

  let date = start;
  for (let number = 0; number < needed;) {
    date = addDays(date, 1);
    const working = rule.unit === 'workday' ? status(date) : { working: true, why: weekdayName(date) };
    const pause = pauseOn(date);
    if (!working.working) skip(date, working.why);
    else if (pause !== undefined) skip(date, `暂停（${pause.category}）`, true);
    else days.push({ date, counted: true, number: ++number, paused: false, why: working.why });
  }

  const counted = date;
  while (rule.roll && !status(date).working) {
    const { why } = status(date);
    if (date !== counted) skip(date, why);
    date = nextOutsidePauses(date);
  }
  if (date !== counted) skip(date, `${status(counted).why}，顺延至此`);
  return {
    due: date,
    provisional: unpublished.size > 0,
    days,
    rolledFrom: date === counted ? null : counted,
  };

  /** A clock that stands still cannot fall due: a pause met on the way to the next working day is passed over too. */
  function nextOutsidePauses(day: DateString): DateString {
    let next = addDays(day, 1);
    for (let pause = pauseOn(next); pause !== undefined; pause = pauseOn(next)) {
      skip(next, `暂停（${pause.category}）`, true);
      next = addDays(next, 1);
    }
    return next;
  }
}
