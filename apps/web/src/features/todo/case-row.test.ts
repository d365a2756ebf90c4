import { createElement } from 'react';
import { todoItem } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { CaseRow, RowHead } from './case-row';

const html = (more: Parameters<typeof todoItem>[0] = {}, selected = false): string =>
  markup(createElement(CaseRow, { row: todoItem(more), selected }));
const read = (more: Parameters<typeof todoItem>[0] = {}): string => words(html(more));

describe('a case in a list', () => {
  it('should be named by number, proposers and the part one has in it', () => {
    expect(read()).toContain('第 135021 号 · 沈若谷 · 主办');
  });
  it('should count the proposers beyond the third', () => {
    expect(read({ proposers: ['甲', '乙', '丙', '丁'] })).toContain('甲、乙、丙等4位');
  });
  it('should say in words what its light says in colour', () => {
    expect(read({ light: { color: 'overdue', words: '逾期 3 天' } })).toContain('逾期 3 天');
  });
  it('should show until when', () => {
    expect(read({ dueOn: '2026-06-02' })).toContain('06-02 前');
  });
  it('should show no day where no clock runs', () => {
    expect(read({ dueOn: null })).not.toContain('前');
  });
  it('should mark a key proposal in words', () => {
    expect(read({ keyProposal: true })).toContain('重点');
  });
  it('should not call an ordinary proposal a key one', () => {
    expect(read()).not.toContain('重点');
  });
  it('should say what it waits for from me', () => {
    expect(read({ waitingFor: '签收' })).toContain('等您：签收');
  });
  it('should say why what waits cannot be done yet', () => {
    expect(read({ waitingFor: '送核稿', blockedBy: '还有 2 家没有意见' })).toContain(
      '送核稿（还有 2 家没有意见）',
    );
  });
  it('should not say that it waits for me when I cannot do it yet', () => {
    expect(read({ waitingFor: '送核稿', blockedBy: '还有 2 家没有意见' })).not.toContain('等您');
  });
  it('should not say that it waits when it does not', () => {
    expect(html()).not.toContain('row-waits');
  });
  it('should count the opinions that have come', () => {
    expect(read({ opinionsDone: 1, opinionsTotal: 3 })).toContain('会办意见1/3');
  });
  it('should say that there are no co-handlers instead of 0/0', () => {
    expect(read({ opinionsDone: 0, opinionsTotal: 0 })).toContain('无会办');
  });
  it('should say who did what last, and when in Shanghai', () => {
    const lastStep = { actor: '何敏', words: '交办', at: '2026-03-02T01:05:00Z' };
    expect(read({ lastStep })).toContain('何敏 交办03-02 09:05');
  });
  it('should stand at its stage', () => {
    expect(html({ stageLabel: '拟稿中' })).toContain('<span class="tag tag-plain">拟稿中</span>');
  });
  it('should lead to its file', () => {
    expect(html({ proposalId: 'p9' })).toContain('href="/proposals/p9"');
  });
  it('should tell those who do not see it that it is the chosen one', () => {
    expect(html({}, true)).toContain('aria-current="true"');
  });
  it('should show that one keeps an eye on it', () => {
    expect(html({ starred: true })).toContain('aria-pressed="true"');
  });
  it('should let one keep an eye on it', () => {
    expect(html({ title: '关于停车的提案' })).toContain(
      'aria-label="关注：关于停车的提案" aria-pressed="false"',
    );
  });
  it('should not be the chosen one by itself', () => {
    expect(html()).not.toContain('aria-current');
  });
});

describe('the head of a list', () => {
  it('should be for the eye alone', () => {
    expect(markup(createElement(RowHead))).toContain('aria-hidden="true"');
  });
  it('should leave the last column without a name where nothing stands in it', () => {
    expect(words(markup(createElement(RowHead, { from: false })))).not.toContain('来自');
  });
});
