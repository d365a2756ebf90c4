import { FuhanError } from '@fuhan/kernel';
import { handMadeDocx, par, run, tableOf, wordPart } from '../../../test/fixtures/letters/hand-made-docx';
import { docxLines } from './docx';

const linesOf = (body: string, parts?: Record<string, string>) =>
  docxLines(handMadeDocx(body, parts), 'a.docx');
const texts = (body: string, parts?: Record<string, string>): string[] =>
  linesOf(body, parts).flatMap(({ text }) => (text.trim() === '' ? [] : [text]));

describe('paragraphs of a Word file', () => {
  it('should come in order, a line each', () => {
    expect(texts(par('第一段。') + par('第二段。'))).toEqual(['第一段。', '第二段。']);
  });

  it('should join the runs of one paragraph', () => {
    expect(texts(par(run('提') + run('案')))).toEqual(['提案']);
  });

  it('should know their places', () => {
    expect(linesOf(par('甲') + par('') + par('乙')).map(({ page, line }) => [page, line])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
  });

  it('should count the pages the program last laid out', () => {
    const second = par(`<w:r><w:lastRenderedPageBreak/><w:t>乙</w:t></w:r>`);
    expect(linesOf(par('甲') + second).map(({ page }) => page)).toEqual([1, 2]);
  });

  it('should keep what a revision put in', () => {
    expect(texts(par(run('已') + `<w:ins>${run('全部')}</w:ins>` + run('采纳。')))).toEqual(['已全部采纳。']);
  });

  it.each([
    ['took out', `<w:del><w:r><w:delText>暂不</w:delText></w:r></w:del>`],
    ['moved away', `<w:moveFrom>${run('暂不')}</w:moveFrom>`],
  ])('should leave out what a revision %s', (_, gone) => {
    expect(texts(par(run('已') + gone + run('采纳。')))).toEqual(['已采纳。']);
  });

  it('should be parted at a soft break', () => {
    expect(texts(par(`<w:r><w:t>关于甲的提案</w:t><w:br/><w:t>答复的函</w:t></w:r>`))).toEqual([
      '关于甲的提案',
      '答复的函',
    ]);
  });

  it('should leave out the instructions of a field and keep what it shows', () => {
    expect(texts(par(`<w:r><w:instrText>DATE</w:instrText></w:r>` + run('2026年3月2日')))).toEqual([
      '2026年3月2日',
    ]);
  });

  it('should be known as bold when all of them is', () => {
    expect(
      linesOf(par(run('概况', '<w:b/>')) + par(run('正', '<w:b/>') + run('文'))).map(({ bold }) => bold),
    ).toEqual([true, false]);
  });

  it('should not be bold where the mark is switched off', () => {
    expect(linesOf(par(run('概况', '<w:b w:val="0"/>')))[0]?.bold).toBe(false);
  });

  it('should ignore an embedded object', () => {
    expect(texts(par('正文') + par(`<w:r><w:object><w:t>附件图标</w:t></w:object></w:r>`))).toEqual(['正文']);
  });
});

describe('text boxes', () => {
  const box = (words: string): string => `<w:txbxContent>${par(words)}</w:txbxContent>`;

  it('should be read once, though they are kept twice for old programs', () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice><wps:txbx>${box('某市教育局')}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box('某市教育局')}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(texts(par(both))).toEqual(['某市教育局']);
  });

  it('should be read where only the old form is there', () => {
    expect(texts(par(`<w:r><w:pict><v:textbox>${box('某市教育局')}</v:textbox></w:pict></w:r>`))).toEqual([
      '某市教育局',
    ]);
  });

  it('should not tear the paragraph they hang on', () => {
    const body = par(run('前') + `<w:r><w:pict>${box('框')}</w:pict></w:r>` + run('后'));
    expect(texts(body)).toEqual(['框', '前后']);
  });
});

