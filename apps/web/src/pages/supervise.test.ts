import { byUnit, jobsOf } from '../features/supervise/chases';
import type { Duty, Supervision } from '../shared/api/types';
import { me } from '../testing/data';
import { type Page, visit } from '../testing/page';

const duty = (more: Partial<Duty> = {}): Duty => ({
  ...{ assignmentId: 'a1', proposalId: 'p1', number: '135021', title: '关于充电桩的提案', unit: '市商务局' },
  ...{ clock: '会办意见', dueOn: '2026-04-09', light: { color: 'overdue', words: '逾期 3 个工作日' } },
  ...{ chases: 2, lastChasedAt: '2026-04-13T01:00:00.000Z', mayChase: true },
  ...more,
});
const open = (answer: Partial<Supervision>) =>
  visit('/supervise', [
    [['me'], me()],
    [['supervision'], { duties: [], asked: [], ...answer }],
  ]) as Promise<Page>;

describe('督办', () => {
  it('should show who is late with what, how late, and how often it was chased', async () => {
    const { text } = await open({ duties: [duty()] });
    for (const words of ['逾期 1 项，临期 0 项', '市商务局', '逾期 3 个工作日', '催过 2 次', '第 135021 号'])
      expect(text).toContain(words);
  });

  it('should say what was never chased', async () => {
    expect((await open({ duties: [duty({ chases: 0, lastChasedAt: null })] })).text).toContain('还没有催过');
  });

  it('should offer no text to who may chase nobody', async () => {
    expect((await open({ duties: [duty({ mayChase: false })] })).text).not.toContain('催办内容');
  });

  it('should show the wishes that wait for an answer, and lead to their cases', async () => {
    const wish = { id: 'r1', proposalId: 'p2', number: '135022', title: '关于公交的提案', unit: '市公安局' };
    const { text, html } = await open({
      asked: [{ ...wish, what: 'return', since: '2026-04-08T01:00:00.000Z' }],
    });
    expect(text).toContain('市公安局申请退办：关于公交的提案');
    expect(html).toContain('href="/proposals/p2"');
  });

  it('should say that nobody is late', async () => {
    expect((await open({})).text).toContain('没有逾期的，也没有临近到期的。');
  });

  it('should stand by unit, the latest first, and chase a part of a case once', () => {
    const duties = [
      duty(),
      duty({ assignmentId: 'a2', unit: '市公安局' }),
      duty({ clock: '确认采用的内容' }),
    ];
    expect(byUnit(duties).map(([unit, own]) => [unit, own.length])).toEqual([
      ['市商务局', 2],
      ['市公安局', 1],
    ]);
    expect(jobsOf(duties, '请抓紧。').map(({ words }) => words)).toEqual([
      '市商务局 第 135021 号',
      '市公安局 第 135021 号',
    ]);
  });
});
