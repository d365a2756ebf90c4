import { addDays, type DateString, shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import type { Calendar } from '../calendar';

/** When an office may be written to, `HH:MM` in Shanghai; only on working days. */
export interface WorkingHours {
  readonly from: string;
  readonly to: string;
}

/** The first working day on or after a date. */
export function workingDayFrom(date: DateString, calendar: Calendar): DateString {
  let day = date;
  while (!calendar.isWorkingDay(day).working) day = addDays(day, 1);
  return day;
}

/** `at` on a day, or on the next working day where people are off. */
export const workingMoment = (date: DateString, at: string, calendar: Calendar): Date =>
  shanghaiInstant(workingDayFrom(date, calendar), at);

/** Whether people are at work at this instant. */
export function isWorkingTime(now: Date, hours: WorkingHours, calendar: Calendar): boolean {
  const today = shanghaiDate(now);
  return (
    calendar.isWorkingDay(today).working &&
    now >= shanghaiInstant(today, hours.from) &&
    now < shanghaiInstant(today, hours.to)
  );
}

/** The next working morning's `at` after an instant. */
export function nextMorning(now: Date, at: string, calendar: Calendar): Date {
  const today = shanghaiDate(now);
  const morning = workingMoment(today, at, calendar);
  return morning > now ? morning : workingMoment(addDays(today, 1), at, calendar);
}

/**
 * Until when a message that falls due has to wait; null where it may go out. At night and on days off it waits for the next
 * working morning; what is late from an earlier day joins this morning's instead of coming a little before it.
 */
export function quietUntil(
  due: Date,
  now: Date,
  office: { readonly hours: WorkingHours; readonly at: string; readonly calendar: Calendar },
): Date | null {
  const morning = nextMorning(now, office.at, office.calendar);
  if (!isWorkingTime(now, office.hours, office.calendar)) return morning;
  const today = shanghaiDate(now);
  return shanghaiDate(due) < today && shanghaiDate(morning) === today ? morning : null;
}
