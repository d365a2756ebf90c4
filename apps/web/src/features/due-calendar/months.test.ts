import { shiftMonth, showMonth, weekdayOf, weeksOf } from './months';

const days = (month: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ date: `${month}-${String(i + 1).padStart(2, '0')}` }));

describe('a month on a page', () => {
  it('should begin its weeks on Monday', () => {
    const [first, ...rest] = weeksOf(days('2026-03', 31));
    // 1 March 2026 is a Sunday.
    expect(first?.map((day) => day?.date ?? '')).toEqual(['', '', '', '', '', '', '2026-03-01']);
    expect(rest).toHaveLength(5);
    expect(rest.at(-1)?.map((day) => day?.date.slice(8) ?? '')).toEqual(['30', '31', '', '', '', '', '']);
  });
  it('should need no empty week where it fits', () => {
    // February 2027 begins on a Monday and has four weeks.
    expect(weeksOf(days('2027-02', 28)).flat()).not.toContain(null);
  });
  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-06', -18, '2024-12'],
  ])('should know the month %s moved by %i', (month, by, other) => {
    expect(shiftMonth(month, by)).toBe(other);
  });
  it('should be named as people write it', () => {
    expect([showMonth('2026-03'), weekdayOf('2026-09-20')]).toEqual(['2026年3月', '周日']);
  });
});
