import { FuhanError } from '@fuhan/kernel';
import { stateCouncilCalendar } from '../calendar';
import { computeDeadline, type DeadlineQuestion } from './deadline';
import { parseRule } from './rule';

const calendar = stateCouncilCalendar();
const compute = (from: string, rule: string, more: Partial<DeadlineQuestion> = {}) =>
  computeDeadline({ from, rule, calendar, ...more });
const pause = (from: string, until: string) => ({ category: '等候提案者', reason: '约定面谈', from, until });
const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof FuhanError) return error.code;
    throw error;
  }
  return 'accepted';
};

describe('computeDeadline', () => {
  it.each([
    ['2026-09-18', '5工作日', '2026-09-24', 'a Sunday is worked'],
    ['2026-02-10', '10工作日', '2026-03-02', 'the Spring Festival lies between'],
    ['2026-09-18', '1工作日', '2026-09-20', 'day 1 is a worked Sunday'],
    ['2026-09-24', '1工作日', '2026-09-28', 'day 1 is a holiday'],
    ['2026-03-03', '15日', '2026-03-18', 'days are counted one by one'],
    ['2026-01-31', '1个月', '2026-02-28', 'the month has no 31st and its last Saturday is worked'],
    ['2028-01-31', '1个月', '2028-02-29', 'February has 29 days'],
    ['2026-03-15', '3个月', '2026-06-15', 'the same day number exists'],
    ['2026-05-31', '1个月', '2026-06-30', 'the month has 30 days'],
    ['2026-03-20', '3个月', '2026-06-22', 'the day is a Saturday in a holiday'],
    ['2026-07-01', '3个月', '2026-10-08', 'the day opens the National Day holiday'],
    ['2026-03-03', '2026-10-31', '2026-11-02', 'the fixed day is a Saturday'],
    ['2023-11-30', '3个月', '2024-02-29', 'it is a leap year'],
  ])('should put %s + %s on %s when %s', (from, rule, due) => {
    expect(compute(from, rule).due).toBe(due);
  });

  it('should stay on the day off when the rule does not roll', () => {
    expect(compute('2026-07-01', '', { rule: parseRule('3个月', { roll: false }) }).due).toBe('2026-10-01');
  });

  it('should remember the day off it was rolled from', () => {
    expect(compute('2026-07-01', '3个月').rolledFrom).toBe('2026-10-01');
  });

  it('should list every day with its reason', () => {
    expect(
      compute('2026-09-18', '5工作日').days.map(({ date, counted, why }) => [date, counted, why]),
    ).toEqual([
      ['2026-09-19', false, '周六'],
      ['2026-09-20', true, '调休上班'],
      ['2026-09-21', true, '工作日'],
      ['2026-09-22', true, '工作日'],
      ['2026-09-23', true, '工作日'],
      ['2026-09-24', true, '工作日'],
    ]);
  });

  it('should list the days it rolled over up to the due day', () => {
    const last = compute('2026-09-10', '15日').days.slice(-4);
    expect(last.map(({ date, counted, why }) => [date, counted, why])).toEqual([
      ['2026-09-25', true, '周五'],
      ['2026-09-26', false, '中秋节放假'],
      ['2026-09-27', false, '中秋节放假'],
      ['2026-09-28', false, '中秋节放假，顺延至此'],
    ]);
  });

  it('should explain itself in Chinese sentences', () => {
    expect(compute('2026-09-18', '5工作日').steps).toEqual([
      '2026年9月18日（周五）发生，次日起算。',
      '时限5个工作日：周末和放假日不计，调休上班的周末照计。',
      '跳过 1 天：周六 1 天。',
      '调休上班，照计：2026年9月20日（周日）。',
      '到期日：2026年9月24日（周四）。',
    ]);
  });

  it('should explain the month’s end and the roll', () => {
    expect(compute('2026-07-01', '3个月').steps).toEqual([
      '2026年7月1日（周三）发生，次日起算。',
      '时限3个月：到期满月份的同一日，没有这一日的到月末，期满日休息的顺延到下一个工作日。',
      '2026年10月1日（周四）期满，当天国庆节放假，顺延到下一个工作日。',
      '到期日：2026年10月8日（周四）。',
    ]);
  });

  it('should refuse a fixed day that is not after the event', () => {
    expect(codeOf(() => compute('2026-10-31', '2026-10-31'))).toBe('rule.date-passed');
  });

  it('should refuse an event on a day that does not exist', () => {
    expect(codeOf(() => compute('2026-04-31', '5日'))).toBe('date.impossible');
  });
});

