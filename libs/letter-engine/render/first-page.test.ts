import { letterOf, oddLetter, paragraphs, table } from '../../../test/fixtures/letters/odd-letters';
import { type PdfPage, type PdfPiece, pdfWords, readPdfs } from '../../../test/fixtures/letters/read-pdf';
import type { LetterModel } from '../model/model';
import { squeeze } from '../text/characters';
import { addresseesCrowdOut, headLines } from './first-page';
import { markHeight, markOf } from './mark';
import { createPdfRenderer } from './pdf';
import { printedBlocks } from './printed-blocks';
import { renderText } from './text';

const PITCH_MM = 10.4428;
const sixty = Array.from({ length: 60 }, (_, i) => `云陵市第${i + 1}街道办`);
const NAME = '云陵市人力资源和社会保障局';
const LONG_NAME = '云陵市关于进一步加强城市公共交通优先发展和新能源汽车推广应用若干措施任务分解表';
const models = {
  above: oddLetter(),
  beside: oddLetter({ print: { classSpot: 'number-line' } }),
  secret: oddLetter({ print: { classSpot: 'number-line', secrecy: '秘密★1年', urgency: '特急' } }),
  title: oddLetter({ print: { classSpot: 'above-title' } }),
  twelve: oddLetter({ addressees: sixty.slice(0, 12) }),
  sixty: oddLetter({ addressees: sixty }),
  longMark: oddLetter({ issuer: '云陵市粤港澳大湾区协同发展和对外经济合作委员会' }),
  attached: oddLetter({
    attachments: [
      { title: LONG_NAME, blocks: [...paragraphs(2), table(['甲', '乙'], [['一', '二']])] },
      { title: '名单', blocks: paragraphs(1) },
      { title: '仅列名称', blocks: [] },
    ],
  }),
  tables: letterOf([
    table(
      ['序号', '事项'],
      Array.from({ length: 60 }, (_, i) => [String(i + 1), `第${i + 1}处站亭的改造`]),
    ),
    table([], [['无表头', '']]),
    table(['', ''], [['空表头', '乙']]),
  ]),
} satisfies Record<string, LetterModel>;
type Name = keyof typeof models;
let made: Record<Name, PdfPage[]>;

beforeAll(async () => {
  const renderer = createPdfRenderer();
  try {
    const names = Object.keys(models) as Name[];
    const pdfs = await Promise.all(names.map((name) => renderer.render(models[name])));
    const read = await readPdfs(pdfs.map(({ pdf }) => pdf));
    made = Object.fromEntries(names.map((name, i) => [name, read[i]])) as Record<Name, PdfPage[]>;
  } finally {
    await renderer.close();
  }
}, 60_000);

const piece = (name: Name, text: string, page = 0): PdfPiece => {
  const found = made[name][page]!.pieces.find((p) => squeeze(p.text).includes(text));
  if (!found) throw new Error(`“${text}” is not on page ${page + 1} of ${name}`);
  return found;
};
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.3;

describe('the class mark', () => {
  it('should stand above the mark where nothing is said', () => {
    expect(piece('above', '类').baseline).toBeLessThan(30);
  });

  it('should stand on the number’s line at the left edge where the place puts it there', () => {
    expect([
      near(piece('beside', '类').baseline, piece('beside', '云交函').baseline),
      piece('beside', '类').left < 45,
    ]).toEqual([true, true]);
  });

  it('should stand below secrecy and urgency', () => {
    const lines = ['秘密', '特急', '类'].map((text) => piece('secret', text).baseline);
    expect(lines.slice(1).map((y, i) => Math.round(((y - lines[i]!) / PITCH_MM) * 10) / 10)).toEqual([1, 1]);
  });

  it('should stand at the right above the title, below the number', () => {
    const between = piece('title', '类').baseline - piece('title', '云交函').baseline;
    expect([near(between, PITCH_MM), piece('title', '类').right > 175]).toEqual([true, true]);
  });

  it('should have the title two lines below it', () => {
    const between = piece('title', '云陵市交通运输局关于').baseline - piece('title', '类').baseline;
    expect(Math.round(between / PITCH_MM)).toBe(3);
  });

  it.each(['above', 'beside', 'secret', 'title'] as const)('should be read in its place: %s', (name) => {
    expect(pdfWords(made[name])).toBe(squeeze(renderText(models[name])));
  });
});

