import { FuhanError } from '@fuhan/kernel';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFaces, shippedFonts } from './faces';
import { readFontFile } from './font-file';

const faces = loadFaces([]);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-fonts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the shipped fonts', () => {
  it('should give every part a face', () => {
    expect(faces.families).toEqual({
      fangsong: ['FandolFang R', 'LXGW WenKai', 'Noto Serif SC'],
      kai: ['FandolKai', 'LXGW WenKai', 'Noto Serif SC'],
      hei: ['Noto Sans SC', 'LXGW WenKai'],
      xiaobiaosong: ['Noto Serif SC', 'LXGW WenKai'],
      latin: ['Tinos'],
    });
  });

  it.each(['fangsong', 'kai', 'hei', 'xiaobiaosong'] as const)(
    'should have the rare characters of names for %s',
    (role) => {
      expect(faces.missing(role, '昇堃玥珅彧㐂䶮𠮷玢')).toEqual([]);
    },
  );

  it.each(['fangsong', 'kai', 'hei', 'xiaobiaosong'] as const)(
    'should have every character of GB2312 level 1 and 2 for %s',
    (role) => {
      const decoder = new TextDecoder('gb18030');
      let hanzi = '';
      for (let high = 0xb0; high <= 0xf7; high++) {
        for (let low = 0xa1; low <= 0xfe; low++)
          if (high !== 0xd7 || low < 0xfa) hanzi += decoder.decode(Uint8Array.of(high, low));
      }
      expect(faces.missing(role, hanzi)).toEqual([]);
    },
  );

  it('should have the signs of a letter', () => {
    expect(faces.missing('fangsong', '“”‘’—…《》〈〉〔〕【】（）·、。！？：；①②⑩ⅠⅡ℃‰㎡＋×÷≥≤%')).toEqual([]);
  });

  it('should stay within 35 MiB', () => {
    const bytes = readdirSync(shippedFonts()).map((file) => statSync(join(shippedFonts(), file)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(35 * 2 ** 20);
  });

  it('should name what they lack', () => {
    expect(faces.missing('fangsong', '甲😀乙')).toEqual(['😀']);
  });
});

describe('a directory of licensed fonts', () => {
  it('should be asked before the shipped ones', () => {
    expect(loadFaces([folder]).directories).toEqual([folder, shippedFonts()]);
  });

  it('should leave the shipped faces in their parts when it is empty', () => {
    expect(loadFaces([folder]).families).toEqual(faces.families);
  });

  it('should not be disturbed by a file that is no font', () => {
    writeFileSync(join(folder, 'broken.ttf'), Buffer.from([0, 1, 0, 0, 0, 99]));
    expect(loadFaces([folder]).families).toEqual(faces.families);
  });

  it('should be refused when it does not exist', () => {
    expect(() => loadFaces([join(folder, 'nowhere')])).toThrow(FuhanError);
  });
});

describe('reading a font file', () => {
  it('should give the family names', () => {
    copyFileSync(join(shippedFonts(), 'Tinos-Regular.ttf'), join(folder, 'a.ttf'));
    expect(readFontFile(join(folder, 'a.ttf'))[0]?.families).toEqual(['Tinos']);
  });

  it('should know which characters it has', () => {
    const [font] = readFontFile(join(shippedFonts(), 'Tinos-Regular.ttf'));
    expect(['A', '1', '甲'].map((c) => font!.has(c.codePointAt(0)!))).toEqual([true, true, false]);
  });

  it('should read characters beyond the basic plane', () => {
    const [font] = readFontFile(join(shippedFonts(), 'LXGWWenKai-Light-Rare.ttf'));
    expect(font!.has(0x20bb7)).toBe(true);
  });
});
