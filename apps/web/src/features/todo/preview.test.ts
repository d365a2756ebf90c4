import { createElement } from 'react';
import { Problem } from '../../shared/api/problem';
import type { CaseFile } from '../../shared/api/types';
import { button, caseFile, clock, opinion } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { Preview } from './preview';

const html = (answer: unknown): string =>
  markup(createElement(Preview, { id: 'p1' }), [[['case', 'p1'], answer]]);
const read = (more: Partial<CaseFile> = {}): string => words(html(caseFile(more)));

describe('the preview', () => {
  it('should say what the case is', () => {
    expect(read()).toContain('第 135021 号 · 十三届五次 · 大会提案关于加装扶手的提案');
  });
  it('should show every clock', () => {
    const clocks = [clock({ id: '1', label: '会办意见' }), clock({ id: '2', label: '答复提案者' })];
    expect(html(caseFile({ clocks })).match(/class="clock-light"/g)).toHaveLength(2);
  });
  it('should show how far each co-handler is', () => {
    expect(read({ opinions: [opinion({ unit: '市民政局', stateLabel: '待提交' })] })).toContain(
      '市民政局待提交',
    );
  });
  it('should not speak of opinions where none is asked for', () => {
    expect(read()).not.toContain('会办意见');
  });
  it('should end the way it has gone with where it stands', () => {
    expect(read()).toMatch(/流程会办中/);
  });
  it('should show the last five steps alone', () => {
    const history = Array.from({ length: 7 }, (_, i) => ({
      at: '2026-03-02T01:05:00Z',
      actor: '甲',
      action: 'x',
      words: `第${i + 1}步`,
    }));
    expect(read({ history }).match(/第\d步/g)).toEqual(['第3步', '第4步', '第5步', '第6步', '第7步']);
  });
  it('should lead to my next step', () => {
    expect(read({ nextActions: [button({ todo: true, label: '签收' })] })).toContain('去办理：签收');
  });
  it('should open the form of that step', () => {
    const file = caseFile({ nextActions: [button({ todo: true })] });
    expect(html(file)).toContain('href="/proposals/p1?do=assignment.sign%7Ea1"');
  });
  it('should lead to the file when nothing waits for me', () => {
    expect(read({ nextActions: [button({ todo: false })] })).toContain('看案卷');
  });
  it('should wait in words', () => {
    expect(markup(createElement(Preview, { id: 'p1' }))).toContain('aria-label="正在载入"');
  });
  it('should say why there is nothing to see', () => {
    expect(words(html(new Problem(500, 'internal', '服务器出错。')))).toContain('服务器出错。');
  });
});
