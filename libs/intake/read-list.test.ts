import { takeIn } from './intake';
import { readList } from './read-list';
import { HEADER, line, xlsx } from './testing/xlsx';
import { strToU8, zipSync } from 'fflate';

const read = async (bytes: Uint8Array, file = '清单.xlsx') => takeIn(await readList(bytes, file));
const values = async (bytes: Uint8Array, file?: string) =>
  (await read(bytes, file)).rows.map((row) => row.values);
const gb18030 = (text: string): Uint8Array => {
  // 提案号,案由 and a title in GB18030, as 记事本 and WPS save them.
  const bytes: Record<string, number[]> = {
    提: [0xcc, 0xe1],
    案: [0xb0, 0xb8],
    号: [0xba, 0xc5],
    由: [0xd3, 0xc9],
    修: [0xd0, 0xde],
    桥: [0xc7, 0xc5],
  };
  return Uint8Array.from([...text].flatMap((c) => bytes[c] ?? [c.charCodeAt(0)]));
};

describe('a workbook', () => {
  it('should give each line by field, with the line it stands on', async () => {
    const { rows } = await read(xlsx([{ rows: [HEADER, line('135001'), line('135002')] }]));
    expect(rows.map((row) => [row.line, row.values.number, row.values.leadUnit])).toEqual([
      [2, '135001', '市工信局'],
      [3, '135002', '市工信局'],
    ]);
  });

  it('should find the header below a title, and read the session from the title', async () => {
    const title = ['政协中山市第十三届委员会第五次会议提案交办清单'];
    const intake = await read(
      xlsx([{ rows: [title, ['制表：提案委'], HEADER, line('135001')], merges: ['A1:I1'] }]),
    );
    expect([intake.header.index, intake.told.term, intake.told.meeting]).toEqual([2, 13, 5]);
  });

  it('should read a header of two rows', async () => {
    const rows = [
      ['提案号', '案由', '承办情况', null],
      [null, null, '主办', '会办'],
      ['135001', '关于修桥的提案', '市工信局', '市财政局'],
    ];
    const merges = ['A1:A2', 'B1:B2', 'C1:D1'];
    expect(await values(xlsx([{ rows, merges }]))).toEqual([
      { number: '135001', title: '关于修桥的提案', leadUnit: '市工信局', coUnits: '市财政局' },
    ]);
  });

  it('should let a unit that is merged over several lines stand in each', async () => {
    const rows = [HEADER, line('135001'), line('135002', { 5: null }), line('135003', { 5: null })];
    const found = await values(xlsx([{ rows, merges: ['F2:F4'] }]));
    expect(found.map(({ leadUnit }) => leadUnit)).toEqual(['市工信局', '市工信局', '市工信局']);
  });

  it('should join the lines of one proposal whose number is merged', async () => {
    const rows = [
      HEADER,
      line('135001'),
      [null, null, null, null, null, null, '市人社局', null, null],
      line('135002'),
    ];
    const found = await values(xlsx([{ rows, merges: ['A2:A3', 'C2:C3'] }]));
    expect(found.map(({ coUnits }) => coUnits)).toEqual([
      '市财政局、市商务局\n市人社局',
      '市财政局、市商务局',
    ]);
  });

  it.each([
    ['a date of its own format', { attributes: 's="1"', xml: '<v>46083</v>' }, '2026-03-02'],
    ['a date of a built-in format', { attributes: 's="3"', xml: '<v>46083.75</v>' }, '2026-03-02'],
    ['a date written as ISO', { attributes: 't="d"', xml: '<v>2026-03-02T00:00:00Z</v>' }, '2026-03-02'],
    ['the value of a formula', { attributes: 't="str"', xml: '<f>A1</f><v>2026-03-02</v>' }, '2026-03-02'],
    [
      'inline text',
      { attributes: 't="inlineStr"', xml: '<is><r><t>2026-</t></r><r><t>03-02</t></r></is>' },
      '2026-03-02',
    ],
    ['a plain number', { xml: '<v>46083</v>' }, '46083'],
    ['a truth', { attributes: 't="b"', xml: '<v>1</v>' }, '是'],
  ])('should read %s', async (_, cell, expected) => {
    const [row] = await values(xlsx([{ rows: [HEADER, line('135001', { 7: cell })] }]));
    expect(row?.handedOverOn).toBe(expected);
  });

  it('should count days from 1904 where the file says so', async () => {
    const cell = { attributes: 's="1"', xml: '<v>44621</v>' };
    const [row] = await values(xlsx([{ rows: [HEADER, line('135001', { 7: cell })] }], { date1904: true }));
    expect(row?.handedOverOn).toBe('2026-03-02');
  });

  it.each([
    ['with its leading zeros', { attributes: 's="2"', xml: '<v>85</v>' }, '000085'],
    ['written in powers of ten', { xml: '<v>1.35001E5</v>' }, '135001'],
  ])('should read a number %s', async (_, cell, expected) => {
    const [row] = await values(xlsx([{ rows: [HEADER, line('1', { 0: cell })] }]));
    expect(row?.number).toBe(expected);
  });

  it.each([
    ['formula', { xml: '<f>SUM(A1)</f>' }],
    ['error', { attributes: 't="e"', xml: '<f>A0</f><v>#REF!</v>' }],
  ])('should tell of a cell that is a %s without a value', async (fault, cell) => {
    const { rows } = await read(xlsx([{ rows: [HEADER, line('135001', { 2: cell })] }]));
    expect(rows[0]?.faults).toEqual({ title: fault });
  });

  it('should leave pronunciation out and read escaped characters', async () => {
    const strings =
      '<sst><si><t>提案号</t></si><si><t>案由</t></si><si><t>修桥_x000D_\n铺路</t><rPh><t>xiu</t></rPh></si></sst>';
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>2</v></c></row>';
    const book = xlsx([{ rows: [], data }], { parts: { 'xl/sharedStrings.xml': strings } });
    expect((await values(book))[0]?.title).toBe('修桥\n铺路');
  });

  it('should choose the sheet that is a list, not a hidden one, and tell which it left', async () => {
    const list = { name: '交办', rows: [HEADER, line('135001')] };
    const hidden = { name: '旧表', hidden: true, rows: [HEADER, line('135002'), line('135003')] };
    const intake = await read(xlsx([{ name: '说明', rows: [['填表说明'], ['请逐行填写']] }, hidden, list]));
    expect([intake.rows[0]?.values.number, intake.notes]).toEqual([
      '135001',
      ['只读了工作表“交办”，没有读说明。'],
    ]);
  });

  it('should leave totals, remarks and repeated headers out', async () => {
    const rows = [HEADER, line('135001'), HEADER, line('135002'), ['合计：2 件']];
    const intake = await read(xlsx([{ rows }]));
    expect([intake.rows.length, intake.notes]).toEqual([2, ['第 5 行是“合计：2 件”，不是提案，没有读。']]);
  });

  it('should take columns as they were chosen before', async () => {
    const table = await readList(
      xlsx([
        {
          rows: [
            ['甲', '乙'],
            ['135001', '关于修桥的提案'],
          ],
        },
      ]),
      'a.xlsx',
    );
    const { rows } = takeIn(table, () => ({ number: 0, title: 1 }));
    expect(rows[0]?.values).toEqual({ number: '135001', title: '关于修桥的提案' });
  });

  it('should forget chosen columns that the table has not', async () => {
    const table = await readList(xlsx([{ rows: [HEADER, line('135001')] }]), 'a.xlsx');
    expect(takeIn(table, () => ({ number: 0, title: 99, session: 0 })).columns).toEqual({ number: 0 });
  });
});

