import { titleLines } from './title-lines';
import { widthOf } from './title-tokens';
import { MM } from './page-measures';

/** The red head of a letter: its lines and the size of its letters. */
export interface Mark {
  readonly lines: readonly string[];
  readonly points: number;
}
const WIDEST = 150 * MM;
const LARGEST = 44;
const TWO_LINES_LARGEST = 30;
/** Below this a head on one line no longer looks like one. */
const SMALLEST_ON_ONE = 22;

const pointsFor = (lines: readonly string[], largest: number): number =>
  Math.min(largest, WIDEST / Math.max(1, ...lines.map(widthOf)));

/** The issuer's name as the red head: one line, or two by sense where one would have to be printed too small. */
export function markOf(issuer: string): Mark {
  const one = { lines: [issuer], points: pointsFor([issuer], LARGEST) };
  if (one.points >= SMALLEST_ON_ONE) return one;
  const half = Math.ceil(widthOf(issuer) / 2);
  const lines = titleLines(issuer, half + 2);
  return lines.length === 2 ? { lines, points: pointsFor(lines, TWO_LINES_LARGEST) } : one;
}

/** A letter's ink, and the space between the two lines of a head, as parts of the letters' size. */
const INK = 0.92;
const MARK_LEADING = 0.3;
/** From baseline to baseline. */
export const MARK_PITCH = INK + MARK_LEADING;

/** How high the ink of the head is, in points. */
export const markHeight = ({ lines, points }: Mark): number =>
  points * (lines.length * INK + (lines.length - 1) * MARK_LEADING);
