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

describe('dates', () => {
  it('should keep the day number when months are added, or fall back to the last day of the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-03-15', 3)).toBe('2026-06-15');
  });

  it('should know the legal day in Shanghai whatever the zone of the server', () => {
    expect(shanghaiDate(new Date('2026-02-23T16:30:00Z'))).toBe('2026-02-24');
    expect(shanghaiInstant('2026-02-24', '09:00').toISOString()).toBe('2026-02-24T01:00:00.000Z');
  });

  it('should refuse days that do not exist', () => {
    expect(isDate('2026-04-30')).toBe(true);
    expect(isDate('2026-04-31')).toBe(false);
    expect(isDate('2026-4-3')).toBe(false);
    expect(isDate('nonsense')).toBe(false);
  });

  it('should count days across month and year ends', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect(weekday('2026-09-20')).toBe(0);
  });

  it('should print a date without leading zeros', () => {
    expect(chineseDate('2025-09-03')).toBe('2025年9月3日');
  });
});
