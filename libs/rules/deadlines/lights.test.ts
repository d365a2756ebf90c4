import { stateCouncilCalendar } from '../calendar';
import { lightOf, workingDaysBefore, workingDaysBetween } from './lights';

const calendar = stateCouncilCalendar();
const thresholds = { red: 3, yellow: 10 };

describe('workingDaysBefore', () => {
  it.each([
    [0, '2026-09-24'],
    [1, '2026-09-23'],
    [4, '2026-09-20'],
    [5, '2026-09-18'],
  ])('should go %i working days back from 24 September 2026 to %s', (count, date) => {
    expect(workingDaysBefore('2026-09-24', count, calendar)).toBe(date);
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['2026-09-18', '2026-09-24', 5],
    ['2026-09-24', '2026-09-18', -5],
    ['2026-09-18', '2026-09-18', 0],
    ['2026-09-30', '2026-10-08', 1],
    ['2026-09-19', '2026-09-18', 0],
  ])('should count from %s to %s: %i', (from, to, days) => {
    expect(workingDaysBetween(from, to, calendar)).toBe(days);
  });
});

describe('lightOf', () => {
  it.each([
    ['2026-08-31', '2026-09-24', 'green', '剩 19 个工作日'],
    ['2026-09-11', '2026-09-24', 'yellow', '剩 10 个工作日'],
    ['2026-09-20', '2026-09-24', 'yellow', '剩 4 个工作日'],
    ['2026-09-21', '2026-09-24', 'red', '剩 3 个工作日'],
    ['2026-09-24', '2026-09-24', 'red', '今天到期'],
    ['2026-09-28', '2026-09-24', 'overdue', '逾期 1 个工作日'],
    ['2026-09-25', '2026-09-24', 'overdue', '已逾期'],
    ['2026-09-25', '2026-09-26', 'red', '下个工作日前到期'],
  ])('should on %s see a due day of %s as %s: %s', (today, due, color, words) => {
    expect(lightOf(today, due, calendar, thresholds)).toEqual({ color, words });
  });

  it('should be grey when no clock runs', () => {
    expect(lightOf('2026-09-24', null, calendar, thresholds)).toEqual({ color: 'grey', words: '不计时' });
  });
});
