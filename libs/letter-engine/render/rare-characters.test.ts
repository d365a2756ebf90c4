import { FuhanError } from '@fuhan/kernel';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterOf, oddLetter, paragraph, section, table } from '../../../test/fixtures/letters/odd-letters';
import { renamedFont } from '../../../test/fixtures/letters/renamed-font';
import { pdfWords, readGlyphIds, readPdf } from '../../../test/fixtures/letters/read-pdf';
import type { LetterModel } from '../model/model';
import { loadFaces, shippedFonts } from './faces';
import { squeeze } from '../text/characters';
import { createPdfRenderer, type PdfRenderer } from './pdf';
import { renderText } from './text';

const RARE = '昇堃玥珅彧㐂䶮𠮷';
/** Rare characters in every part of a letter and so in every face. */
const everywhere: LetterModel = oddLetter({
  issuer: `云陵市${RARE}局`,
  documentNumber: '𠮷函〔2026〕9号',
  title: `关于${RARE}提案的答复`,
  addressees: [`${RARE}委员`],
  sections: [
    section(
      `关于“${RARE}”的建议`,
      [
        { type: 'heading', level: 2, text: `（一）${RARE}。` },
        { type: 'heading', level: 3, text: `1.${RARE}。` },
        { type: 'paragraph', text: `${RARE}同志`, bold: [[0, 12]] },
        table([RARE], [[RARE]]),
      ],
      '采纳。',
    ),
  ],
  print: { secrecy: `${RARE}密`, urgency: `${RARE}急` },
  attachments: [{ title: `${RARE}表`, blocks: [paragraph(RARE)] }],
  signature: [`云陵市${RARE}局`],
  annotation: RARE,
  publication: RARE,
  copyTo: [RARE],
});

let renderer: PdfRenderer;
beforeAll(() => {
  renderer = createPdfRenderer();
});
afterAll(() => renderer.close());

describe('rare characters of names', () => {
  it('should be drawn by a real glyph in every part of the letter', async () => {
    const ids = readGlyphIds((await renderer.render(everywhere)).pdf).flat();
    expect([ids.length > 200, ids.filter((id) => id === 0)]).toEqual([true, []]);
  });

  it('should be read back as they were typed', async () => {
    const words = pdfWords(await readPdf((await renderer.render(everywhere)).pdf));
    expect(words).toBe(squeeze(renderText(everywhere)));
  });

  it('should be known from an empty box by this test', () => {
    const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [shippedFonts()] }] });
    const made = compiler.compile({ mainFileContent: '#set text(font: "Tinos", fallback: false)\n甲A' });
    expect(readGlyphIds(compiler.pdf(made.result!)).flat()).toEqual([0, 1]);
  });

  it.each(['fangsong', 'kai', 'hei', 'xiaobiaosong'] as const)(
    'should be told from those of the first face: %s',
    (role) => {
      expect(loadFaces([]).rare(role, `云${RARE}`)).toEqual(expect.arrayContaining(['㐂', '䶮', '𠮷']));
    },
  );

  it('should not be looked for among common ones', () => {
    expect(loadFaces([]).rare('hei', '云陵市交通局')).toEqual([]);
  });
});

describe('a character that no face has', () => {
  const refusal = async (model: LetterModel): Promise<string> => {
    const fault = await renderer.render(model).catch((error: unknown) => error);
    return fault instanceof FuhanError ? `${fault.code} ${String(fault.params['characters'])}` : 'none';
  };

  it.each([
    ['the issuer', oddLetter({ issuer: '云陵😀局' })],
    ['the title', oddLetter({ title: '关于😀的答复' })],
    ['a heading', oddLetter({ sections: [section('关于😀', [])] })],
    ['a cell', letterOf([table(['甲'], [['😀']])])],
    ['the head of a table', letterOf([table(['😀'], [['甲']])])],
    ['the name of an attachment', oddLetter({ attachments: [{ title: '😀表', blocks: [] }] })],
    ['the copies', oddLetter({ copyTo: ['😀局'] })],
  ])('should stop the letter wherever it stands: %s', async (_, model) => {
    expect(await refusal(model)).toBe('letter.missing-glyphs 😀');
  });

  it('should be named by its number when it shows nothing by itself', async () => {
    expect(await refusal(letterOf([paragraph('甲\u{e0101}乙')]))).toBe('letter.missing-glyphs U+E0101');
  });
});

describe('a directory of licensed fonts', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fuhan-licensed-'));
    const kai = readFileSync(join(shippedFonts(), 'FandolKai-Regular.ttf'));
    writeFileSync(join(folder, 'simfang.ttf'), renamedFont(kai, 'FangSong_GB2312'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const fontsOf = async (fontDirs: string[]): Promise<string[]> => {
    const own = createPdfRenderer({ fontDirs });
    try {
      const text = Buffer.from((await own.render(letterOf([paragraph('正文。')]))).pdf).toString('latin1');
      return [...new Set([...text.matchAll(/\/BaseFont ?\/[A-Z]{6}\+([\w-]+)/g)].map((m) => m[1]!))];
    } finally {
      await own.close();
    }
  };

  it('should be preferred to the shipped face of its part', () => {
    expect(loadFaces([folder]).families.fangsong[0]).toBe('FangSong_GB2312');
  });

  it('should print the running text', async () => {
    expect((await fontsOf([folder])).filter((name) => /FandolFang/.test(name))).toEqual([]);
  });

  it('should not be needed', async () => {
    expect((await fontsOf([])).filter((name) => /FandolFang/.test(name))).not.toEqual([]);
  });
});
