import { type PdfPage, type PdfShape, readPdfs, readShapes } from '../../../test/fixtures/letters/read-pdf';
import { twinText } from '../../../test/fixtures/letters/letters';
import { importLetter } from '../import/import-letter';
import { emptyLetter, type LetterModel } from '../model/model';
import { squeeze } from '../text/characters';
import { createPdfRenderer } from './pdf';

/*
 * The letter form of GB/T 9704-2012, clause 10.1, measured on the finished PDF: lengths in millimetres from the top left corner.
 */
const long = importLetter(twinText('000'));
const NEAR = 0.05;
const RED = '#e60012';
const classed: LetterModel = {
  ...emptyLetter(),
  issuer: '云陵市交通局',
  documentNumber: '云交函〔2026〕9号',
  class: 'B',
  print: { classMark: true, secrecy: '秘密', urgency: '特急' },
  title: '关于第1号提案的答复',
  addressees: ['甲某某委员'],
  closing: '感谢您的关心。',
  signature: ['云陵市交通局'],
  date: '2026-03-02',
  annotation: '联系人：乙某',
  publication: '主动公开',
  copyTo: ['市政协提案委'],
};
const longName: LetterModel = {
  ...classed,
  issuer: '云陵市粤港澳大湾区协同发展和对外经济合作促进委员会办公室',
};

let pages: PdfPage[];
let classedPages: PdfPage[];
let longNamePages: PdfPage[];
let shapes: PdfShape[][];
let classedShapes: PdfShape[][];
let bytes: Uint8Array;
let otherBytes: Uint8Array;

beforeAll(async () => {
  const [renderer, other] = [createPdfRenderer(), createPdfRenderer()];
  try {
    bytes = (await renderer.render(long)).pdf;
    const small = (await renderer.render(classed)).pdf;
    const named = (await renderer.render(longName)).pdf;
    await other.render(classed);
    otherBytes = (await other.render(long)).pdf;
    [pages, classedPages, longNamePages] = (await readPdfs([bytes, small, named])) as [
      PdfPage[],
      PdfPage[],
      PdfPage[],
    ];
    [shapes, classedShapes] = [readShapes(bytes), readShapes(small)];
  } finally {
    await Promise.all([renderer.close(), other.close()]);
  }
}, 60_000);

const pieces = (page: PdfPage | undefined, text: string) =>
  (page?.pieces ?? []).filter((piece) => squeeze(piece.text).startsWith(text));
const first = (page: PdfPage | undefined, text: string) => {
  const [piece] = pieces(page, text);
  if (!piece) throw new Error(`“${text}” is not on the page`);
  return piece;
};
/** The shapes of a page from the top down. */
const down = (page: PdfShape[] | undefined): PdfShape[] => [...(page ?? [])].sort((a, b) => a.top - b.top);
const near = (length: number, wanted: number): boolean => Math.abs(length - wanted) < NEAR;

describe('the red rules', () => {
  it('should be four on the first page and none on any other', () => {
    expect(shapes.map((page) => page.length)).toEqual([4, ...pages.slice(1).map(() => 0)]);
  });

  it('should all be red', () => {
    expect([...new Set(shapes[0]?.map(({ colour }) => colour))]).toEqual([RED]);
  });

  it('should be 170 mm long and stand in the middle of the page', () => {
    expect(shapes[0]?.filter(({ left, width }) => !near(width, 170) || !near(left, 20))).toEqual([]);
  });

  it('should have the thick one above below the mark, and the thick one below at the foot', () => {
    const heights = down(shapes[0]).map(({ height }) => Math.round(height * 100) / 100);
    expect(heights).toEqual([0.95, 0.35, 0.35, 0.95]);
  });

  it('should leave 0.45 mm between the two of a pair', () => {
    const [a, b, c, d] = down(shapes[0]);
    const gaps = [b!.top - a!.top - a!.height, d!.top - c!.top - c!.height];
    expect(gaps.map((gap) => Math.round(gap * 100) / 100)).toEqual([0.45, 0.45]);
  });

  it('should end 20 mm above the lower edge of the page', () => {
    const last = down(shapes[0]).at(-1);
    expect(near(297 - last!.top - last!.height, 20)).toBe(true);
  });

  it('should begin 4 mm below the ink of the mark, whatever the length of the name', () => {
    const [above] = down(classedShapes[0]);
    const ink = first(classedPages[0], '云陵市交通局');
    // The strokes end a little below the baseline: between a twentieth and a sixth of the letter.
    const below = (above!.top - 4 - ink.baseline) / (ink.size * 0.35278);
    expect([below > 0.03, below < 0.17]).toEqual([true, true]);
  });
});

describe('the mark', () => {
  it('should stand in the middle of the text area', () => {
    const { left, right } = first(classedPages[0], '云陵市交通局');
    expect(Math.abs((left + right) / 2 - 106)).toBeLessThan(0.2);
  });

  it('should have 44 points when the name is short', () => {
    expect(first(classedPages[0], '云陵市交通局').size).toBeCloseTo(44, 1);
  });

  it('should become smaller, and stay within 150 mm, when the name is long', () => {
    const { left, right, size } = first(longNamePages[0], '云陵市粤港澳');
    expect([right - left <= 150.1, size < 44]).toEqual([true, true]);
  });

  it('should stand on the first page only', () => {
    expect(pages.slice(1).flatMap((page) => page.pieces.filter(({ size }) => size > 25))).toEqual([]);
  });
});

