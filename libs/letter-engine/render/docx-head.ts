import {
  blankLine,
  brokenRuns,
  type DocxFrame,
  type DocxParagraph,
  styledLine,
  TEXT_TWIPS,
  TWIPS_PER_MM,
} from './docx-paragraph';
import { MARK_PITCH, markHeight, markOf } from './mark';
import { MM, SIZE } from './page-measures';
import type { PrintedBlock, PrintedText } from './printed-block';

const RULE_MM = 1.75;
const SIZE_MM = SIZE / MM;
/** Word sets a line of 16 points in the middle of its 28.95. */
const ABOVE_LETTERS = ((28.95 - 16) / 2) * 20;
const EMPTY_LINES_ABOVE_TITLE = 2;

/** The red head's measures for an issuer's name: size of its letters, and where the first rule lies (mm from the top). */
export function markMeasures(issuer: string): { points: number; rule1: number } {
  const mark = markOf(issuer);
  return { points: mark.points, rule1: 30 + markHeight(mark) / MM + 4 };
}

/** Top of the number, 7/8 of a character below the first rule; millimetres from the top of the page. */
const numberTop = (issuer: string): number => markMeasures(issuer).rule1 + RULE_MM + SIZE_MM * 0.875;

function markLine(issuer: string): DocxParagraph {
  const { lines, points } = markOf(issuer);
  const line = Math.round(points * (lines.length > 1 ? MARK_PITCH : 1) * 20);
  return {
    style: 'GwMark',
    frame: {
      width: TEXT_TWIPS,
      height: line * lines.length,
      anchor: 'page',
      align: 'center',
      y: Math.round((30 - (0.04 * points) / MM) * TWIPS_PER_MM),
    },
    spacing: { line },
    runs: lines.map((text, i) => ({
      text,
      size: Math.round(points * 2),
      ...(i > 0 ? { lineBreak: true } : {}),
    })),
  };
}

/**
 * The lines from the number down: on the left secrecy, urgency and, where the place puts them there, class and signer; on the right
 * the number and the class that stands above the title. The first line holds the place below the red head even when empty.
 */
function numberLines(
  issuer: string,
  left: readonly PrintedText[],
  right: readonly string[],
): DocxParagraph[] {
  const before = Math.max(0, Math.round((numberTop(issuer) - 37) * TWIPS_PER_MM - ABOVE_LETTERS));
  return Array.from({ length: Math.max(1, left.length, right.length) }, (_, i) => {
    const spacing = i === 0 ? { spacing: { before } } : {};
    const [mark, end] = [left[i], right[i]];
    if (mark === undefined) return styledLine(i === 0 ? 'GwDocNo' : 'GwLei', end ?? '', spacing);
    return {
      style: 'GwBeside',
      ...spacing,
      tabs: [{ align: 'right', at: TEXT_TWIPS }],
      runs: [
        { text: mark.text, hei: mark.kind !== 'signer' },
        ...(end ? [{ text: end, tab: true, hei: i > 0 }] : []),
      ],
    };
  });
}

const CLASS_FRAME: DocxFrame = { width: 2835, height: 600, anchor: 'page', align: 'right', y: 907 };

/** Everything above the addressee. The number's line stands even when there is no number: it holds the place below the red head. */
export function docxHead(blocks: readonly PrintedBlock[]): DocxParagraph[] {
  const texts = (kind: PrintedText['kind'], spot?: PrintedText['spot']): PrintedText[] =>
    blocks.flatMap((b) => (b.kind === kind && (spot === undefined || b.spot === spot) ? [b] : []));
  const issuer = texts('mark')[0]?.text ?? '';
  const left = [
    ...[...texts('secrecy'), ...texts('urgency'), ...texts('classMark', 'number-line'), ...texts('signer')],
  ];
  const right = [
    texts('number')[0]?.text ?? '',
    ...texts('classMark', 'above-title').map(({ text }) => text),
  ];
  const title = blocks.find((b) => b.kind === 'title');
  return [
    ...texts('classMark', 'above-mark').map(({ text }) => styledLine('GwLei', text, { frame: CLASS_FRAME })),
    ...texts('mark').map(({ text }) => markLine(text)),
    ...numberLines(issuer, left, right),
    ...Array.from({ length: EMPTY_LINES_ABOVE_TITLE }, () => blankLine()),
    ...(title?.kind === 'title' ? [titleLine(title.lines), blankLine()] : []),
  ];
}

/** A title of the letter or of an attachment, broken where the PDF breaks it. */
export const titleLine = (lines: readonly string[]): DocxParagraph => ({
  style: 'GwTitle',
  runs: brokenRuns(lines.map((text) => ({ text }))).map((run, i) => ({ ...run, lineBreak: i > 0 })),
});
