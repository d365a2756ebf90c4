import { stateCouncilCalendar } from '../calendar';
import { computeDeadline } from './deadline';
import { parseRule } from './rule';

const calendar = stateCouncilCalendar();
const steps = (from: string, rule: string, roll = true) =>
  computeDeadline({ from, rule: parseRule(rule, { roll }), calendar }).steps;

describe('the explanation of a deadline', () => {
  it('should say that days are counted one by one and do not roll when the place has it so', () => {
    expect(steps('2026-03-14', '15日', false)).toEqual([
      '2026年3月14日（周六）发生，次日起算。',
      '时限15日：逐日计算，期满日休息的不顺延。',
      '到期日：2026年3月29日（周日）。',
    ]);
  });

  it('should say 休息 when the last day is a plain weekend day', () => {
    expect(steps('2026-03-14', '15日')).toContain(
      '2026年3月29日（周日）期满，当天休息，顺延到下一个工作日。',
    );
  });

  it('should name a fixed day', () => {
    expect(steps('2026-03-03', '2026-10-30')[1]).toBe(
      '时限至2026年10月30日：固定日期，期满日休息的顺延到下一个工作日。',
    );
  });

  it('should sum up the days passed over by their reason', () => {
    expect(steps('2026-02-10', '10工作日')).toContain('跳过 10 天：春节放假 9 天、周日 1 天。');
  });

  it('should not speak of days passed over when there are none', () => {
    expect(steps('2026-09-21', '3工作日')).toHaveLength(3);
  });

  it('should name every unpublished year it reaches', () => {
    expect(steps('2026-12-31', '300工作日').at(-1)).toBe(
      '2027、2028年的放假安排尚未公布，到期日暂定，公布后自动重算。',
    );
  });

  it('should end with the due day when nothing is provisional', () => {
    expect(steps('2026-09-18', '5工作日').at(-1)).toBe('到期日：2026年9月24日（周四）。');
  });
});
