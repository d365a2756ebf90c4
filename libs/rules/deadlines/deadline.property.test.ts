import { addDays, addMonths, daysBetween } from '@fuhan/kernel';
import * as chineseDays from 'chinese-days';
import fc from 'fast-check';
import { type Calendar, createCalendar, stateCouncilYears } from '../calendar';
import { computeDeadline } from './deadline';
import { workingDaysBefore, workingDaysBetween } from './lights';
import type { DeadlineRule, SpanRule } from './rule';

const years = stateCouncilYears();
const calendar = createCalendar(years);
const FIRST = '2020-01-01';
const LAST = '2026-12-31';
const date = fc.integer({ min: 0, max: daysBetween(FIRST, '2026-06-30') }).map((n) => addDays(FIRST, n));
const span = (unit: SpanRule['unit'], max: number) =>
  fc.record({ unit: fc.constant(unit), amount: fc.integer({ min: 1, max }), roll: fc.boolean() });
const rule: fc.Arbitrary<DeadlineRule> = fc.oneof(span('day', 90), span('workday', 60), span('month', 6));
const due = (from: string, r: DeadlineRule, c: Calendar = calendar): string =>
  computeDeadline({ from, rule: r, calendar: c }).due;
const pausesOf = (from: string, until: string) => [
  { category: '等候提案者', reason: '约定面谈', from, until },
];
/** Written again, over another table, with another arithmetic: every working day in a row, the n-th after the event. */
const slowWorkdays = Array.from({ length: 7 * 366 }, (_, n) =>
  new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10),
).filter((day) => day <= LAST && chineseDays.isWorkday(day));
const slowDue = (from: string, amount: number): string | undefined =>
  slowWorkdays.filter((day) => day > from)[amount - 1];

describe('every deadline', () => {
  it('should be a working day when its rule rolls', () => {
    fc.assert(
      fc.property(date, rule, (from, r) => calendar.isWorkingDay(due(from, { ...r, roll: true })).working),
    );
  });

  it('should not come earlier when a holiday is added', () => {
    fc.assert(
      fc.property(date, rule, date, (from, r, off) => {
        const more = createCalendar(years, [{ date: off, working: false, why: '本市放假' }]);
        return due(from, r, more) >= due(from, r);
      }),
    );
  });

  it('should not come earlier when the amount grows', () => {
    fc.assert(fc.property(date, rule, (from, r) => due(from, longer(r)) >= due(from, r)));
  });

  it('should not come earlier when the event is a day later', () => {
    fc.assert(fc.property(date, rule, (from, r) => due(addDays(from, 1), r) >= due(from, r)));
  });

  it('should give each day between event and due day once and in order', () => {
    fc.assert(
      fc.property(date, rule, (from, r) => {
        const result = computeDeadline({ from, rule: r, calendar });
        const expected = Array.from({ length: daysBetween(from, result.due) }, (_, n) =>
          addDays(from, n + 1),
        );
        expect(result.days.map((day) => day.date)).toEqual(expected);
      }),
    );
  });

  it('should count exactly as many days as the rule asks when they are days or working days', () => {
    fc.assert(
      fc.property(date, fc.oneof(span('day', 90), span('workday', 60)), (from, r) => {
        const { days } = computeDeadline({ from, rule: r, calendar });
        return days.filter(({ counted }) => counted).length === r.amount;
      }),
    );
  });

  it('should end on the month’s same day number or its last day when it counts months and does not roll', () => {
    fc.assert(
      fc.property(
        date,
        span('month', 6),
        (from, r) => due(from, { ...r, roll: false }) === addMonths(from, r.amount),
      ),
    );
  });
});

const longer = (r: DeadlineRule): DeadlineRule => (r.unit === 'date' ? r : { ...r, amount: r.amount + 1 });

describe('a pause before the due day', () => {
  const paused = fc.record({
    start: fc.integer({ min: 1, max: 10 }),
    length: fc.integer({ min: 1, max: 20 }),
  });

  it('should move a working-day clock by exactly the working days in it', () => {
    fc.assert(
      fc.property(date, span('workday', 40), paused, (from, r, { start, length }) => {
        const [first, last] = [addDays(from, start), addDays(from, start + length - 1)];
        fc.pre(first <= due(from, r));
        const stopped = workingDaysBetween(addDays(first, -1), last, calendar);
        const moved = computeDeadline({ from, rule: r, calendar, pauses: pausesOf(first, last) }).due;
        return moved === due(from, { ...r, amount: r.amount + stopped });
      }),
    );
  });

  it('should move a clock of days or months by exactly its days when nothing rolls', () => {
    fc.assert(
      fc.property(date, fc.oneof(span('day', 90), span('month', 6)), paused, (from, r, { start, length }) => {
        const still = { ...r, roll: false };
        const [first, last] = [addDays(from, start), addDays(from, start + length - 1)];
        fc.pre(first <= due(from, still));
        const moved = computeDeadline({ from, rule: still, calendar, pauses: pausesOf(first, last) }).due;
        return moved === addDays(due(from, still), length);
      }),
    );
  });

  it('should never hold the due day', () => {
    fc.assert(
      fc.property(date, rule, paused, (from, r, { start, length }) => {
        const [first, last] = [addDays(from, start), addDays(from, start + length - 1)];
        const moved = computeDeadline({ from, rule: r, calendar, pauses: pausesOf(first, last) }).due;
        return moved < first || moved > last;
      }),
    );
  });
});

describe('2020–2026 against an independent slow counter', () => {
  it.each([1, 5, 20])('should agree from every day when %i working days are counted', (amount) => {
    const wrong: string[] = [];
    for (let from = FIRST; ; from = addDays(from, 1)) {
      const expected = slowDue(from, amount);
      if (expected === undefined) break;
      if (due(from, { unit: 'workday', amount, roll: true }) !== expected) wrong.push(from);
    }
    expect(wrong).toEqual([]);
  });
});

describe('workingDaysBefore', () => {
  it('should be undone by counting forward again', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const reached = due(from, { unit: 'workday', amount: count, roll: true });
        return workingDaysBetween(workingDaysBefore(reached, count, calendar), reached, calendar) === count;
      }),
    );
  });
});
