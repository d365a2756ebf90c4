import { FuhanError } from '@fuhan/kernel';
import { type CalendarYear, parseCalendarYears } from './calendar-year';
import { stateCouncilYears } from './state-council';

type Changes = Partial<{ -readonly [K in keyof CalendarYear]: unknown }>;

/** The table of 2026 with something changed. */
const with2026 = (change: (table: CalendarYear) => Changes): unknown => {
  const table = stateCouncilYears().find(({ year }) => year === 2026);
  if (table === undefined) throw new Error('2026 is not shipped');
  return { ...table, ...change(table) };
};
const refusal = (data: unknown): string => {
  try {
    parseCalendarYears(data, '2026.json');
  } catch (error) {
    if (error instanceof FuhanError && error.code === 'calendar.invalid') return error.message;
    throw error;
  }
  return 'accepted';
};

describe('parseCalendarYears', () => {
  it('should take one table when the file is not a list', () => {
    expect(
      parseCalendarYears(
        with2026(() => ({})),
        '2026.json',
      ).map(({ year }) => year),
    ).toEqual([2026]);
  });

  it.each<[string, (table: CalendarYear) => Changes, string]>([
    ['a make-up day is left out', (t) => ({ workdays: t.workdays.slice(1) }), '应多 13 天'],
    [
      'a day off is left out',
      (t) => ({ holidays: t.holidays.map((h) => (h.name === '春节' ? { ...h, to: '2026-02-22' } : h)) }),
      '应多 13 天',
    ],
    ['a festival is left out', (t) => ({ holidays: t.holidays.slice(0, -1) }), '缺少国庆'],
    [
      'a make-up day is doubled',
      (t) => ({ workdays: [...t.workdays, '2026-09-20'] }),
      '2026-09-20 出现了两次',
    ],
    [
      'a holiday is doubled',
      (t) => ({ holidays: [...t.holidays, ...t.holidays.slice(-1)] }),
      '2026-10-01 出现了两次',
    ],
    [
      'a day is both off and worked',
      (t) => ({ workdays: [...t.workdays, '2026-10-03'] }),
      '2026-10-03 出现了两次',
    ],
    [
      'a day does not exist',
      (t) => ({ workdays: [...t.workdays, '2026-02-30'] }),
      '2026-02-30 不是一个存在的日期',
    ],
    [
      'a make-up day is a weekday',
      (t) => ({ workdays: [...t.workdays, '2026-09-21'] }),
      '2026-09-21 本来就是工作日',
    ],
    [
      'a make-up day is of another year',
      (t) => ({ workdays: [...t.workdays, '2027-10-09'] }),
      '2027-10-09 不在这一年',
    ],
    [
      'a holiday ends before it begins',
      (t) => ({ holidays: [...t.holidays, { name: '校庆', from: '2026-11-12', to: '2026-11-11' }] }),
      '校庆的结束日 2026-11-11 早于开始日 2026-11-12',
    ],
    [
      'a holiday is a month long',
      (t) => ({ holidays: [...t.holidays, { name: '暑假', from: '2026-07-01', to: '2026-07-31' }] }),
      '暑假长达 31 天',
    ],
    [
      'a holiday is of another year',
      (t) => ({ holidays: [...t.holidays, { name: '校庆', from: '2025-11-12', to: '2025-11-12' }] }),
      '校庆不在这一年',
    ],
    ['the source is missing', () => ({ source: undefined }), '“0.source”缺少或写法不对'],
  ])('should refuse the file when %s', (_, change, reason) => {
    expect(refusal(with2026(change))).toContain(reason);
  });

  it('should refuse the file when a year stands in it twice', () => {
    expect(refusal([with2026(() => ({})), with2026(() => ({}))])).toContain('2026 年）：这一年出现了两次');
  });

  it.each([
    ['null', null],
    ['a word', '放假'],
    ['an empty list', []],
  ])('should refuse %s', (_, data) => {
    expect(refusal(data)).toContain('放假安排有误（2026.json）');
  });
});