describe('a CSV', () => {
  const text = '提案号,案由\n135001,"修桥,铺路"\n135002,"甲""乙""\n丙"\n';

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Windows lines', new TextEncoder().encode(text.replace(/\n(?=1)/g, '\r\n'))],
  ])('should be read in %s', async (_, bytes) => {
    expect(await values(bytes, '清单.csv')).toEqual([
      { number: '135001', title: '修桥,铺路' },
      { number: '135002', title: '甲"乙"\n丙' },
    ]);
  });

  it('should be read in GB18030', async () => {
    expect(await values(gb18030('提案号,案由\n135001,修桥\n'), '清单.csv')).toEqual([
      { number: '135001', title: '修桥' },
    ]);
  });

  it.each(['\t', ';'])('should be read with the separator %j', async (mark) => {
    const bytes = new TextEncoder().encode(`提案号${mark}案由\n135001${mark}修桥\n`);
    expect(await values(bytes, '清单.csv')).toEqual([{ number: '135001', title: '修桥' }]);
  });

  it('should tell the line of a row behind fields of several lines', async () => {
    const { rows } = await read(new TextEncoder().encode('提案号,案由\n1,"甲\n乙"\n2,丙\n'), '清单.csv');
    expect(rows.map((row) => row.line)).toEqual([2, 4]);
  });
});

describe('a single proposal', () => {
  const text =
    '案号：135009\n案由：关于修桥的提案\n提案者：民盟中山市委会\n主办单位：市工信局\n\n桥旧了。\n\n建议：\n1.修。\n2.养。\n';

  it('should be read from a text with labels', async () => {
    expect(await values(new TextEncoder().encode(text), '提案.txt')).toEqual([
      expect.objectContaining({
        number: '135009',
        title: '关于修桥的提案',
        proposers: '民盟中山市委会',
        leadUnit: '市工信局',
      }),
    ]);
  });

  it('should keep what has no label as its text', async () => {
    const [row] = await values(new TextEncoder().encode(text), '提案.txt');
    expect(row?.fullText).toContain('桥旧了。\n\n建议：\n1.修。\n2.养。');
  });

  it('should take the line that reads like a title for the title', async () => {
    const [row] = await values(new TextEncoder().encode('关于加快修桥的提案\n桥旧了。\n'), '提案.txt');
    expect(row?.title).toBe('关于加快修桥的提案');
  });

  it('should be read from a document with a form', async () => {
    const cell = (words: string) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
    const body = `<w:tbl><w:tr>${cell('案由')}${cell('关于修桥的提案')}</w:tr><w:tr>${cell('提案人')}${cell('何委员')}</w:tr></w:tbl><w:p><w:r><w:t>桥旧了。</w:t></w:r></w:p>`;
    const bytes = zipSync({
      'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    });
    expect(await values(bytes, '提案.docx')).toEqual([
      { title: '关于修桥的提案', proposers: '何委员', fullText: '桥旧了。' },
    ]);
  });
});
