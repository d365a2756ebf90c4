import { addDays, type DateString } from '@fuhan/kernel';
import { assertDate, type Calendar } from '../calendar';

/** Up to how many working days before the due day a light is red, and yellow. */
export interface LightThresholds {
  readonly red: number;
  readonly yellow: number;
}

/** A deadline's light; never colour alone. */
export interface Light {
  readonly color: 'overdue' | 'red' | 'yellow' | 'green' | 'grey';
  /** 剩 3 个工作日, 今天到期, 逾期 2 个工作日, 不计时. */
  readonly words: string;
}

/** The `count`-th working day before a due day; the due day itself for 0. */
export function workingDaysBefore(due: DateString, count: number, calendar: Calendar): DateString {
  let date = assertDate(due);
  for (let left = count; left > 0;) {
    date = addDays(date, -1);
    if (calendar.isWorkingDay(date).working) left--;
  }
  return date;
}

/** Working days after `from` up to and with `to`; negative where `to` is the earlier one. */
export function workingDaysBetween(from: DateString, to: DateString, calendar: Calendar): number {
  if (assertDate(to) < assertDate(from)) {
    const back = workingDaysBetween(to, from, calendar);
    return back === 0 ? 0 : -back;
  }
  let count = 0;
  for (let date = from; date < to;) {
    date = addDays(date, 1);
    if (calendar.isWorkingDay(date).working) count++;
  }
  return count;
}

/** The light of a due day as seen today; grey where no clock runs. */
export function lightOf(
  today: DateString,
  due: DateString | null,
  calendar: Calendar,
  thresholds: LightThresholds,
): Light {
  if (due === null) return { color: 'grey', words: '不计时' };
  if (today === due) return { color: 'red', words: '今天到期' };
  const left = workingDaysBetween(today, due, calendar);
  if (today > due) return { color: 'overdue', words: left === 0 ? '已逾期' : `逾期 ${-left} 个工作日` };
  const words = left === 0 ? '下个工作日前到期' : `剩 ${left} 个工作日`;
  if (left <= thresholds.red) return { color: 'red', words };
  return { color: left <= thresholds.yellow ? 'yellow' : 'green', words };
}
