import { createElement } from 'react';
import type { ClockExplanation } from '../../shared/api/types';
import { clock } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { ClockExplained } from './clock-drawer';

const explanation = (more: Partial<ClockExplanation> = {}): ClockExplanation => ({
  ...clock(),
  proposal: { id: 'p1', number: '135021', title: '关于养老的建议' },
  event: { name: '交办', on: '2026-09-18' },
  rule: { text: '5个工作日', roll: true, extensionCap: '6个月' },
  standsIn: {
    place: '中山市',
    version: 2,
    file: 'clocks.yaml',
    key: 'return',
    source: '中山市提案办理默认时限',
  },
  days: [
    { date: '2026-09-19', weekday: '周六', counted: false, number: null, paused: false, why: '周六' },
    { date: '2026-09-20', weekday: '周日', counted: true, number: 1, paused: false, why: '调休上班' },
  ],
  pauses: [],
  extension: null,
  rolledFrom: null,
  ...more,
});
const read = (more: Partial<ClockExplanation> = {}): string =>
  words(markup(createElement(ClockExplained, { clock: explanation(more) })));

describe('the explanation of a clock', () => {
  it('should begin with its day, and say where it is not firm', () => {
    expect(read({ dueOn: '2027-02-14', provisional: true })).toMatch(/^2027年2月14日到期（暂定）/);
  });
  it('should name the event, the rule and where it stands', () => {
    const text = read();
    expect(text).toContain('2026年9月18日交办，次日为第 1 日');
    expect(text).toContain('5个工作日，到期日休息时顺延；延期后最长6个月');
    expect(text).toContain('中山市提案办理默认时限 中山市配置第 2 版，clocks.yaml 的 return');
  });
  it('should say that a day stays where the rule does not roll', () => {
    expect(read({ rule: { text: '15日', roll: false, extensionCap: null } })).toContain(
      '15日，到期日休息也不顺延',
    );
  });
  it('should show each day, counted or not, and why', () => {
    expect(read()).toContain('2026-09-19 周六不计周六2026-09-20 周日第 1 日调休上班');
  });
  it('should say that it was never paused nor extended', () => {
    expect(read()).toMatch(/没有暂停过。.*没有延期。/);
  });
  it('should show a pause with its days, and an extension with the day before it', () => {
    const pause = { category: '等候提案者', reason: '约谈', from: '2026-03-10', until: '2026-03-19' };
    const extension = {
      text: '6个月',
      requestedOn: '2026-05-01',
      reason: '要等批复',
      extendedFrom: '2026-06-09',
    };
    const text = read({ pauses: [{ ...pause, skipped: 8 }], extension });
    expect(text).toContain('2026年3月10日至2026年3月19日，等候提案者：约谈（不计 8 天）');
    expect(text).toContain('2026年5月1日申请，共6个月：要等批复。原到期日2026年6月9日。');
  });
});
