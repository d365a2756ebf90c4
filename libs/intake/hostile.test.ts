import { strToU8, zipSync } from 'fflate';
import { readList } from './read-list';
import { Meter } from './table/table';
import { HEADER, line, xlsx } from './testing/xlsx';

const refusal = (bytes: Uint8Array, file = '清单.xlsx'): Promise<string> =>
  // A clock that stands still: what is refused here is refused on a slow machine too, and for the same reason.
  readList(bytes, file, new Meter(() => 0)).then(
    () => 'read',
    (error: { code?: string }) => error.code ?? String(error),
  );
const ole = (more: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), more]);
const HEAD =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>提案号</t></is></c><c r="B1" t="inlineStr"><is><t>案由</t></is></c></row>';
const LAST = '<row r="2000000"><c><v>1</v></c></row>';

/** Rows of a sheet made in pieces, so that the test itself stays small. */
const emptyRows = (count: number, xml: (n: number) => string): string =>
  Array.from({ length: count }, (_, i) => xml(i + 2)).join('');

describe('a file that is no list we read', () => {
  it.each([
    ['an old workbook', ole(Buffer.alloc(600)), 'intake.old-excel'],
    ['a workbook with a password', ole(Buffer.from('EncryptedPackage', 'utf16le')), 'intake.encrypted'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'intake.kind'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'intake.kind'],
    ['half a workbook', xlsx([{ rows: [HEADER, line('1')] }]).subarray(0, 400), 'intake.broken'],
    ['a workbook without sheets', xlsx([]), 'intake.broken'],
    ['bytes of a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'letter.not-text'],
    ['nothing', Buffer.alloc(0), 'letter.empty'],
    ['a header alone', xlsx([{ rows: [HEADER] }]), 'intake.empty'],
    [
      'XML with a document type',
      xlsx([{ rows: [], data: '' }], { parts: { 'xl/workbook.xml': '<!DOCTYPE a><workbook/>' } }),
      'intake.broken',
    ],
    ['XML that is not closed', xlsx([{ rows: [], data: '<row>' }]), 'intake.broken'],
    ['a row beyond the last', xlsx([{ rows: [], data: HEAD + LAST }]), 'intake.broken'],
    ['a row of a strange number', xlsx([{ rows: [], data: '<row r="x"/>' }]), 'intake.broken'],
  ])('should be refused: %s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('should be refused with the line of a quote that is never closed', async () => {
    await expect(readList(strToU8('提案号,案由\n1,"修桥\n2,铺路\n'), '清单.csv')).rejects.toMatchObject({
      code: 'intake.open-quote',
      params: { line: 2 },
    });
  });

  it('should be refused with a sentence that names the file and says what to do', async () => {
    await expect(readList(ole(Buffer.alloc(600)), '交办.xls')).rejects.toThrow(
      /“交办\.xls”.*请用 Excel 或 WPS 另存为/,
    );
  });
});

describe('a file that would fill the house', () => {
  it('should be refused when a sheet unpacks to more than a list holds', async () => {
    const bomb = `<worksheet><sheetData>${' '.repeat(101 * 2 ** 20)}</sheetData></worksheet>`;
    const book = xlsx([{ rows: [HEADER] }], { parts: { 'xl/worksheets/sheet1.xml': bomb } });
    expect([book.length < 2 ** 20, await refusal(book)]).toEqual([true, 'intake.too-large']);
  });

  it('should be refused when the styles are a bomb', async () => {
    const book = xlsx([{ rows: [HEADER, line('1')] }], {
      parts: { 'xl/styles.xml': ' '.repeat(15 * 2 ** 20) },
    });
    expect(await refusal(book)).toBe('intake.too-large');
  });

  it('should be read when its sheet is a million painted rows without content', async () => {
    const data =
      HEAD +
      emptyRows(999_998, (n) => `<row r="${n}" ht="15"/>`) +
      '<row r="1000000"><c r="A1000000"><v>135001</v></c><c r="B1000000" t="inlineStr"><is><t>修桥</t></is></c></row>';
    const { rows } = await readList(xlsx([{ rows: [], data }]), '清单.xlsx', new Meter(() => 0));
    expect(rows.map((row) => row.line)).toEqual([1, 1_000_000]);
  });

  it('should be refused when a million rows hold something', async () => {
    const data = HEAD + emptyRows(10_000, (n) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c></row>`);
    expect(await refusal(xlsx([{ rows: [], data }]))).toBe('intake.too-many-rows');
  });

  it('should be refused when one text is used for every cell of a large table', async () => {
    const strings = `<sst><si><t>${'字'.repeat(100_000)}</t></si></sst>`;
    const row = (n: number) => `<row r="${n}">${'<c t="s"><v>0</v></c>'.repeat(150)}</row>`;
    const book = xlsx([{ rows: [], data: HEAD + emptyRows(10, row) }], {
      parts: { 'xl/sharedStrings.xml': strings },
    });
    expect(await refusal(book)).toBe('intake.too-large');
  });

  it('should be read without the cells that stand in the far corner', async () => {
    const far = '<c r="XFD2"><v>1</v></c>';
    const data = `${HEAD}<row r="2"><c r="A2"><v>135001</v></c>${far}</row>`;
    const { rows, notes } = await readList(xlsx([{ rows: [], data }]), '清单.xlsx');
    expect([rows[1]?.cells.length, notes]).toEqual([1, ['第 200 列以后的内容没有读。']]);
  });

  it('should be read when everything is merged with everything', async () => {
    const merges = Array.from({ length: 3000 }, () => 'A2:XFD1048576');
    const { rows } = await readList(
      xlsx([{ rows: [HEADER, line('135001'), line('135002')], merges }]),
      '清单.xlsx',
    );
    expect(rows).toHaveLength(3);
  });

  it('should be refused when the time is over', async () => {
    let time = 0;
    const hurried = new Meter(() => (time += 5000));
    const book = xlsx([{ rows: [HEADER, line('1')] }]);
    await expect(readList(book, '清单.xlsx', hurried)).rejects.toMatchObject({ code: 'intake.too-slow' });
  });

  it('should let others have their turn while it is read', async () => {
    let turns = 0;
    const count = setInterval(() => (turns += 1), 1);
    const data =
      HEAD + emptyRows(200_000, (n) => `<row r="${n}" ht="15"/>`) + '<row r="300000"><c><v>1</v></c></row>';
    await readList(xlsx([{ rows: [], data }]), '清单.xlsx');
    clearInterval(count);
    expect(turns).toBeGreaterThan(5);
  });
});
