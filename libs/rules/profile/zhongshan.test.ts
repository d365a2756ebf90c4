import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { stateCouncilCalendar } from '../calendar';
import { computeDeadline, ruleText } from '../deadlines';
import { clockOf, commitmentClock, formatNumber, needsCommitment, routeOf, unitNamed } from './lookups';
import { parseProfile } from './profile';

const directory = join(__dirname, '../../../seeds/places/zhongshan');
const profile = parseProfile(
  Object.fromEntries(
    readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')]),
  ),
);

describe('the promises of 中山市', () => {
  it('should be due on the day that was set, on a day off too, and remind a month before', () => {
    const clock = commitmentClock(profile, '2027-12-31');
    expect([clock.name, clock.chase, clock.remind.workdaysBefore[0]]).toEqual(['兑现承诺', true, 30]);
    expect(clock.rule).toEqual({ unit: 'date', date: '2027-12-31', roll: false });
  });

  it('should speak like the other clocks in a place that says nothing of it', () => {
    const { remind: _, ...commitment } = profile.commitment;
    const { reminders } = profile;
    expect(commitmentClock({ commitment, reminders }, '2027-12-31').remind).toEqual(reminders);
  });

  it('should be needed for class B alone', () => {
    expect(['A', 'B', 'C', null].map((key) => needsCommitment(profile, key))).toEqual([
      ...[false, true, false, false],
    ]);
  });
});

describe('the profile of 中山市', () => {
  it.each([
    ['return', '5个工作日'],
    ['return_answer', '7日'],
    ['contact', '15个工作日'],
    ['opinion', '1个月'],
    ['reply', '3个月'],
    ['rating', '15个工作日'],
    ['redo_order', '5个工作日'],
    ['redo', '1个月'],
    ['publish', '20个工作日'],
  ])('should run the clock “%s” for %s', (key, words) => {
    const clock = clockOf(profile, key);
    expect(clock && ruleText(clock.rule)).toBe(words);
  });

  it('should roll every due day to the next working day', () => {
    expect(profile.clocks.filter(({ rule }) => !rule.roll)).toEqual([]);
  });

  it('should allow the reply six months in all', () => {
    expect(clockOf(profile, 'reply')?.extensionCap).toEqual({ unit: 'month', amount: 6, roll: true });
  });

  it('should remind of the reply 10, 5, 3, 1 working days before and on the day, at nine', () => {
    expect(clockOf(profile, 'reply')?.remind).toEqual({ workdaysBefore: [10, 5, 3, 1, 0], at: '09:00' });
  });

  it('should give a clock its own reminders when the file says so', () => {
    expect(clockOf(profile, 'return')?.remind.workdaysBefore).toEqual([1]);
  });

  it('should yield the due day of a reply', () => {
    const rule = clockOf(profile, 'reply')?.rule ?? '';
    expect(computeDeadline({ from: '2026-03-20', rule, calendar: stateCouncilCalendar() }).due).toBe(
      '2026-06-22',
    );
  });

  it('should send the ordinary route through reviewer, leader and head', () => {
    expect(routeOf(profile).steps.map(({ duty }) => duty)).toEqual(['reviewer', 'leader', 'head']);
  });

  it('should refuse a route the place does not have', () => {
    expect(() => routeOf(profile, 'express')).toThrow(FuhanError);
  });

  it('should print a number without 第 and leading zeros', () => {
    expect(profile.series.map((series) => formatNumber(series, 2025, 122))).toEqual([
      '中工信函〔2025〕122号',
    ]);
  });

  it.each(['gongxin', '中山市工业和信息化局', '市工业和信息化局', '市工信局'])(
    'should know the unit by “%s”',
    (name) => {
      expect(unitNamed(profile, name)?.code).toBe('gongxin');
    },
  );

  it('should not know a unit that does not exist', () => {
    expect(unitNamed(profile, '市工业信局')).toBeUndefined();
  });

  it('should not print the class unless asked', () => {
    expect(
      profile.classes.map(({ key, printed, printedByDefault }) => [key, printed, printedByDefault]),
    ).toEqual([
      ['A', '（A类）', false],
      ['B', '（B类）', false],
      ['C', '（C类）', false],
    ]);
  });

  it('should print each verdict as one sentence', () => {
    expect(Object.values(profile.verdicts).filter(({ printed }) => !/^[^。]+。$/.test(printed))).toEqual([]);
  });

  it('should copy every letter to the committee’s office and the government office', () => {
    expect(profile.fixedCopyTo).toEqual(['市政协提案委', '市政府办公室']);
  });
});
