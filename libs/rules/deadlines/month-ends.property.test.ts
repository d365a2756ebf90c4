import { addDays, daysBetween, weekday } from '@fuhan/kernel';
import * as chineseDays from 'chinese-days';
import fc from 'fast-check';
import { createCalendar, stateCouncilYears } from '../calendar';
import { computeDeadline } from './deadline';
import type { DeadlineRule } from './rule';

const calendar = createCalendar(stateCouncilYears());
const due = (from: string, rule: DeadlineRule): string => computeDeadline({ from, rule, calendar }).due;
const two = (n: number): string => String(n).padStart(2, '0');

/** Written again without the kernel: the calendar's own arithmetic, by the rules of Gregory XIII. */
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
function slowMonths(from: string, amount: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [y, m] = [year + Math.floor((month - 1 + amount) / 12), ((month - 1 + amount) % 12) + 1];
  return `${y}-${two(m)}-${two(Math.min(day, lengthOf(y, m)))}`;
}

/** The last four days of any month, where months differ; centuries and leap years among them. */
const monthEnd = fc
  .record({
    year: fc.oneof(fc.integer({ min: 2019, max: 2050 }), fc.constantFrom(2000, 2024, 2028, 2096, 2100)),
    month: fc.integer({ min: 1, max: 12 }),
    back: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ year, month, back }) => `${year}-${two(month)}-${two(lengthOf(year, month) - back)}`);
const leapDay = fc.constantFrom('2020-02-29', '2024-02-29', '2028-02-29');
const months = fc.integer({ min: 1, max: 48 });

describe('months from the end of a month', () => {
  it('should end on the same day number, or on the last day of a month that has none', () => {
    fc.assert(
      fc.property(fc.oneof(monthEnd, leapDay), months, (from, amount) => {
        expect(due(from, { unit: 'month', amount, roll: false })).toBe(slowMonths(from, amount));
      }),
      { numRuns: 500 },
    );
  });

  it('should never leave the month they lead to before they roll', () => {
    fc.assert(
      fc.property(monthEnd, months, (from, amount) => {
        const month = slowMonths(from, amount).slice(0, 7);
        return due(from, { unit: 'month', amount, roll: false }).startsWith(month);
      }),
    );
  });

  it('should come back to 29 February only in a leap year', () => {
    fc.assert(
      fc.property(leapDay, fc.integer({ min: 1, max: 9 }), (from, years) => {
        const year = Number(from.slice(0, 4)) + years;
        expect(due(from, { unit: 'month', amount: 12 * years, roll: false })).toBe(
          `${year}-02-${isLeap(year) ? 29 : 28}`,
        );
      }),
    );
  });

  it('should count 29 February as a day like others', () => {
    fc.assert(
      fc.property(leapDay, fc.integer({ min: 1, max: 40 }), (leap, before) => {
        const from = addDays(leap, -before);
        const { days } = computeDeadline({ from, rule: { unit: 'day', amount: 60, roll: false }, calendar });
        return days.find(({ date }) => date === leap)?.number === before;
      }),
    );
  });
});

describe('the make-up weekends (调休上班)', () => {
  const makeUp = fc.constantFrom(...stateCouncilYears().flatMap(({ workdays }) => workdays));

  it('should all be Saturdays or Sundays that count as working days', () => {
    fc.assert(
      fc.property(makeUp, (date) => [0, 6].includes(weekday(date)) && calendar.isWorkingDay(date).working),
    );
  });

  it('should hold a due day that falls on one', () => {
    fc.assert(
      fc.property(makeUp, fc.integer({ min: 1, max: 90 }), (date, amount) => {
        const from = addDays(date, -amount);
        return due(from, { unit: 'day', amount, roll: true }) === date;
      }),
    );
  });

  it('should have a number of their own in a clock of working days', () => {
    fc.assert(
      fc.property(makeUp, fc.integer({ min: 1, max: 20 }), (date, before) => {
        const rule = { unit: 'workday', amount: 60, roll: true } as const;
        const { days } = computeDeadline({ from: addDays(date, -before), rule, calendar });
        return days.find((day) => day.date === date)?.number !== null;
      }),
    );
  });
});

describe('2020–2026 against an independent slow counter', () => {
  const FIRST = '2020-01-01';
  const from = fc
    .integer({ min: 0, max: daysBetween(FIRST, '2026-06-30') })
    .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
  /** The first day from this one on that the other table has as worked. */
  const slowRoll = (date: string): string => {
    let day = new Date(`${date}T00:00:00Z`);
    while (!chineseDays.isWorkday(day.toISOString().slice(0, 10))) day = new Date(day.getTime() + 86_400_000);
    return day.toISOString().slice(0, 10);
  };

  it('should agree when months are counted and roll', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 6 }), (day, amount) => {
        expect(due(day, { unit: 'month', amount, roll: true })).toBe(slowRoll(slowMonths(day, amount)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('should agree when days are counted and roll', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 120 }), (day, amount) => {
        const reached = new Date(Date.parse(`${day}T00:00:00Z`) + amount * 86_400_000);
        const expected = slowRoll(reached.toISOString().slice(0, 10));
        expect(due(day, { unit: 'day', amount, roll: true })).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});
