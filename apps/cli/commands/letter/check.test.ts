import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handMadePdf, wordsAt } from '../../../../test/fixtures/letters/hand-made-pdf';
import { main } from '../../main';
import { columnsOf, padded } from './columns';

/** A letter of one page: enough for the command, quick to print and to read. */
const LETTER = [
  '云陵市交通局',
  '云交函〔2026〕9号',
  '关于市政协八届五次会议第085001号提案答复的函',
  '甲某某委员：',
  '您提出的《关于增设夜间公交的提案》（提案第085001号）收悉，现答复如下：',
  '已在三条线路上延长末班时间，下半年再增加两条，欢迎继续监督。',
  '专此答复，感谢您的关心。',
  '云陵市交通局',
  '2026年3月2日',
].join('\n');
let source: string;
let folder: string;
let pdf: string;
let out: string[];
let err: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-check-'));
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  source = file('short.txt', LETTER);
  await main(['letter', 'render', source, '--out', folder]);
  pdf = join(folder, 'short.pdf');
}, 60_000);
beforeEach(() => {
  out = [];
  err = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const foreign = (): string =>
  file('foreign.pdf', handMadePdf({ pages: [wordsAt('关于提案的答复', 40, 60, 15)] }));

describe('fuhan letter check', () => {
  it('should end with 0 for a letter of ours', async () => {
    expect(await main(['letter', 'check', pdf])).toBe(0);
  });

  it('should end with 1 when a measure fails', async () => {
    expect(await main(['letter', 'check', foreign()])).toBe(1);
  });

  it('should print a line for each measure and one that counts them', async () => {
    await main(['letter', 'check', pdf, '--source', source]);
    expect(out.join('\n')).toMatch(
      /^1 +合格 +纸张 .*\n[\s\S]*^17 +合格 +文字与原文一致[\s\S]*17 项：合格 \d+，不合格 0，不适用 \d+。$/m,
    );
  });

  it('should begin the measured values in one column', async () => {
    await main(['letter', 'check', pdf]);
    const rows = out
      .join('\n')
      .split('\n')
      .filter((row) => /^\d+ /.test(row));
    const starts = rows.map((row) => columnsOf(/^\d+ +(?:不合格|合格|不适用) +\S+ +/.exec(row)?.[0] ?? ''));
    expect(new Set(starts).size).toBe(1);
  });

  it('should say what was expected where a measure fails', async () => {
    await main(['letter', 'check', foreign()]);
    expect(out.join('\n')).toContain('应为：28 mm（允差 1）');
  });

  it('should print all of it as JSON', async () => {
    await main(['letter', 'check', pdf, '--json']);
    const { results, counts, pages } = JSON.parse(out.join('\n')) as {
      results: object[];
      counts: object;
      pages: number;
    };
    expect([results.length, Object.keys(counts), pages > 0]).toEqual([17, ['pass', 'fail', 'na'], true]);
  });

  it('should give each result its value, tolerance and verdict', async () => {
    await main(['letter', 'check', pdf, '--json']);
    const { results } = JSON.parse(out.join('\n')) as { results: object[] };
    expect(results.find((result) => 'id' in result && result.id === 'body-left')).toEqual({
      id: 'body-left',
      name: '正文左边',
      clause: '5.2.1',
      expected: '28 mm',
      tolerance: 1,
      verdict: 'pass',
      value: 28,
      reason: '',
    });
  });

  it('should compare with a source of JSON too', async () => {
    await main(['letter', 'import', source]);
    const json = file('letter.json', out.join('\n'));
    expect(await main(['letter', 'check', pdf, '--source', json])).toBe(0);
  });

  it('should end with 1 when the source says something else', async () => {
    const other = join(__dirname, '../../../../test/fixtures/letters/twin-000.txt');
    expect(await main(['letter', 'check', pdf, '--source', other])).toBe(1);
  });
});

describe('a file that cannot be checked', () => {
  const picture =
    '7 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream\nendobj\n';
  const cases: readonly (readonly [string, () => string[], string])[] = [
    ['a missing file', () => ['/nowhere/a.pdf'], '读不到文件'],
    ['a text posing as PDF', () => [file('a.pdf', '复函')], '不是完整的 PDF'],
    ['an empty file', () => [file('b.pdf', '')], '不是完整的 PDF'],
    [
      'a scan',
      () => [file('scan.pdf', handMadePdf({ pages: ['/I Do'], xObjects: '/I 7 0 R', objects: [picture] }))],
      '没有文字',
    ],
    ['a source that is missing', () => [pdf, '--source', '/nowhere/a.txt'], '读不到文件'],
    ['no file', () => [], '缺少文件名'],
    ['an unknown option', () => [pdf, '--strict'], '不认识选项'],
  ];

  it.each(cases)('should be answered in one Chinese line: %s', async (_, args, sentence) => {
    const status = await main(['letter', 'check', ...args()]);
    expect({ status, lines: err.length, out }).toEqual({ status: 1, lines: 1, out: [] });
    expect(err[0]).toContain(sentence);
  });
});

describe('columns of a terminal', () => {
  it.each([
    ['abc', 3],
    ['页码', 4],
    ['28.00 mm', 8],
    ['首行（第2页起）', 15],
    ['𠮷田', 4],
  ])('should count %s as %d', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it('should fill up to the same end whatever the script', () => {
    expect(columnsOf(padded('页码', 10))).toBe(columnsOf(padded('PDF', 10)));
  });
});
