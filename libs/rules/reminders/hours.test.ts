import { shanghaiInstant } from '@fuhan/kernel';
import { stateCouncilCalendar } from '../calendar';
import { isWorkingTime, nextMorning, quietUntil, workingDayFrom, workingMoment } from './hours';

const calendar = stateCouncilCalendar();
const hours = { from: '08:30', to: '17:30' };
const office = { hours, at: '09:00', calendar };
/** `2026-03-09 09:00` in Shanghai. */
const at = (text: string): Date => shanghaiInstant(text.slice(0, 10), text.slice(11));
const shown = (instant: Date | null): string | null =>
  instant && new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('working days', () => {
  it.each([
    ['2026-03-09', '2026-03-09', 'a Monday is itself'],
    ['2026-03-07', '2026-03-09', 'a Saturday waits for Monday'],
    ['2026-02-14', '2026-02-14', 'a make-up Saturday is worked'],
    ['2026-02-15', '2026-02-24', 'the Spring Festival is over on the 24th'],
    ['2026-10-01', '2026-10-08', 'so is National Day on the 8th'],
  ])('%s → %s: %s', (from, to) => {
    expect(workingDayFrom(from, calendar)).toBe(to);
  });

  it('should keep the time of day where a moment moves to another day', () => {
    expect(shown(workingMoment('2026-10-03', '09:00', calendar))).toBe('2026-10-08 09:00');
  });
});

describe('working time', () => {
  it.each([
    ['2026-03-09 08:29', false],
    ['2026-03-09 08:30', true],
    ['2026-03-09 17:29', true],
    ['2026-03-09 17:30', false],
    ['2026-03-08 10:00', false],
    ['2026-02-28 10:00', true],
    ['2026-10-02 10:00', false],
  ])('%s: %s', (moment, open) => {
    expect(isWorkingTime(at(moment), hours, calendar)).toBe(open);
  });
});

describe('the next morning', () => {
  it.each([
    ['2026-03-09 07:00', '2026-03-09 09:00', 'this day’s, before it'],
    ['2026-03-09 09:00', '2026-03-10 09:00', 'the next day’s, at its very moment'],
    ['2026-03-06 18:00', '2026-03-09 09:00', 'over the weekend'],
    ['2026-02-14 18:00', '2026-02-24 09:00', 'over the Spring Festival'],
  ])('%s → %s: %s', (now, morning) => {
    expect(shown(nextMorning(at(now), '09:00', calendar))).toBe(morning);
  });
});

describe('quiet', () => {
  it.each([
    ['at its own moment it goes out', '2026-03-09 09:00', '2026-03-09 09:00', null],
    ['a little late it goes out', '2026-03-09 09:00', '2026-03-09 16:00', null],
    ['in the evening it waits for the morning', '2026-03-09 09:00', '2026-03-09 17:30', '2026-03-10 09:00'],
    ['at night it waits', '2026-03-09 22:00', '2026-03-09 22:00', '2026-03-10 09:00'],
    ['before work it waits for the same morning', '2026-03-09 09:00', '2026-03-10 06:00', '2026-03-10 09:00'],
    [
      'late from yesterday it joins this morning’s',
      '2026-03-09 09:00',
      '2026-03-10 08:40',
      '2026-03-10 09:00',
    ],
    ['late from yesterday it goes out after the morning', '2026-03-09 09:00', '2026-03-10 10:00', null],
    [
      'on a day off it waits for the next worked one',
      '2026-10-01 09:00',
      '2026-10-01 09:00',
      '2026-10-08 09:00',
    ],
    [
      'sent by hand before the morning of the same day it goes out',
      '2026-03-09 08:45',
      '2026-03-09 08:45',
      null,
    ],
  ])('%s', (_words, due, now, until) => {
    expect(shown(quietUntil(at(due), at(now), office))).toBe(until);
  });
});
