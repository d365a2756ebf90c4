import type { LetterImportRow, LetterImportRun } from '../shared/api/types';
import { button, me } from '../testing/data';
import { visit } from '../testing/page';

const brief = {
  ...{ id: 'r1', name: '往年.zip', state: 'imported', stateLabel: '已导入', done: 3, total: 3 },
  ...{ createdAt: '2026-03-20T02:00:00Z', createdBy: '何办' },
} as const;
const row: LetterImportRow = {
  ...{ line: 1, file: '2023年/甲.docx', outcome: 'imported', outcomeLabel: '已导入', code: null },
  ...{ documentNumber: '中工信函〔2023〕31号', title: '关于第131077号提案答复的函', issuer: '市工信局' },
  ...{ outcomeClass: 'A', date: '2023-06-08', proposalNumber: '131077', coHandlers: ['市财政局'] },
  ...{ missing: [], notes: [], letterId: 'l1' },
};
const bad: LetterImportRow = {
  ...{ line: 2, file: '坏.pdf', outcome: 'failed', outcomeLabel: '没有导入', code: 'letter.pdf-broken' },
  ...{ documentNumber: null, title: null, issuer: null, outcomeClass: null, date: null },
  ...{
    proposalNumber: null,
    coHandlers: [],
    missing: [],
    notes: ['“坏.pdf”读不出来。请重新导出。'],
    letterId: null,
  },
};
const run = (more: Partial<LetterImportRun> = {}) =>
  visit('/earlier-letters?run=r1', [
    [['me'], me()],
    [
      ['letter-imports', 'r1'],
      { ...brief, imported: 1, doubled: 1, failed: 1, noted: 0, actions: [], ...more },
    ],
    [['letter-imports', 'r1', 'rows', 'all', 1], { rows: [row, bad], total: 2 }],
  ]);

describe('the page of letters of earlier years', () => {
  it('should offer to hand files in to whom the server offers it', async () => {
    const importing = button({ command: 'letterImport.create', href: '/api/letter-imports' });
    const list = async (actions: object[]) =>
      (
        await visit('/earlier-letters', [
          [['me'], me()],
          [['letter-imports'], { runs: [brief], actions }],
        ])
      ).text;
    expect(await list([importing])).toMatch(/导入往年答复函.*文件夹.*往年\.zip.*已导入.*何办.*3 个文件/s);
    expect(await list([])).not.toContain('可以一次选多个');
  });

  it('should show how far a run is', async () => {
    const { text } = await run({ state: 'importing', done: 40, total: 120 });
    expect(text).toContain('正在读取：40 / 120 个文件');
  });

  it('should report file by file what was recognised, and what to do about the others', async () => {
    const { text, html } = await run();
    expect(text).toMatch(/共 3 个文件，1 个重复，已跳过，1 个没有导入。/);
    expect(text).toMatch(/甲\.docx.*中工信函〔2023〕31号 · 市工信局 · A类.*会办：市财政局/s);
    expect(text).toContain('“坏.pdf”读不出来。请重新导出。');
    expect(html).toContain('/api/letter-imports.xlsx?run=r1&amp;only=all');
  });

  it('should show a letter with the file it came in', async () => {
    const { text, html } = await visit('/earlier-letters?letter=l1', [
      [['me'], me()],
      [
        ['earlier-letters', 'l1'],
        {
          ...{ ...row, id: 'l1', title: '答复的函', year: 2023, proposalTitle: '关于充电的提案' },
          ...{ addressees: ['民建'], publication: '主动公开', paragraphs: ['现答复如下：'], fileId: 'f1' },
          ...{ fileName: '甲.docx', importedAt: '2026-03-20T02:00:00Z' },
        },
      ],
    ]);
    expect(text).toMatch(/第131077号：关于充电的提案.*民建.*市财政局.*现答复如下：/s);
    expect(html).toContain('/api/files/f1');
  });
});
