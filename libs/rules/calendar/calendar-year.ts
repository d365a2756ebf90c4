import { addDays, type DateString, daysBetween, FuhanError, isDate, weekday } from '@fuhan/kernel';
import { z } from 'zod';

const holidaySchema = z.strictObject({ name: z.string().min(1), from: z.string(), to: z.string() });
const yearSchema = z.strictObject({
  year: z.int().min(2008).max(2200),
  source: z.string().min(1),
  extraDaysOff: z.int().optional(),
  holidays: z.array(holidaySchema).min(1),
  workdays: z.array(z.string()),
});

/** One stretch of days off. */
export type Holiday = Readonly<z.infer<typeof holidaySchema>>;

/** One year's notice: its days off, its make-up working days, and where that is written. */
export interface CalendarYear {
  readonly year: number;
  /** The notice's number. */
  readonly source: string;
  /** Days off beyond the statutory ones, given by a notice of their own (2020: two). */
  readonly extraDaysOff?: number;
  readonly holidays: readonly Holiday[];
  /** 调休上班: Saturdays and Sundays that are worked. */
  readonly workdays: readonly DateString[];
}

const LONGEST_HOLIDAY = 15;
/** 全国年节及纪念日放假办法: 11 days a year, 13 since 2025. */
const statutoryDays = (year: number): number => (year >= 2025 ? 13 : 11);
const FESTIVALS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];
const isWeekend = (date: DateString): boolean => [0, 6].includes(weekday(date));

/** Every day of a holiday, in order. */
export const datesOf = ({ from, to }: Holiday): DateString[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));

/**
 * Yearly tables from a parsed JSON file.
 * @param data the file's content: one table or a list of them
 * @param where named in errors, usually the file
 * @throws FuhanError `calendar.invalid` for a missing, doubled or impossible day
 */
export function parseCalendarYears(data: unknown, where: string): CalendarYear[] {
  const parsed = z
    .array(yearSchema)
    .min(1)
    .safeParse(Array.isArray(data) ? data : [data]);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new FuhanError('calendar.invalid', {
      where,
      detail: field ? `“${field}”缺少或写法不对` : '内容不是放假安排',
    });
  }
  const seen = new Set<number>();
  for (const table of parsed.data) {
    const complain = (detail: string): never => {
      throw new FuhanError('calendar.invalid', { where: `${where}，${table.year} 年`, detail });
    };
    if (seen.has(table.year)) complain('这一年出现了两次');
    seen.add(table.year);
    checkDays(table, complain);
    checkNothingMissing(table, complain);
  }
  return parsed.data;
}

function checkDays({ year, holidays, workdays }: CalendarYear, complain: (detail: string) => never): void {
  const seen = new Set<DateString>();
  const take = (date: DateString): void => {
    if (seen.has(date)) complain(`${date} 出现了两次`);
    seen.add(date);
  };
  const mustExist = (date: string): void => {
    if (!isDate(date)) complain(`${date} 不是一个存在的日期`);
  };
  for (const holiday of holidays) {
    mustExist(holiday.from);
    mustExist(holiday.to);
    const length = daysBetween(holiday.from, holiday.to) + 1;
    if (length < 1) complain(`${holiday.name}的结束日 ${holiday.to} 早于开始日 ${holiday.from}`);
    if (length > LONGEST_HOLIDAY) complain(`${holiday.name}长达 ${length} 天`);
    // 元旦 may begin in the December before: 2022-12-31 belongs to the notice of 2023.
    if (holiday.from < `${year - 1}-12-25` || holiday.to > `${year}-12-31`)
      complain(`${holiday.name}不在这一年`);
    datesOf(holiday).forEach(take);
  }
  for (const date of workdays) {
    mustExist(date);
    if (!isWeekend(date)) complain(`调休上班日 ${date} 本来就是工作日`);
    if (date < `${year - 1}-12-25` || date > `${year}-12-31`) complain(`调休上班日 ${date} 不在这一年`);
    take(date);
  }
}

/**
 * A day left out cannot be seen in the list itself, but the sum gives it away: weekdays off less weekend days worked
 * is always the statutory number of days off, since every further day off is worked off on a weekend.
 */
function checkNothingMissing(table: CalendarYear, complain: (detail: string) => never): void {
  const missing = FESTIVALS.filter((festival) => !table.holidays.some(({ name }) => name.includes(festival)));
  if (missing.length > 0) complain(`缺少${missing.join('、')}`);
  const weekdaysOff = table.holidays.flatMap(datesOf).filter((date) => !isWeekend(date)).length;
  const balance = weekdaysOff - table.workdays.length;
  const expected = statutoryDays(table.year) + (table.extraDaysOff ?? 0);
  if (balance !== expected) {
    complain(`放假占用的平日比调休上班日多 ${balance} 天，应多 ${expected} 天，有日子漏写或多写`);
  }
}