describe('many addressees', () => {
  it('should stand above the text, wrapped lines at the left edge', () => {
    const lines = made.twelve[0]!.pieces.filter((p) => /街道办/.test(p.text)).map(({ left }) =>
      Math.round(left),
    );
    expect(Math.min(...lines)).toBe(28);
  });

  it('should move to the foot when they would leave the first page no text', () => {
    const words = renderText(models.sixty);
    expect([
      words.includes('主送：云陵市第1街道办、'),
      words.indexOf('主送：') < words.indexOf('抄送：'),
    ]).toEqual([true, true]);
  });

  it('should leave text on the first page', () => {
    expect(piece('sixty', '近年来').baseline).toBeLessThan(262);
  });

  it('should be read in their place', () => {
    expect(pdfWords(made.sixty)).toBe(squeeze(renderText(models.sixty)));
  });

  it('should stay above the text when a line of it still fits', () => {
    expect(addresseesCrowdOut(printedBlocks(oddLetter()), `${'局'.repeat(28 * 10)}：`)).toBe(false);
  });

  it('should count for nothing when there are none', () => {
    expect(addresseesCrowdOut([], null)).toBe(false);
  });

  it.each(['above', 'secret', 'title', 'longMark'] as const)(
    'should be judged by where the text begins: %s',
    (name) => {
      const addressee = piece(name, '甲某某委员').baseline;
      expect(headLines(printedBlocks(models[name]))).toBe(Math.round((addressee - 41.97) / PITCH_MM));
    },
  );
});

describe('the red head of a long name', () => {
  it.each([
    ['云陵市交通局', 1, 44],
    [NAME, 1, 32.7],
    ['云陵市粤港澳大湾区协同发展和对外经济合作委员会', 2, 30],
  ])('should have letters of a size that can be seen: %s', (issuer, lines, points) => {
    const mark = markOf(issuer);
    expect([mark.lines.length, Math.round(mark.points * 10) / 10]).toEqual([lines, points]);
  });

  it('should lose no character', () => {
    expect(markOf(LONG_NAME).lines.join('')).toBe(LONG_NAME);
  });

  it('should be as high as its two lines', () => {
    expect(markHeight({ lines: ['甲', '乙'], points: 30 })).toBeGreaterThan(
      2 * markHeight({ lines: ['甲'], points: 30 }),
    );
  });

  it('should keep the number’s distance to the rules', () => {
    const ink = piece('longMark', '对外经济合作委员会').baseline;
    expect(piece('longMark', '云交函').baseline - ink).toBeGreaterThan(14);
  });
});

describe('the attachments', () => {
  it('should be named below the text, wrapped lines below the first character of the name', () => {
    const note = made.attached
      .flatMap(({ pieces }) => pieces)
      .filter((p) => near(p.size, 16) && /云陵市关于进一步|汽车推广/.test(p.text));
    expect(new Set(note.map(({ left }) => Math.round(left))).size).toBe(1);
  });

  it('should have no stop behind their names', () => {
    expect(renderText(models.attached)).toMatch(/附件：1\.云陵市[^。\n]*\n\n2\.名单\n\n3\.仅列名称\n/);
  });

  it('should each begin on a page of its own', () => {
    const marked = made.attached.map(({ pieces }) =>
      pieces.some((p) => /^附件/.test(squeeze(p.text)) && near(p.baseline, 41.97)),
    );
    expect(marked.slice(-2)).toEqual([true, true]);
  });

  it('should have the title in the middle of the third line', () => {
    const page = made.attached.at(-1)!;
    const title = page.pieces.find((p) => near(p.size, 22))!;
    expect([
      near((title.left + title.right) / 2, 106),
      Math.round((title.baseline - 41.97) / PITCH_MM),
    ]).toEqual([true, 2]);
  });

  it('should have a page only when there is something to print', () => {
    expect(
      made.attached.flatMap(({ pieces }) => pieces).filter((p) => squeeze(p.text).startsWith('附件3')),
    ).toEqual([]);
  });

  it('should be read in their place', () => {
    expect(pdfWords(made.attached)).toBe(squeeze(renderText(models.attached)));
  });
});

describe('a table over several pages', () => {
  const heads = () =>
    made.tables.map(({ pieces }) => pieces.filter((p) => squeeze(p.text) === '序号').length);

  it('should repeat its head on each of them', () => {
    expect(heads().filter((count) => count === 1).length).toBeGreaterThanOrEqual(2);
  });

  it('should have every row once', () => {
    const rows = made.tables.flatMap(({ pieces }) => pieces.filter((p) => /处站亭/.test(p.text)));
    expect(rows).toHaveLength(60);
  });

  it('should have no head when nothing is written in it', () => {
    expect(squeeze(renderText(models.tables))).toContain('无表头空表头乙');
  });
});
