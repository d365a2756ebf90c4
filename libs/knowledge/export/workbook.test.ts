import { strFromU8, unzipSync } from 'fflate';
import { workbook } from './workbook';

const parts = (rows: Parameters<typeof workbook>[0][number]['rows'], name = '总表'): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(workbook([{ name, heads: ['甲', '乙'], widths: [20, 8], rows }]))).map(
      ([path, bytes]) => [path, strFromU8(bytes)],
    ),
  );
const sheet = (rows: Parameters<typeof parts>[0]): string => parts(rows)['xl/worksheets/sheet1.xml'] ?? '';

describe('a workbook', () => {
  it('should have words as words, numbers as numbers, days as days, and nothing where there is nothing', () => {
    const xml = sheet([
      ['桥', 3.5],
      [{ day: '2026-03-09' }, null],
    ]);
    expect(xml).toContain(
      '<c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">桥</t></is></c><c r="B2"><v>3.5</v></c>',
    );
    expect(xml).toContain('<row r="3"><c r="A3" s="2"><v>46090</v></c></row>');
  });

  it.each(['=1+1', '+A1', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'])(
    'should never hold what a program evaluates: %j',
    (words) => {
      expect(sheet([[words]])).not.toMatch(/<f>|t="str"/);
      expect(sheet([[words]])).toContain('t="inlineStr"');
    },
  );

  it('should hold any text that is typed, and leave out what XML cannot', () => {
    const xml = sheet([['<b>&"\u0000\ud800𠮷', '长'.repeat(40_000)]]);
    expect(xml).toContain('&lt;b&gt;&amp;&quot;𠮷');
    expect(xml).toContain('长'.repeat(32_767));
    expect(xml).not.toContain('长'.repeat(32_768));
  });

  it('should fix its heads and have widths', () => {
    expect(sheet([])).toMatch(/state="frozen".*<col min="1" max="1" width="20" customWidth="1"\/>.*甲.*乙/s);
  });

  it('should name a sheet as spreadsheets take it', () => {
    expect(parts([], '一/二[三]'.repeat(9))['xl/workbook.xml']).toMatch(/name="[^/[\]"]{31}"/);
  });
});
