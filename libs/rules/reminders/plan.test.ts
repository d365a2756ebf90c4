import { shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import { type Calendar, createCalendar, stateCouncilCalendar } from '../calendar';
import type { ProfileClock } from '../profile';
import { planReminders } from './plan';

const calendar = stateCouncilCalendar();
const clock = (more: Partial<ProfileClock> = {}): ProfileClock =>
  ({
    key: 'opinion',
    chase: true,
    remind: { workdaysBefore: [10, 5, 3, 1, 0], at: '09:00' },
    ...more,
  }) as ProfileClock;

interface Asked {
  due: string;
  now?: string;
  every?: number;
  of?: ProfileClock;
  days?: Calendar;
}
/** What is planned, as `day rule`. */
const planned = ({ due, now = '2026-01-01', every = 1, of = clock(), days = calendar }: Asked): string[] =>
  planReminders(
    { chase: { everyWorkdays: every, leaderAfterChases: 2, supervisorAfterWorkdays: 5 } },
    of,
    due,
    shanghaiInstant(now, '12:00'),
    days,
  ).map(({ at, rule }) => `${shanghaiDate(at)} ${rule}`);

describe('the plan of a clock', () => {
  it('should remind so many working days before, on the day, and chase on the first working day past it', () => {
    expect(planned({ due: '2026-04-09' })).toEqual([
      '2026-03-25 到期前10个工作日提醒',
      '2026-04-01 到期前5个工作日提醒',
      '2026-04-03 到期前3个工作日提醒',
      '2026-04-08 到期前1个工作日提醒',
      '2026-04-09 到期当天提醒',
      '2026-04-10 逾期第1个工作日催办',
    ]);
  });

  it('should count back over the Spring Festival and its make-up Saturday', () => {
    expect(planned({ due: '2026-02-24' }).slice(0, 4)).toEqual([
      '2026-02-03 到期前10个工作日提醒',
      '2026-02-10 到期前5个工作日提醒',
      '2026-02-12 到期前3个工作日提醒',
      '2026-02-14 到期前1个工作日提醒',
    ]);
  });

  it('should chase after a weekend and a holiday only when people are back', () => {
    expect(planned({ due: '2026-09-30' }).at(-1)).toBe('2026-10-08 逾期第1个工作日催办');
  });

  it('should hold the next chase alone', () => {
    expect(planned({ due: '2026-04-09', now: '2026-04-14' })).toEqual(['2026-04-15 逾期第4个工作日催办']);
  });

  it('should not make up for chases that were missed', () => {
    expect(planned({ due: '2026-04-09', now: '2026-06-01' })).toHaveLength(1);
  });

  it('should chase at the place’s own pace, from the first working day past the due day on', () => {
    const days = ['2026-04-09', '2026-04-10', '2026-04-13'].map((now) =>
      planned({ due: '2026-04-09', now, every: 2 }).at(-1),
    );
    expect(days).toEqual([
      '2026-04-10 逾期第1个工作日催办',
      '2026-04-14 逾期第3个工作日催办',
      '2026-04-14 逾期第3个工作日催办',
    ]);
  });

  it('should chase nobody where the clock is a right', () => {
    expect(planned({ due: '2026-04-09', now: '2026-04-08', of: clock({ chase: false }) })).toEqual([
      '2026-04-09 到期当天提醒',
    ]);
  });

  it('should say “the day itself” on the next working morning of a due day that stays on a day off, unless it chases then', () => {
    const remind = { workdaysBefore: [0], at: '09:00' };
    expect(planned({ due: '2026-10-03', of: clock({ remind, chase: false }) })).toEqual([
      '2026-10-08 到期当天提醒',
    ]);
    expect(planned({ due: '2026-10-03', of: clock({ remind }) })).toEqual(['2026-10-08 逾期第1个工作日催办']);
  });

  it('should speak once where the place names a day twice', () => {
    const remind = { workdaysBefore: [1, 1], at: '09:00' };
    expect(planned({ due: '2026-04-09', of: clock({ remind, chase: false }) })).toHaveLength(1);
  });

  it('should leave out this very moment', () => {
    const remind = { workdaysBefore: [0], at: '12:00' };
    expect(planned({ due: '2026-04-09', now: '2026-04-09', of: clock({ remind, chase: false }) })).toEqual(
      [],
    );
  });

  it('should follow a city’s own day off', () => {
    const days = createCalendar([], [{ date: '2026-04-10', working: false, why: '市庆' }]);
    expect(planned({ due: '2026-04-09', now: '2026-04-09', days }).at(-1)).toBe(
      '2026-04-13 逾期第1个工作日催办',
    );
  });
});
