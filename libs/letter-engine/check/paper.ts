import type { PdfBox, PdfGlyph, PdfSource } from '../pdf/pdf-source';
import { isRed } from './colours';
import { charWidth, isOpening, linesOf, most, type PrintedLine } from './lines';
import { type Rule, rulesOf } from './rules';
import { tableAreas } from './tables';

/** One page, its lines told apart by what they are. */
export interface Sheet {
  readonly page: number;
  /** Running text in the text area, tables and titles left out, from the top down. */
  readonly body: readonly PrintedLine[];
  /** Lines inside tables. */
  readonly table: readonly PrintedLine[];
  /** Lines larger than running text: a title, of the letter or of an attachment. */
  readonly titles: readonly PrintedLine[];
  /** 版记: 公开方式, 抄送. */
  readonly foot: readonly PrintedLine[];
  /** Everything below the text area. */
  readonly below: readonly PrintedLine[];
  /** Lines of the text area in no size a letter uses. */
  readonly odd: readonly PrintedLine[];
  readonly rules: readonly Rule[];
}

/** The letter as it stands on paper. */
export interface Paper {
  readonly sheets: readonly Sheet[];
  /** The size most of the running text has, in points; null where there is no text. */
  readonly bodySize: number | null;
  /** 发文机关标志: the box of its ink; null where there is no mark, or its outlines are not known. */
  readonly mark: { readonly ink: PdfBox | null; readonly lines: readonly PrintedLine[] } | null;
  /** The line that holds 发文字号. */
  readonly number: PrintedLine | null;
  /** Left edge of unindented running text; null where there is none. */
  readonly left: number | null;
}

const SIZE_SLACK = 0.6;
const TITLE_FROM = 19;
/** A line of running text longer than this is no signature. */
const LONG = 100;
/** Nothing of the text area stands lower; page numbers do. */
const TEXT_END = 264.5;
const FOOT_START = /^(?:抄送|分送|抄报|公开方式|公开属性|信息公开选项)[:：]/u;
const DOCUMENT_NUMBER = /[〔［[（(【]\d{4}[〕］\])）】]第?\d+号$/u;
const isRedMark = (line: PrintedLine): boolean =>
  line.size >= 18 && line.glyphs.filter(({ colour }) => isRed(colour)).length > line.glyphs.length / 2;

function bodySizeOf(lines: readonly PrintedLine[]): number | null {
  const counts = new Map<number, number>();
  for (const { size, glyphs } of lines) {
    const step = Math.round(size * 4) / 4;
    counts.set(step, (counts.get(step) ?? 0) + glyphs.length);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best?.[0] ?? null;
}

function inkAround(glyphs: readonly PdfGlyph[]): PdfBox | null {
  const inks = glyphs.flatMap(({ ink }) => (ink ? [ink] : []));
  if (inks.length < glyphs.length) return null;
  return {
    left: Math.min(...inks.map(({ left }) => left)),
    top: Math.min(...inks.map(({ top }) => top)),
    right: Math.max(...inks.map(({ right }) => right)),
    bottom: Math.max(...inks.map(({ bottom }) => bottom)),
  };
}

/** The mark, on one line or, for a long name or several units, on more. */
function markOf(upper: readonly PrintedLine[]): Paper['mark'] {
  const lines = upper.filter(isRedMark);
  return lines.length === 0 ? null : { ink: inkAround(lines.flatMap(({ glyphs }) => glyphs)), lines };
}

/** Everything on page 1 down to the title, or to the number where there is no title. */
function headEnd(lines: readonly PrintedLine[], number: PrintedLine | null): number {
  const titles = lines.filter((line) => line.size >= TITLE_FROM && !isRedMark(line));
  const fromTop = titles.filter(({ baseline }) => baseline < 200);
  const marks = lines.filter(isRedMark);
  return Math.max(0, ...[...fromTop, ...marks, ...(number ? [number] : [])].map((line) => line.baseline));
}

interface Reading {
  readonly bodySize: number;
  readonly headEnd: number;
}

function sheetOf(pdf: PdfSource, index: number, lines: readonly PrintedLine[], reading: Reading): Sheet {
  const page = index + 1;
  const source = pdf.pages[index]!;
  const areas = tableAreas(source);
  const inTable = ({ baseline, size }: PrintedLine): boolean =>
    areas.some(({ top, bottom }) => baseline > top && baseline - charWidth(size) < bottom);
  const footFrom = lines.findIndex((line) => FOOT_START.test(line.text) && !inTable(line));
  const foot = footFrom < 0 ? [] : lines.slice(footFrom).filter(({ baseline }) => baseline <= TEXT_END);
  const rest = lines.filter((line) => line.baseline <= TEXT_END && !foot.includes(line));
  const text = rest.filter((line) => !inTable(line) && !isRedMark(line));
  const isBody = ({ size }: PrintedLine): boolean => Math.abs(size - reading.bodySize) <= SIZE_SLACK;
  const afterHead = text.filter(({ baseline }) => page > 1 || baseline > reading.headEnd);
  const titles = text.filter((line) => line.size >= TITLE_FROM && !isBody(line));
  return {
    page,
    body: afterHead.filter((line) => isBody(line)),
    table: rest.filter(inTable),
    titles,
    foot,
    below: lines.filter(({ baseline }) => baseline > TEXT_END),
    odd: afterHead.filter((line) => !isBody(line) && !titles.includes(line)),
    rules: rulesOf(source),
  };
}

/** A line that goes on from a full one begins at the margin; where no line is full, the leftmost one tells. */
function leftOf(sheets: readonly Sheet[]): number | null {
  const lines = sheets.flatMap(({ body }) => body);
  if (lines.length === 0) return null;
  const right = Math.max(...lines.map((line) => line.right));
  const continued = lines.filter((line, i) => {
    const above = lines[i - 1];
    if (above?.page !== line.page || above.right - above.left < LONG) return false;
    return right - above.right < 1.5 * charWidth(line.size);
  });
  // An opening mark at the edge is counted with its empty left half.
  const plain = continued.filter(({ glyphs }) => !isOpening(glyphs[0]!.text));
  const lefts = (plain.length > 0 ? plain : continued).map(({ left }) => Math.round(left * 10) / 10);
  const at = lefts.length > 0 ? most(lefts) : Math.min(...lines.map(({ left }) => left));
  return lines.reduce(
    (best, { left }) => (Math.abs(left - at) < Math.abs(best - at) ? left : best),
    at + 0.1,
  );
}

/** Tells the lines of a PDF apart: mark, number, title, running text, tables, foot, page numbers. */
export function readPaper(pdf: PdfSource): Paper {
  const pages = pdf.pages.map((page, i) => linesOf(page, i + 1));
  const [firstPage = []] = pages;
  const plain = pages.flatMap((lines, i) => {
    const areas = tableAreas(pdf.pages[i]!);
    return lines.filter(
      (line) =>
        line.baseline <= TEXT_END &&
        !isRedMark(line) &&
        !areas.some(({ top, bottom }) => line.baseline > top && line.baseline < bottom),
    );
  });
  const bodySize = bodySizeOf(plain);
  const upper = firstPage.filter(({ baseline }) => baseline < 150);
  const number = upper.find(({ text }) => DOCUMENT_NUMBER.test(text)) ?? null;
  const reading = { bodySize: bodySize ?? 16, headEnd: headEnd(firstPage, number) };
  const sheets = pages.map((lines, i) => sheetOf(pdf, i, lines, reading));
  return {
    sheets,
    bodySize,
    mark: markOf(upper),
    number,
    left: leftOf(sheets),
  };
}
