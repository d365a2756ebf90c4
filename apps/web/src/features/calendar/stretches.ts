import type { CalendarsAnswer } from '../../shared/api/types';

type Day = CalendarsAnswer['years'][number]['days'][number];

/** Days in a row for the same reason. */
export interface Stretch {
  readonly why: string;
  readonly working: boolean;
  readonly first: Day;
  readonly last: Day;
  readonly length: number;
}

const follows = (day: string, next: string): boolean => Date.parse(next) - Date.parse(day) === 86_400_000;

/** Puts days in a row together: 国庆节放假 is one line, not seven. */
export function stretchesOf(days: readonly Day[]): Stretch[] {
  const found: Stretch[] = [];
  for (const day of days) {
    const open = found.at(-1);
    if (open?.why === day.why && follows(open.last.date, day.date))
      found[found.length - 1] = { ...open, last: day, length: open.length + 1 };
    else found.push({ why: day.why, working: day.working, first: day, last: day, length: 1 });
  }
  return found;
}
