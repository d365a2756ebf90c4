import { type DateString, FuhanError, isDate, weekday } from '@fuhan/kernel';
import { type CalendarYear, datesOf } from './calendar-year';

/** Whether people work on a day, and the Chinese reason: 周日, 国庆节放假, 调休上班, 工作日. */
export interface DayStatus {
  readonly working: boolean;
  readonly why: string;
}

/** A day on which one city differs from the State Council's calendar. */
export interface CalendarOverride extends DayStatus {
  readonly date: DateString;
}

/** What deadlines ask about days. */
export interface Calendar {
  /** Working or off, and why. Days of a year without a published calendar know only their weekend. */
  isWorkingDay(date: DateString): DayStatus;
  /** True where the year's holidays and make-up working days are known. */
  published(year: number): boolean;
  /** Which state of the stored calendar this is; 0 without a database. */
  readonly revision: number;
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const WORKING: DayStatus = { working: true, why: '工作日' };
const MADE_UP: DayStatus = { working: true, why: '调休上班' };

/** A day of a yearly notice that differs from its weekday. */
export interface NoticeDay extends CalendarOverride {
  readonly kind: 'holiday' | 'make_up';
}

/** The days off and the make-up working days of a notice, one by one. */
export const noticeDays = ({ holidays, workdays }: CalendarYear): NoticeDay[] => [
  ...holidays.flatMap((holiday) =>
    datesOf(holiday).map((date): NoticeDay => ({
      date,
      kind: 'holiday',
      working: false,
      why: `${holiday.name}放假`,
    })),
  ),
  ...workdays.map((date): NoticeDay => ({ date, kind: 'make_up', ...MADE_UP })),
];

/** 周一 … 周日. */
export const weekdayName = (date: DateString): string => WEEKDAYS[weekday(date)] ?? '';

/** Why a day is off or worked other than its weekday says (春节放假, 调休上班); null where it is as always. */
export function whyOf(calendar: Calendar, date: DateString): string | null {
  const { why } = calendar.isWorkingDay(date);
  return why === WORKING.why || why === weekdayName(date) ? null : why;
}

/** Refuses a day that does not exist, or is not written `YYYY-MM-DD`. */
export function assertDate(text: string): DateString {
  if (!isDate(text)) throw new FuhanError('date.impossible', { text });
  return text;
}

/**
 * A calendar over yearly tables (already checked by `parseCalendarYears`) and a city's own days, which win.
 * Holidays that a notice lets begin in the December before it count from there.
 */
export function createCalendar(
  years: readonly CalendarYear[],
  overrides: readonly CalendarOverride[] = [],
): Calendar {
  const special = new Map<DateString, DayStatus>();
  for (const day of years.flatMap(noticeDays)) special.set(day.date, { working: day.working, why: day.why });
  for (const { date, working, why } of overrides) special.set(assertDate(date), { working, why });
  return calendarOf(new Set(years.map(({ year }) => year)), special);
}

/** A calendar over the years that are published and the days that differ from their weekday. */
export function calendarOf(
  known: ReadonlySet<number>,
  special: ReadonlyMap<DateString, DayStatus>,
  revision = 0,
): Calendar {
  return {
    isWorkingDay: (date) =>
      special.get(assertDate(date)) ??
      ([0, 6].includes(weekday(date)) ? { working: false, why: weekdayName(date) } : WORKING),
    published: (year) => known.has(year),
    revision,
  };
}
