const at = (date: string): Date => new Date(`${date}T00:00:00Z`);

export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** 0 for Monday … 6 for Sunday. */
const column = (date: string): number => (at(date).getUTCDay() + 6) % 7;
export const weekdayOf = (date: string): string => weekdays[column(date)] ?? '';

/** The month `by` months after one written as 2026-03; before it where `by` is negative. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** `2026-03` as `2026年3月`. */
export const showMonth = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** The days of a month in weeks from Monday to Sunday; null where a day belongs to another month. */
export function weeksOf<D extends { readonly date: string }>(days: readonly D[]): (D | null)[][] {
  const before = days[0] ? column(days[0].date) : 0;
  const cells: (D | null)[] = [...Array.from({ length: before }, () => null), ...days];
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
