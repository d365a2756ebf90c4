import fc from 'fast-check';
import { addDays } from '@fuhan/kernel';
import { stateCouncilCalendar } from '../calendar';
import { workingDaysBetween } from '../deadlines';
import { backPlan } from './back-plan';

const calendar = stateCouncilCalendar();
const plan = [
  { key: 'opinions', name: '会办意见收齐', workdaysBefore: 30 },
  { key: 'draft', name: '答复稿拟成', workdaysBefore: 20 },
  { key: 'review', name: '审核签发', workdaysBefore: 10 },
];
const days = (from: string, due: string) => backPlan(from, due, plan, calendar).map(({ on }) => on);

describe('the back-plan', () => {
  it('should count working days back from the due day, past weekends and holidays', () => {
    // 22 June 2026 is a Monday after 端午 (19 to 21 June); 劳动节 and its make-up Saturday 9 May lie on the way.
    expect(days('2026-03-20', '2026-06-22')).toEqual(['2026-05-09', '2026-05-22', '2026-06-05']);
  });

  it('should keep the order and the words of the plan', () => {
    expect(backPlan('2026-03-20', '2026-06-22', plan, calendar).map(({ name }) => name)).toEqual([
      ...['会办意见收齐', '答复稿拟成', '审核签发'],
    ]);
  });

  it('should begin on the day of the hand-over where the time is short', () => {
    expect(days('2026-06-01', '2026-06-12')).toEqual(['2026-06-01', '2026-06-01', '2026-06-01']);
  });

  it('should be nothing where the place has no plan', () => {
    expect(backPlan('2026-03-20', '2026-06-22', [], calendar)).toEqual([]);
  });

  it('should never leave the time there is, and leave exactly the working days it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 300 }), (span, start) => {
        const from = addDays('2025-03-03', start);
        const due = addDays(from, span);
        fc.pre(calendar.isWorkingDay(due).working);
        for (const [i, on] of days(from, due).entries()) {
          const left = workingDaysBetween(on, due, calendar);
          const wanted = plan[i]?.workdaysBefore ?? 0;
          if (on < from || on > due || (on > from ? left !== wanted : left > wanted)) return false;
        }
        return true;
      }),
    );
  });
});
