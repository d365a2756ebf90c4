import { MovableClock, systemClock } from './clock';
import {
  addDays,
  addMonths,
  chineseDate,
  daysBetween,
  isDate,
  shanghaiDate,
  shanghaiInstant,
  weekday,
} from './dates';
import { newId, newToken } from './ids';

describe('the legal day', () => {
  it.each([
    ['the last moment before midnight in Shanghai', '2026-02-23T15:59:59.999Z', '2026-02-23'],
    ['midnight in Shanghai', '2026-02-23T16:00:00Z', '2026-02-24'],
    ['the last day of the year', '2026-12-31T16:00:00Z', '2027-01-01'],
    ['the leap day', '2028-02-28T16:00:00Z', '2028-02-29'],
  ])('should be that of Shanghai at %s', (_, instant, day) => {
    expect(shanghaiDate(new Date(instant))).toBe(day);
  });

  it.each(['2026-01-01', '2026-07-01', '2028-02-29', '2026-12-31'])(
    'should begin at an instant that lies in it: %s',
    (day) => {
      expect(shanghaiDate(shanghaiInstant(day))).toBe(day);
    },
  );

  it('should end a moment before the next begins', () => {
    expect(shanghaiDate(new Date(shanghaiInstant('2026-03-10').getTime() - 1))).toBe('2026-03-09');
  });

  it('should not know a summer time', () => {
    const day = shanghaiInstant('2026-07-01').getTime() - shanghaiInstant('2026-06-30').getTime();
    expect(day).toBe(86_400_000);
  });
});

describe('a day as text', () => {
  it.each(['2028-02-29', '2000-02-29', '2026-12-31'])('should exist: %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    ['of a year that is no leap year', '2026-02-29'],
    ['of a century that is no leap year', '2100-02-29'],
    ['with a month too many', '2026-13-01'],
    ['with no day', '2026-01-00'],
    ['with a time', '2026-01-01T00:00'],
    ['with a space', ' 2026-01-01'],
    ['with a line feed', '2026-01-01\n'],
    ['in wide digits', '２０２６-01-01'],
    ['in Chinese', '2026年1月1日'],
    ['with another mark', '2026/01/01'],
    ['with nothing', ''],
  ])('should not exist %s', (_, text) => {
    expect(isDate(text)).toBe(false);
  });

  it.each([
    ['2026-01-05', '2026年1月5日'],
    ['2026-10-31', '2026年10月31日'],
  ])('should be printed without zeros that nobody says: %s', (day, printed) => {
    expect(chineseDate(day)).toBe(printed);
  });
});

describe('counting on', () => {
  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 365, '2027-01-01'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('should reach from %s by %i days %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
  });

  it.each([
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('should reach from %s by %i months %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it.each([
    ['2026-03-09', '2026-03-09', 0],
    ['2026-03-09', '2026-03-08', -1],
    ['2028-01-01', '2029-01-01', 366],
  ])('should count from %s to %s the days between: %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    ['2026-03-08', 0],
    ['2026-03-09', 1],
    ['2026-03-14', 6],
  ])('should know the day of the week of %s: %i', (day, number) => {
    expect(weekday(day)).toBe(number);
  });
});

describe('a clock that can be moved', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-03-09T02:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('should show the machine’s time until it is moved', () => {
    expect(new MovableClock().now()).toEqual(new Date('2026-03-09T02:00:00Z'));
  });

  it('should go back as well as on', () => {
    const clock = new MovableClock();
    clock.moveTo(new Date('2027-01-01T00:00:00Z'));
    clock.moveTo(new Date('2025-01-01T00:00:00Z'));
    expect(clock.now()).toEqual(new Date('2025-01-01T00:00:00Z'));
  });

  it('should run on as fast as the machine’s', () => {
    const clock = new MovableClock();
    clock.moveTo(new Date('2026-12-31T15:59:00Z'));
    jest.advanceTimersByTime(60_000);
    expect(clock.today()).toBe('2027-01-01');
  });

  it('should run faster where it is told to', () => {
    const clock = new MovableClock(60);
    clock.moveTo(new Date('2026-12-31T15:00:00Z'));
    jest.advanceTimersByTime(60_000);
    expect(clock.now()).toEqual(new Date('2026-12-31T16:00:00Z'));
  });

  it('should move no other clock', () => {
    const [one, other] = [new MovableClock(), new MovableClock()];
    one.moveTo(new Date('2027-01-01T00:00:00Z'));
    expect([other.today(), systemClock.today()]).toEqual(['2026-03-09', '2026-03-09']);
  });
});

describe('an id', () => {
  it('should be a random UUID as the database prints it', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('a token', () => {
  it('should stand in an address as it is', () => {
    const token = newToken();
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('should begin with any sign there is: none is more likely', () => {
    const first = new Set(Array.from({ length: 2000 }, () => newToken()[0]));
    expect(first.size).toBe(64);
  });
});
