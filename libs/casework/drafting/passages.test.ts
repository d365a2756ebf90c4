import { kindOf, leadIns, paragraphsOf, tableOf } from './passages';

describe('the paragraphs of a text somebody typed', () => {
  it('should be one a line', () => {
    expect(paragraphsOf('第一段。\n第二段。')).toEqual(['第一段。', '第二段。']);
  });

  it('should take the line ends of Windows for line ends', () => {
    expect(paragraphsOf('第一段。\r\n第二段。')).toEqual(['第一段。', '第二段。']);
  });

  it('should leave out lines with nothing but blanks, the wide one included', () => {
    expect(paragraphsOf('第一段。\n  \n\u3000\u3000\n第二段。')).toEqual(['第一段。', '第二段。']);
  });

  it('should lose the indent that was typed by hand', () => {
    expect(paragraphsOf('\u3000\u3000第一段。')).toEqual(['第一段。']);
  });

  it('should be none when nothing was typed', () => {
    expect(paragraphsOf(' \n ')).toEqual([]);
  });
});

describe('what an adopted paragraph is printed as', () => {
  it.each([
    ['（一）完善政策体系', 'heading2'],
    ['（十二）加强宣传', 'heading2'],
    ['1.建立台账', 'heading3'],
    ['12．建立台账', 'heading3'],
    ['（1）分类登记', 'heading4'],
    ['完善政策体系', 'paragraph'],
    ['2026年建成三座', 'paragraph'],
  ])('should be, for %s, a %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each(['。', '；', '：', '！', '？'])('should be a paragraph when a marked line ends with %s', (end) => {
    expect(kindOf(`（一）完善政策体系${end}`)).toBe('paragraph');
  });

  it('should be a heading up to forty characters and a paragraph from there', () => {
    const marked = (length: number): string => '（一）'.padEnd(length, '字');
    expect([kindOf(marked(40)), kindOf(marked(41))]).toEqual(['heading2', 'paragraph']);
  });

  it('should not be a heading when the mark stands inside the line', () => {
    expect(kindOf('其中（一）完善政策体系')).toBe('paragraph');
  });
});

describe('the counting words that are printed bold', () => {
  const boldOf = (text: string): string[] => leadIns(text).map(([start, end]) => text.slice(start, end));

  it('should be found at the beginning', () => {
    expect(boldOf('一是摸清底数。')).toEqual(['一是']);
  });

  it.each(['。', '；', '：'])('should be found after %s', (mark) => {
    expect(boldOf(`已开展工作${mark}二是加快建设`)).toEqual(['二是']);
  });

  it('should be found each time, in the order of the text', () => {
    expect(boldOf('一是摸底；二是建设；十一是宣传。')).toEqual(['一是', '二是', '十一是']);
  });

  it('should not be found within a sentence', () => {
    expect(boldOf('这一是非问题，十是整数')).toEqual([]);
  });
});

describe('a written table', () => {
  it('should have its first row for its head', () => {
    expect(tableOf('| 项目 | 数量 |\n| 充电桩 | 1200 |')).toEqual({
      header: ['项目', '数量'],
      rows: [['充电桩', '1200']],
    });
  });

  it('should need no outer strokes', () => {
    expect(tableOf('项目 | 数量').header).toEqual(['项目', '数量']);
  });

  it('should fill up a row that is too short', () => {
    expect(tableOf('| 项目 | 数量 |\n| 充电桩 |').rows).toEqual([['充电桩', '']]);
  });

  it('should keep a stroke that belongs to a cell', () => {
    expect(tableOf('| 甲\\|乙 | 丙 |').header).toEqual(['甲|乙', '丙']);
  });

  it('should keep an empty first cell', () => {
    expect(tableOf('|  | 数量 |').header).toEqual(['', '数量']);
  });
});
