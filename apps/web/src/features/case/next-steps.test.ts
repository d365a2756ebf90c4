import { createElement } from 'react';
import type { CaseAction } from '../../shared/api/types';
import { button, caseFile } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { NextSteps } from './next-steps';

const html = (nextActions: CaseAction[], asked?: string, given?: Record<string, unknown>): string =>
  markup(createElement(NextSteps, { file: caseFile({ nextActions }), asked, given }));
const read = (nextActions: CaseAction[], asked?: string): string => words(html(nextActions, asked));

const sign = button({ todo: true, targetLabel: '市工业和信息化局' });
const reason = {
  properties: { reason: { type: 'string', title: '退回原因', minLength: 1 } },
  required: ['reason'],
};
const sendBack = button({
  command: 'opinion.sendBack',
  label: '退回意见',
  targetId: 'o1',
  targetLabel: '市民政局',
  href: '/opinions/o1/send-back',
  schema: reason,
});

describe('my next step', () => {
  it('should say where it will appear when there is none', () => {
    expect(read([])).toContain('现在没有等您办的。轮到您时，会在待办和通知里出现。');
  });
  it('should draw no form when there is none', () => {
    expect(html([])).not.toContain('<form');
  });
  it('should stand open', () => {
    expect(read([sign, sendBack])).toContain('我的下一步：签收');
  });
  it('should say to what it is done', () => {
    expect(html([sign])).toContain('<p class="next-target">市工业和信息化局</p>');
  });
  it('should not stand among the others as well', () => {
    expect(html([sign])).not.toContain('还可以办');
  });
  it('should not be called mine when I merely may', () => {
    expect(read([sendBack], 'opinion.sendBack~o1')).toContain('办理：退回意见');
  });
  it('should be headed as a choice when nothing waits', () => {
    expect(read([sendBack])).toMatch(/^我可以办的/);
  });
  it('should not open by itself what does not wait', () => {
    expect(html([sendBack])).not.toContain('<form');
  });
  it('should give way to what the address asks for', () => {
    expect(read([sign, sendBack], 'opinion.sendBack~o1')).toContain('退回原因 必填');
  });
  it('should say why it cannot be done yet', () => {
    expect(read([button({ todo: true, blockedBy: '还有 2 家没有意见' })])).toContain(
      '现在还不能办还有 2 家没有意见',
    );
  });
  it('should fill in what the address brings for it', () => {
    expect(html([sign, sendBack], 'opinion.sendBack~o1', { reason: '请补数字' })).toContain('请补数字');
  });
  it('should not fill another form with what the address brings', () => {
    const waiting = { ...sendBack, todo: true };
    expect(html([waiting], 'opinion.accept~o1', { reason: '请补数字' })).not.toContain('请补数字');
  });
});

describe('what else I may do', () => {
  it('should name what it is done to', () => {
    expect(read([sign, sendBack])).toContain('退回意见 市民政局');
  });
  it('should open by its address', () => {
    expect(html([sign, sendBack])).toContain('do=opinion.sendBack%7Eo1');
  });
  it('should mark what waits for me as well', () => {
    expect(html([sign, button({ targetId: 'a2', todo: true })])).toContain('<b>待办</b>');
  });
  it('should say what cannot be done yet', () => {
    const blocked = button({ targetId: 'a2', todo: true, blockedBy: '还没有签收' });
    expect(read([sign, blocked])).toContain('还不能办');
  });
  it('should not call waiting what cannot be done yet', () => {
    const blocked = button({ targetId: 'a2', todo: true, blockedBy: '还没有签收' });
    expect(html([sign, blocked])).not.toContain('<b>待办</b>');
  });
  it('should name the others under what they are about, one action for several units once', () => {
    const chase = (targetId: string, targetLabel: string) =>
      button({ command: 'assignment.chase', label: '催办', group: '时限和催办', targetId, targetLabel });
    const drawn = html([sign, sendBack, chase('a1', '市财政局'), chase('a2', '市科技局')]);
    expect(words(drawn)).toMatch(/承办单位退回意见 市民政局.*时限和催办催办：市财政局市科技局/s);
    expect(drawn).toContain('aria-label="催办 市科技局"');
  });
});