describe('a provisional deadline', () => {
  it('should be marked when working days reach a year that is not published', () => {
    expect(compute('2026-12-25', '10工作日').provisional).toBe(true);
  });

  it('should be marked when the due day lies in a year that is not published', () => {
    expect(compute('2026-11-20', '3个月').provisional).toBe(true);
  });

  it('should say so in its last sentence', () => {
    expect(compute('2026-11-20', '3个月').steps.at(-1)).toBe(
      '2027年的放假安排尚未公布，到期日暂定，公布后自动重算。',
    );
  });

  it('should not be marked when it stays in published years', () => {
    expect(compute('2025-12-25', '10工作日').provisional).toBe(false);
  });

  it('should not be marked when days are counted one by one and nothing rolls', () => {
    expect(compute('2026-12-25', '', { rule: parseRule('15日', { roll: false }) }).provisional).toBe(false);
  });
});

describe('a pause', () => {
  it('should move the due day by the working days it stops', () => {
    const pauses = [pause('2026-09-21', '2026-09-22')];
    expect(compute('2026-09-18', '5工作日', { pauses }).due).toBe('2026-09-29');
  });

  it('should move a month’s end by its days', () => {
    expect(compute('2026-03-16', '1个月', { pauses: [pause('2026-03-20', '2026-03-26')] }).due).toBe(
      '2026-04-23',
    );
  });

  it('should say how many days it kept from counting', () => {
    const { pauses } = compute('2026-09-18', '5工作日', { pauses: [pause('2026-09-19', '2026-09-22')] });
    expect(pauses[0]?.skipped).toBe(3);
  });

  it('should be named on its days', () => {
    const { days } = compute('2026-09-18', '5工作日', { pauses: [pause('2026-09-21', '2026-09-21')] });
    expect(days.find(({ date }) => date === '2026-09-21')?.why).toBe('暂停（等候提案者）');
  });

  it('should be told in the explanation', () => {
    const { steps } = compute('2026-09-18', '5工作日', { pauses: [pause('2026-09-21', '2026-09-22')] });
    expect(steps).toContain('2026年9月21日至2026年9月22日暂停（等候提案者：约定面谈），其间 2 天不计。');
  });

  it('should change nothing when it begins after the due day', () => {
    expect(compute('2026-09-18', '5工作日', { pauses: [pause('2026-10-12', '2026-10-16')] }).due).toBe(
      '2026-09-24',
    );
  });

  it('should never hold the due day when that is rolled into it', () => {
    // Saturday 14 March is day 15; the clock stands still until Wednesday.
    expect(compute('2026-02-27', '15日', { pauses: [pause('2026-03-15', '2026-03-18')] }).due).toBe(
      '2026-03-19',
    );
  });

  it.each<[string, string, ReturnType<typeof pause>[]]>([
    ['it ends before it starts', 'pause.backwards', [pause('2026-09-22', '2026-09-21')]],
    ['two overlap', 'pause.overlap', [pause('2026-09-22', '2026-09-25'), pause('2026-09-20', '2026-09-22')]],
    ['it has no reason', 'pause.unexplained', [{ ...pause('2026-09-21', '2026-09-22'), reason: ' ' }]],
    ['its end does not exist', 'date.impossible', [pause('2026-09-21', '2026-09-31')]],
  ])('should be refused when %s', (_, code, pauses) => {
    expect(codeOf(() => compute('2026-09-18', '5工作日', { pauses }))).toBe(code);
  });
});

describe('an extension', () => {
  const extension = { rule: '6个月', requestedOn: '2026-06-01', reason: '试点尚未结束', cap: '6个月' };
  const extended = (change: Partial<typeof extension> = {}) =>
    compute('2026-03-16', '3个月', { extension: { ...extension, ...change } });

  it('should count the whole time from the same start', () => {
    expect(extended().due).toBe('2026-09-16');
  });

  it('should remember the due day it replaced', () => {
    expect(extended().extendedFrom).toBe('2026-06-16');
  });

  it('should tell its reason in the explanation', () => {
    expect(extended().steps).toContain('已延期：原到期日为2026年6月16日（周二），理由是试点尚未结束。');
  });

  it.each([
    ['it is asked for on the due day', 'extension.too-late', { requestedOn: '2026-06-16' }],
    ['it is asked for after the due day', 'extension.too-late', { requestedOn: '2026-06-17' }],
    ['it is no longer than the first time', 'extension.not-longer', { rule: '3个月' }],
    ['it goes beyond the cap', 'extension.over-cap', { rule: '7个月' }],
    ['it gives no reason', 'extension.unexplained', { reason: '' }],
    ['it is asked for on a day that does not exist', 'date.impossible', { requestedOn: '2026-05-32' }],
  ])('should be refused when %s', (_, code, change) => {
    expect(codeOf(() => extended(change))).toBe(code);
  });
});
