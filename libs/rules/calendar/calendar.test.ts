import { addDays, FuhanError } from '@fuhan/kernel';
import * as chineseDays from 'chinese-days';
import { assertDate, createCalendar, weekdayName, whyOf } from './calendar';
import { datesOf } from './calendar-year';
import { stateCouncilCalendar, stateCouncilYears } from './state-council';

const calendar = stateCouncilCalendar();

const everyDay = (from: string, until: string): string[] => {
  const days: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) days.push(date);
  return days;
};

describe('the shipped calendar', () => {
  it.each([2020, 2021, 2022, 2023, 2024, 2025, 2026])(
    'should agree with chinese-days on every day of %i',
    (year) => {
      // Strings only: the package reads a Date in the zone of the process.
      const differing = everyDay(`${year}-01-01`, `${year}-12-31`).filter(
        (date) => calendar.isWorkingDay(date).working !== chineseDays.isWorkday(date),
      );
      expect(differing).toEqual([]);
    },
  );

  it('should cover exactly the years 2020 to 2026', () => {
    expect(stateCouncilYears().map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it('should name the notice of every year', () => {
    expect(stateCouncilYears().filter(({ source }) => !/国办发明电〔\d{4}〕\d+号/.test(source))).toEqual([]);
  });

  it.each([
    ['2026-09-18', true, '工作日'],
    ['2026-09-19', false, '周六'],
    ['2026-09-20', true, '调休上班'],
    ['2026-09-25', false, '中秋节放假'],
    ['2026-10-01', false, '国庆节放假'],
    ['2022-12-31', false, '元旦放假'],
  ])('should say of %s: working %s, because %s', (date, working, why) => {
    expect(calendar.isWorkingDay(date)).toEqual({ working, why });
  });

  it('should say why only of a day that differs from its weekday', () => {
    const days = ['2026-09-18', '2026-09-19', '2026-09-20', '2026-10-01', '2026-10-03'];
    expect(days.map((date) => whyOf(calendar, date))).toEqual([
      ...[null, null, '调休上班', '国庆节放假', '国庆节放假'],
    ]);
  });

  it('should know only weekends when the year is not published', () => {
    expect(calendar.isWorkingDay('2027-01-01')).toEqual({ working: true, why: '工作日' });
  });

  it('should not call a year published when its notice is not in the file', () => {
    expect([2026, 2027].map((year) => calendar.published(year))).toEqual([true, false]);
  });

  it('should refuse a day that does not exist', () => {
    expect(() => calendar.isWorkingDay('2026-02-30')).toThrow(FuhanError);
  });
});

describe('a city’s own day', () => {
  it('should win when the State Council has the day otherwise', () => {
    const local = createCalendar(stateCouncilYears(), [
      { date: '2026-11-12', working: false, why: '本市放假' },
    ]);
    expect(local.isWorkingDay('2026-11-12')).toEqual({ working: false, why: '本市放假' });
  });

  it('should be refused when the day does not exist', () => {
    expect(() => createCalendar([], [{ date: '2026-11-31', working: false, why: '本市放假' }])).toThrow(
      '2026-11-31',
    );
  });

  it('should be worked when the city says so, though the notice gives the day off', () => {
    const local = createCalendar(stateCouncilYears(), [
      { date: '2026-10-07', working: true, why: '本市上班' },
    ]);
    expect(local.isWorkingDay('2026-10-07').working).toBe(true);
  });
});

describe('datesOf', () => {
  it('should give both ends of a holiday and what lies between', () => {
    const newYear = { name: '元旦', from: '2022-12-31', to: '2023-01-02' };
    expect(datesOf(newYear)).toEqual(['2022-12-31', '2023-01-01', '2023-01-02']);
  });
});

describe('assertDate', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-9-1', '9月1日', ''])('should refuse “%s”', (text) => {
    expect(() => assertDate(text)).toThrow(`“${text}”不是一个存在的日期`);
  });

  it('should give back a leap day', () => {
    expect(assertDate('2028-02-29')).toBe('2028-02-29');
  });
});

describe('weekdayName', () => {
  it('should name the days of a week', () => {
    expect(everyDay('2026-09-20', '2026-09-26').map(weekdayName).join('')).toBe(
      '周日周一周二周三周四周五周六',
    );
  });
});