describe('tables', () => {
  it('should come as cells', () => {
    expect(
      linesOf(
        tableOf([
          ['项目', '进度'],
          ['甲', '完成'],
        ]),
      )[0]?.cells,
    ).toEqual([
      ['项目', '进度'],
      ['甲', '完成'],
    ]);
  });

  it('should come as lines when they are a frame of one column', () => {
    expect(texts(tableOf([['甲'], ['乙']]))).toEqual(['甲', '乙']);
  });

  it('should hold a table inside a cell as lines of the cell', () => {
    const inner = tableOf([['丙', '丁']]);
    const outer = `<w:tbl><w:tr><w:tc>${par('甲')}${inner}</w:tc><w:tc>${par('乙')}</w:tc></w:tr><w:tr><w:tc>${par('戊')}</w:tc><w:tc>${par('己')}</w:tc></w:tr></w:tbl>`;
    expect(linesOf(outer)[0]?.cells?.[0]).toEqual(['甲\n丙 丁', '乙']);
  });
});

describe('automatic numbers', () => {
  const level = (n: number, format: string, text: string, start = 1): string =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = (levels: string) => ({
    'word/numbering.xml': wordPart(
      'numbering',
      `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`,
    ),
  });
  const item = (text: string, at = 0): string =>
    par(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="3"/></w:numPr>`);

  it('should be written out in Chinese', () => {
    const parts = numbering(level(0, 'chineseCountingThousand', '%1、'));
    expect(texts(item('概况') + item('保障'), parts)).toEqual(['一、概况', '二、保障']);
  });

  it('should begin anew below each heading', () => {
    const parts = numbering(level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）'));
    const body = item('甲') + item('子', 1) + item('丑', 1) + item('乙') + item('寅', 1);
    expect(texts(body, parts)).toEqual(['一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅']);
  });

  it('should begin where the list says', () => {
    expect(texts(item('甲'), numbering(level(0, 'decimal', '%1.', 3)))).toEqual(['3.甲']);
  });

  it.each([
    ['bullet', ''],
    ['decimalEnclosedCircle', '①'],
    ['upperLetter', 'A'],
    ['decimal', '1'],
  ])('should print %s as %j', (format, mark) => {
    expect(texts(item('甲'), numbering(level(0, format, '%1')))).toEqual([`${mark}甲`]);
  });

  it('should be left out when the list is described nowhere', () => {
    expect(texts(item('甲'))).toEqual(['甲']);
  });
});

describe('headers and footers', () => {
  it('should stand before and after the body, without page numbers', () => {
    const parts = {
      'word/header1.xml': wordPart('hdr', par('某市教育局')),
      'word/footer1.xml': wordPart('ftr', par('抄送：市政协提案委。') + par('— 2 —')),
    };
    expect(texts(par('正文'), parts)).toEqual(['某市教育局', '正文', '抄送：市政协提案委。']);
  });

  it('should be read once, however many pages have one', () => {
    const header = wordPart('hdr', par('某市教育局'));
    expect(texts(par('正文'), { 'word/header1.xml': header, 'word/header2.xml': header })).toEqual([
      '某市教育局',
      '正文',
    ]);
  });
});

describe('a file that is no letter', () => {
  const codeOf = (bytes: Uint8Array): string => {
    try {
      docxLines(bytes, 'a.docx');
    } catch (error) {
      return error instanceof FuhanError ? error.code : String(error);
    }
    return 'read';
  };
  const replaced = (xml: string): Uint8Array => handMadeDocx('', { 'word/document.xml': xml });

  it.each([
    ['has an entity of its own', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['has a document type', '<!DOCTYPE a><a/>'],
    ['multiplies entities', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['is cut off', '<w:document><w:body><w:p>'],
    ['names an unknown entity', '<a>&nothing;</a>'],
    ['is nested 10,000 deep', '<a>'.repeat(10_000) + '</a>'.repeat(10_000)],
    ['is no XML', '提案'],
  ])('should be refused when its XML %s', (_, xml) => {
    expect(codeOf(replaced(xml))).toBe('letter.docx-broken');
  });

  it('should be refused when it is another kind of zip', () => {
    expect(codeOf(handMadeDocx('', { 'word/document.xml': wordPart('document', '') }).subarray(0, 200))).toBe(
      'letter.docx-broken',
    );
  });

  it('should be refused when the file itself is too large', () => {
    expect(codeOf(new Uint8Array(20 * 2 ** 20 + 1))).toBe('letter.too-long');
  });

  it('should be read whole when it has 20,000 paragraphs', () => {
    const bytes = handMadeDocx(par('一段话。').repeat(20_000));
    expect(docxLines(bytes, 'a.docx')).toHaveLength(20_000);
  });
});
