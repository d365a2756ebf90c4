import { CHARACTER, MM, pointsOf, TEXT_WIDTH } from './page-measures';
import { titleLines } from './title-lines';

/** The signatures in rows of seals; lengths in points. */
export interface SignatureRows {
  readonly rows: readonly (readonly string[])[];
  /** From the right edge of the text area to the middle of the last column, and from column to column. */
  readonly last: number;
  readonly step: number;
}
/** The seal of a government office, 42 to 45 mm. Two must not touch, and none may reach beyond the text area (7.3.5.1). */
const SEAL = 45 * MM;
const APART = 2 * MM;
/** The date stands four characters from the right. */
const DATE_FROM_RIGHT = 4 * CHARACTER;

/** A longer name is signed on two lines, broken by sense. */
const LONGEST_LINE = 26;

/** The lines on which one unit signs: one, but for a name that is wider than the text area. */
export const unitLines = (unit: string): string[] => titleLines(unit, LONGEST_LINE);

const unitWidth = (unit: string): number => Math.max(...unitLines(unit).map(pointsOf));

function columns(units: readonly string[], date: string): { count: number; last: number; step: number } {
  const widest = Math.max(0, ...units.map(unitWidth));
  const room = Math.max(widest, SEAL) / 2;
  const last = Math.max(DATE_FROM_RIGHT + pointsOf(date) / 2, room);
  for (const count of [3, 2]) {
    const step = Math.min(TEXT_WIDTH / count, (TEXT_WIDTH - last - room) / (count - 1));
    if (units.length >= count && step >= Math.max(SEAL, widest + APART)) return { count, last, step };
  }
  return { count: 1, last, step: 0 };
}

/**
 * The signing units row by row, in their order: as many side by side as have room for their seals (three at most), the
 * rows as even as can be, the last unit above the date.
 */
export function signatureRows(units: readonly string[], date: string): SignatureRows {
  const { count, last, step } = columns(units, date);
  const perRow = Math.ceil(units.length / Math.max(1, Math.ceil(units.length / count)));
  const rows: string[][] = [];
  for (let i = 0; i < units.length; i += perRow) rows.push(units.slice(i, i + perRow));
  return { rows, last, step };
}
