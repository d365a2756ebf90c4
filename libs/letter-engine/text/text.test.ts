import { FuhanError } from '@fuhan/kernel';
import { closeUp, unprintable } from './characters';
import { decodeText, MAX_TEXT_BYTES } from './decode';
import { chineseNumeral, parseChineseNumeral } from './numerals';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FuhanError) return error.code;
    throw error;
  }
  return 'nothing was refused';
};

describe('closing up blanks', () => {
  it.each([
    ['2024 年 9 月', '2024年9月'],
    ['十三届 四次会议第 134030 号', '十三届四次会议第134030号'],
    ['研发 CRO 平台', '研发CRO平台'],
    ['Open  Source 平台', 'Open Source平台'],
    ['甲\n乙', '甲乙'],
    ['1.93 亿元', '1.93亿元'],
    ['约 𠮷 家', '约𠮷家'],
  ])('should read %j as %j', (text, closed) => {
    expect(closeUp(text)).toBe(closed);
  });
});

describe('characters that cannot be printed', () => {
  it.each([
    ['\u0000', 'U+0000'],
    ['\u001b', 'U+001B'],
    ['\u007f', 'U+007F'],
    ['\u202e', 'U+202E'],
    ['\uffff', 'U+FFFF'],
    ['\ud83d', 'U+D83D'],
  ])('should find %j', (character, name) => {
    expect(unprintable(`甲${character}乙`)).toBe(name);
  });

  it.each(['甲\n乙\t丙', '𠮷㐂䶮', '“——……”', '① ㎡ ℃'])('should let %j through', (text) => {
    expect(unprintable(text)).toBeNull();
  });
});

describe('Chinese numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [45, '四十五'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [212, '二百一十二'],
    [1000, '一千'],
    [1010, '一千零一十'],
    [2005, '二千零五'],
  ])('should write %i as %s and read it back', (n, written) => {
    expect([chineseNumeral(n), parseChineseNumeral(written)]).toEqual([written, n]);
  });

  it('should read a year digit by digit', () => {
    expect(parseChineseNumeral('二〇二五')).toBe(2025);
  });

  it('should read no number out of other words', () => {
    expect(parseChineseNumeral('一是')).toBeNull();
  });

  it('should refuse to write what no letter counts', () => {
    expect(() => chineseNumeral(10_000)).toThrow(RangeError);
  });
});

describe('decoding a text file', () => {
  const gb18030 = Uint8Array.from([0xb8, 0xb4, 0xba, 0xaf]);

  it('should read UTF-8', () => {
    expect(decodeText(new TextEncoder().encode('复函'))).toBe('复函');
  });

  it('should take a BOM off', () => {
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('复函')]))).toBe('复函');
  });

  it('should read GB18030', () => {
    expect(decodeText(gb18030)).toBe('复函');
  });

  it('should refuse an empty file', () => {
    expect(codeOf(() => decodeText(new TextEncoder().encode(' \n\n')))).toBe('letter.empty');
  });

  it('should refuse a program posing as text', () => {
    expect(codeOf(() => decodeText(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2])))).toBe(
      'letter.not-text',
    );
  });

  it('should refuse bytes of no known encoding', () => {
    expect(codeOf(() => decodeText(Uint8Array.from([0xff, 0xff, 0xff])))).toBe('letter.not-text');
  });

  it('should refuse a file beyond any letter', () => {
    expect(codeOf(() => decodeText(new Uint8Array(MAX_TEXT_BYTES + 1).fill(65)))).toBe('letter.too-long');
  });
});
