import type { ImportBatch, ImportRow } from '../shared/api/types';
import { button, me } from '../testing/data';
import { visit } from '../testing/page';

const coordinator = me({ actions: [button({ command: 'import.create', label: '导入交办清单' })] });
const batch = (more: Partial<ImportBatch> = {}): ImportBatch => ({
  ...{ id: 'l1', fileName: '交办清单.xlsx', state: 'checked', stateLabel: '待确认', revision: 1, mode: null },
  ...{ createdAt: '2026-03-20T02:00:00Z', createdBy: '何办', done: 2, total: 2, refusal: null },
  ...{ header: ['提案号', '主办单位'], columns: [{ field: 'number', column: 0 }], notes: [] },
  ...{ kind: 'plenary', term: 13, meeting: 5, good: 1, bad: 1, warned: 0 },
  ...more,
});
const bad: ImportRow = {
  ...{ line: 3, good: false, suggestions: [], proposers: [], proposalId: null },
  fields: [{ field: 'leadUnit', text: '市财证局' }],
  problems: [
    {
      ...{ field: 'leadUnit', column: '主办单位', severity: 'error', choices: ['市财政局'] },
      ...{ words: '没有这个单位。', mend: '请改正。' },
    },
  ],
};
const read = async (list: ImportBatch, mine = coordinator): Promise<string> =>
  (
    await visit('/proposals/import?list=l1', [
      [['me'], mine],
      [['import', 'l1'], list],
      [['import', 'l1', 'rows', 1, 'problems', 1], { rows: [bad], total: 1 }],
    ])
  ).text;

describe('the page for a list that comes in', () => {
  it('should be the coordinators’ alone', async () => {
    expect(await read(batch(), me())).toContain('导入交办清单由交办人员来做');
  });
  it('should show a line with its problem, how to mend it and what may be meant', async () => {
    expect(await read(batch())).toContain('主办单位：没有这个单位。请改正。市财政局');
  });
  it('should say how many lines are good and how many are not', async () => {
    expect(await read(batch())).toContain('1 行可以导入，1 行有问题');
  });
  it('should show how far the worker is', async () => {
    expect(await read(batch({ state: 'importing', done: 1 }))).toContain('正在登记：1 / 2 行');
  });
  it('should say why a file cannot be read', async () => {
    expect(await read(batch({ state: 'refused', refusal: '“a.xls”是旧版表格。' }))).toContain('是旧版表格');
  });
  it('should offer the way back once it is registered', async () => {
    expect(await read(batch({ state: 'imported', done: 1 }))).toMatch(/已登记 1 件.*撤销导入/s);
  });
  it('should say that it was taken back', async () => {
    expect(await read(batch({ state: 'undone' }))).toContain('已经撤销');
  });
});