describe('the marks beside and above the number', () => {
  const numberOf = () =>
    classedPages[0]!.pieces.filter(
      (piece) => piece.baseline < 70 && piece.right > 160 && piece.baseline > 40,
    );

  it('should have the number end at the right edge of the text area', () => {
    expect(Math.max(...numberOf().map(({ right }) => right))).toBeCloseTo(184, 0);
  });

  it('should have the secrecy on the line of the number, at the left edge', () => {
    const secrecy = first(classedPages[0], '秘密');
    expect([near(secrecy.left, 28), near(secrecy.baseline, numberOf()[0]!.baseline)]).toEqual([true, true]);
  });

  it('should have the urgency one line below the secrecy', () => {
    const between = first(classedPages[0], '特急').baseline - first(classedPages[0], '秘密').baseline;
    expect(between).toBeCloseTo(10.44, 1);
  });

  it('should have the class end at the right edge, above the mark', () => {
    const above = classedPages[0]!.pieces.filter(({ baseline }) => baseline < 30);
    const right = Math.max(...above.map((piece) => piece.right));
    // The empty half of the closing bracket hangs over the edge.
    expect([squeeze(above.map(({ text }) => text).join('')), Math.round((right - 184) * 10) / 10]).toEqual([
      '（B类）',
      2.8,
    ]);
  });

  it('should have the title begin two empty lines below the last of them', () => {
    const between = first(classedPages[0], '关于第1号').baseline - first(classedPages[0], '特急').baseline;
    expect(Math.round(between / 10.44)).toBe(3);
  });
});

describe('the text', () => {
  it('should begin at the left edge with the addressee, and two characters in with a paragraph', () => {
    const addressee = first(classedPages[0], '甲某某委员');
    const closing = first(classedPages[0], '感谢您的关心');
    expect([addressee.left, closing.left - addressee.left].map((mm) => Math.round(mm * 10) / 10)).toEqual([
      28, 11.1,
    ]);
  });

  it('should have the lines of the first page on the same grid as those of the second', () => {
    const [grid] = [
      ...new Set(pages[1]!.pieces.filter(({ size }) => near(size, 16)).map(({ baseline }) => baseline)),
    ].sort((a, b) => a - b);
    const lines = pages[0]!.pieces.filter(
      ({ size, baseline }) => near(size, 16) && baseline > 115 && baseline < 265,
    );
    const off = lines
      .map(({ baseline }) => ((baseline - grid!) / 10.4428) % 1)
      .map((part) => Math.min(part, 1 - part));
    expect(Math.max(...off)).toBeLessThan(0.02);
  });

  // A sign at the edge is counted with its empty half, which no one sees: half a character.
  it('should stay inside the text area on every page', () => {
    const outside = pages.flatMap((page) =>
      page.pieces.filter(
        (piece) =>
          near(piece.size, 16) && piece.text.trim() && (piece.left < 28 - 2.9 || piece.right > 184 + 2.9),
      ),
    );
    expect(outside).toEqual([]);
  });

  it('should have the title in the middle of the text area', () => {
    const titles = pages[0]!.pieces.filter(({ size }) => near(size, 22));
    const middles = titles.map(({ left, right }) => Math.abs((left + right) / 2 - 106));
    expect(Math.max(...middles)).toBeLessThan(0.2);
  });

  it('should have the signature centred on the date', () => {
    const page = classedPages.at(-1);
    const date = page!.pieces.filter(({ baseline }) => near(baseline, pieces(page, '2026').at(-1)!.baseline));
    const signature = pieces(page, '云陵市交通局').at(-1)!;
    const middle =
      (Math.min(...date.map(({ left }) => left)) + Math.max(...date.map(({ right }) => right))) / 2;
    expect(Math.abs((signature.left + signature.right) / 2 - middle)).toBeLessThan(0.3);
  });

  it('should have the foot in 14 points, one character in', () => {
    const { size, left } = first(classedPages.at(-1), '抄送');
    expect([Math.round(size), Math.round((left - 28) / 4.94)]).toEqual([14, 1]);
  });
});

describe('the page numbers', () => {
  const numberOf = (page: PdfPage) => page.pieces.filter(({ baseline }) => baseline > 265);

  it('should stand one character in from the outer edge', () => {
    const edges = pages.slice(1).map((page, i) => {
      const found = numberOf(page);
      return i % 2 === 0
        ? Math.min(...found.map(({ left }) => left)) - 28
        : 184 - Math.max(...found.map(({ right }) => right));
    });
    expect(edges.filter((edge) => Math.abs(edge - 4.94) > 0.3)).toEqual([]);
  });

  it('should be in 14 points between dashes', () => {
    const texts = pages.slice(1).map((page) =>
      squeeze(
        numberOf(page)
          .map(({ text }) => text)
          .join(''),
      ),
    );
    expect(texts).toEqual(texts.map((_, i) => `—${i + 2}—`));
  });
});

describe('the bytes', () => {
  it('should be the same from two renderers, whatever each has made before', () => {
    expect(Buffer.from(otherBytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('should hold no script, no form, no link, no attached file', () => {
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(
      /\/(JavaScript|JS|AcroForm|URI|EmbeddedFile|Launch)\b/,
    );
  });
});
