import type { PdfGlyph, PdfPage, PdfSource } from '../pdf/pdf-source';

/** One printed line of a page; lengths in millimetres. */
export interface PageLine {
  readonly page: number;
  readonly line: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of the page. */
  readonly width: number;
  /** Width of one character of the line. */
  readonly em: number;
}

const MM_PER_POINT = 25.4 / 72;
/** Characters whose baselines differ by less than this part of their size stand on one line. */
const ONE_LINE = 0.35;
/** A gap of so many characters parts words; a wide one parts the pieces of a form. */
const BLANK = 0.45;
const WIDE_BLANK = 1.6;
/** Running heads and page numbers stand within so many millimetres of an edge. */
const MARGIN = 38;
/** Text under a scan is not seen but is all there is. */
const readable = (glyphs: readonly PdfGlyph[]): readonly PdfGlyph[] => {
  const seen = glyphs.filter(({ hidden, angle }) => !hidden && Math.abs(angle) < 1);
  return seen.length > 0 ? seen : glyphs;
};

const em = ({ size }: PdfGlyph): number => Math.max(size * MM_PER_POINT, 0.5);

function textOf(glyphs: readonly PdfGlyph[]): string {
  let text = '';
  let right: number | null = null;
  for (const glyph of glyphs) {
    const gap = right === null ? 0 : (glyph.left - right) / em(glyph);
    if (gap > WIDE_BLANK) text += '    ';
    else if (gap > BLANK) text += ' ';
    text += glyph.text;
    right = Math.max(right ?? glyph.right, glyph.right);
  }
  return text;
}

function linesOfPage(page: PdfPage, number: number): PageLine[] {
  const rows: PdfGlyph[][] = [];
  const glyphs = [...readable(page.glyphs)].sort((a, b) => a.baseline - b.baseline);
  for (const glyph of glyphs) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.baseline - glyph.baseline) < ONE_LINE * em(glyph)) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.flatMap((row, i) => {
    const ordered = row.sort((a, b) => a.left - b.left);
    const inked = ordered.filter(({ text }) => text.trim() !== '');
    const [first, last] = [inked[0], inked.at(-1)];
    if (!first || !last) return [];
    const place = { page: number, line: i + 1, baseline: first.baseline, em: em(first), width: page.width };
    return [{ ...place, text: textOf(ordered), left: first.left, right: last.right }];
  });
}

const PAGE_NUMBER = /^[\s—–－·\-]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:[\s,，/共]*\d{1,3}\s*页?)?[\s—–－·\-]*$/;
const key = ({ text, baseline }: PageLine): string =>
  `${Math.round(baseline / 2)} ${text.replace(/[\d\s]+/g, '')}`;

/** The lines of all pages from top to bottom, without page numbers and without what every page repeats at its edge. */
export function pageLines(source: PdfSource): PageLine[] {
  const pages = source.pages.map((page, i) => linesOfPage(page, i + 1));
  const isMargin = (line: PageLine): boolean => {
    const { height } = source.pages[line.page - 1]!;
    return line.baseline < MARGIN || line.baseline > height - MARGIN;
  };
  const seen = new Map<string, number>();
  for (const line of pages.flat().filter(isMargin)) seen.set(key(line), (seen.get(key(line)) ?? 0) + 1);
  const shown = new Set<string>();
  return pages.flat().filter((line) => {
    if (!isMargin(line)) return true;
    if (PAGE_NUMBER.test(line.text)) return false;
    if ((seen.get(key(line)) ?? 0) < 3) return true;
    const repeated = shown.has(key(line));
    shown.add(key(line));
    return !repeated;
  });
}
