import { blankLine, type DocxParagraph, TEXT_TWIPS } from './docx-paragraph';
import { CHARACTER, pointsOf } from './page-measures';
import type { PrintedText } from './printed-block';
import { signatureRows, unitLines } from './signature-rows';

/** Empty lines above the first row of seals, and between two rows. */
const ABOVE = 2;
const BETWEEN = 4;
const blanks = (count: number): DocxParagraph[] => Array.from({ length: count }, () => blankLine(true));

/** A line that ends so far from the right edge that its middle stands `middle` points from it. */
function centredOn(middle: number, text: string, keepNext: boolean): DocxParagraph {
  const right = Math.max(0, Math.round((middle - pointsOf(text) / 2) * 20));
  return { style: 'GwSign', runs: [{ text }], keepNext, indent: { left: 0, right } };
}

/** Date four characters from the right, the last signature centred on it; several units side by side, with room for each seal. */
export function docxSignatures(signed: readonly PrintedText[]): DocxParagraph[] {
  const date = signed.find(({ kind }) => kind === 'date')?.text;
  const units = signed.filter(({ kind }) => kind === 'signature').map(({ text }) => text);
  const { rows, last, step } = signatureRows(units, date ?? '');
  const single = Math.max(
    4 * CHARACTER + pointsOf(date ?? '') / 2,
    ...units.flatMap(unitLines).map((line) => pointsOf(line) / 2),
  );
  const middle = units.length > 1 ? last : single;
  const rowOf = (row: readonly string[], isLast: boolean): DocxParagraph[] => {
    if (row.length === 1) return unitLines(row[0]!).map((line) => centredOn(middle, line, !isLast));
    const fromRight = row.map((_, i) => last + (row.length - 1 - i) * step);
    return [
      {
        style: 'GwSeals',
        keepNext: !isLast,
        tabs: fromRight.map((points) => ({
          align: 'center' as const,
          at: Math.round(TEXT_TWIPS - points * 20),
        })),
        runs: row.map((text) => ({ text, tab: true })),
      },
    ];
  };
  return [
    ...rows.flatMap((row, i) => [
      ...blanks(i === 0 ? ABOVE : BETWEEN),
      ...rowOf(row, i === rows.length - 1 && date === undefined),
    ]),
    ...(date === undefined ? [] : [...blanks(rows.length === 0 ? ABOVE : 0), centredOn(middle, date, false)]),
  ];
}
