import { strFromU8, unzipSync } from 'fflate';
import { readList } from '@fuhan/intake';
import { type Cell } from './cells';
import { type Sheet, workbook } from './workbook';

const columns = [
  { head: '甲', width: 20 },
  { head: '乙', width: 8 },
];
async function bytesOf(rows: Sheet['rows'], name = '总表'): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of workbook([{ name, columns, rows }])) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const parts = async (rows: Sheet['rows'], name?: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await bytesOf(rows, name))).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
const sheet = async (rows: Sheet['rows']): Promise<string> =>
  (await parts(rows))['xl/worksheets/sheet1.xml'] ?? '';

describe('a workbook', () => {
  it('should have words as words, numbers as numbers, days as days, and nothing where there is nothing', async () => {
    const xml = await sheet([
      ['桥', 3.5],
      [{ day: '2026-03-09' }, null],
      [{ at: '2026-03-09T22:30:59.999Z' }, Number.NaN],
    ]);
    expect(xml).toContain(
      '<c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">桥</t></is></c><c r="B2"><v>3.5</v></c>',
    );
    expect(xml).toContain('<row r="3"><c r="A3" s="2"><v>46090</v></c></row>');
    // 2026-03-10 06:30 in Shanghai.
    expect(xml).toContain('<row r="4"><c r="A4" s="4"><v>46091.2708333333');
  });

  it.each(['=1+1', '+A1', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'])(
    'should never hold what a program evaluates: %j',
    async (words) => {
      expect(await sheet([[words]])).not.toMatch(/<f>|t="str"/);
      expect(await sheet([[words]])).toContain('t="inlineStr"');
    },
  );

  it('should hold any text that is typed, and leave out what XML cannot', async () => {
    const xml = await sheet([['<b>&"\u0000\ud800𠮷_x0041_', '长'.repeat(40_000)]]);
    expect(xml).toContain('&lt;b&gt;&amp;&quot;𠮷_x005F_x0041_');
    expect(xml).toContain('长'.repeat(32_767));
    expect(xml).not.toContain('长'.repeat(32_768));
  });

  it('should fix its heads, print them on each page and have widths', async () => {
    expect(await sheet([])).toMatch(
      /state="frozen".*<col min="1" max="1" width="20" customWidth="1"\/>.*甲.*乙/s,
    );
    expect((await parts([]))['xl/workbook.xml']).toContain(`Print_Titles" localSheetId="0">'总表'!$1:$1<`);
  });

  it('should name a sheet as spreadsheets take it', async () => {
    expect((await parts([], '一/二[三]'.repeat(9)))['xl/workbook.xml']).toMatch(/name="[^/[\]"]{31}"/);
  });

  it('should be read again as it was written', async () => {
    const bytes = await bytesOf([
      ['0030', '=1+1'],
      ['𠮷野家', { day: '2026-03-09' }],
    ]);
    const { rows } = await readList(bytes, '表.xlsx');
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.text))).toEqual([
      ['甲', '乙'],
      ['0030', '=1+1'],
      ['𠮷野家', '2026-03-09'],
    ]);
  });

  it('should give bytes away while rows are still asked for, so that a long list takes no more memory', async () => {
    let asked = 0;
    async function* rows(): AsyncGenerator<Cell[]> {
      for (; asked < 20_000; asked++) yield [`第${asked}号`, asked];
    }
    const askedAtChunk: number[] = [];
    for await (const _ of workbook([{ name: '长', columns, rows: rows() }])) askedAtChunk.push(asked);
    const gaps = askedAtChunk.slice(1).map((at, i) => at - (askedAtChunk[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(5_000);
  });
});
