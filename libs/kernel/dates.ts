/** A legal day, `YYYY-MM-DD`, in Asia/Shanghai. */
export type DateString = string;

const DAY_MS = 86_400_000;
/** Asia/Shanghai has had no summer time since 1991: a fixed offset is exact for every date the product meets. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Keeps what was worked out for a key: the days of a few years are asked for over and over. Bounded, since keys come from outside too. */
function remembered<K, V>(find: (key: K) => V, most = 20_000): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= most) known.clear();
    const found = find(key);
    known.set(key, found);
    return found;
  };
}

const utc = remembered((date: DateString): number => Date.parse(`${date}T00:00:00Z`));
const isoDay = remembered((day: number): DateString => new Date(day * DAY_MS).toISOString().slice(0, 10));
const fromUtc = (ms: number): DateString => isoDay(Math.floor(ms / DAY_MS));

/** The legal day in which an instant falls. */
export const shanghaiDate = (instant: Date): DateString => fromUtc(instant.getTime() + SHANGHAI_OFFSET_MS);

/** The instant at which a wall clock in Shanghai shows `time` (`HH:MM`) on `date`. */
export const shanghaiInstant = (date: DateString, time = '00:00'): Date =>
  new Date(Date.parse(`${date}T${time}:00Z`) - SHANGHAI_OFFSET_MS);

/** What a wall clock in Shanghai shows at an instant: `HH:MM`. */
export const shanghaiTime = (instant: Date): string =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);

/** True for a day that exists, written `YYYY-MM-DD`: 2026-02-30 is false. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text)) && fromUtc(utc(text)) === text;

/** `days` after (or, negative, before) a date. */
export const addDays = (date: DateString, days: number): DateString => fromUtc(utc(date) + days * DAY_MS);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: DateString, to: DateString): number =>
  Math.round((utc(to) - utc(from)) / DAY_MS);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: DateString): number => new Date(utc(date)).getUTCDay();

/** `months` later on the same day number, or on that month's last day where it has none (31 January + 1 → 28 or 29 February). */
export function addMonths(date: DateString, months: number): DateString {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)));
}

/** 2025-09-03 → 2025年9月3日: full year, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function chineseDate(date: DateString): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
