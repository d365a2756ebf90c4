import { markHeight, markOf } from './mark';
import { LINES, linesOf, MM, PITCH, SIZE, TITLE_PITCH, TITLE_SIZE } from './page-measures';
import type { PrintedBlock } from './printed-block';

/** The two red rules below the mark and the space above the number (7/8 of a character). */
const BELOW_MARK = 4 * MM + 1.75 * MM + 0.875 * SIZE;
/** A line of addressees holds 28 characters; marks that may not begin a line take one from some. */
const PER_LINE = 27.5;

const textOf = (blocks: readonly PrintedBlock[], kind: PrintedBlock['kind']): string => {
  const found = blocks.find((b) => b.kind === kind);
  return found && 'text' in found ? found.text : '';
};

/** The lines of the grid that the head of the first page takes, the empty line below the title included. */
export function headLines(blocks: readonly PrintedBlock[]): number {
  const numberTop = 30 * MM + markHeight(markOf(textOf(blocks, 'mark'))) + BELOW_MARK - 37 * MM;
  const left = blocks.filter(
    (b) =>
      b.kind === 'secrecy' ||
      b.kind === 'urgency' ||
      b.kind === 'signer' ||
      (b.kind === 'classMark' && b.spot === 'number-line'),
  ).length;
  const right = blocks.some((b) => b.kind === 'classMark' && b.spot === 'above-title') ? 2 : 1;
  const titleTop = numberTop + (Math.max(1, left, right) - 1 + 3) * PITCH;
  const title = blocks.find((b) => b.kind === 'title');
  const titleLines = title?.kind === 'title' ? title.lines.length : 0;
  return Math.ceil((titleTop + Math.max(0, titleLines - 1) * TITLE_PITCH + TITLE_SIZE) / PITCH + 1 - 0.35);
}

/** True when the addressees leave no room for text on the first page (7.3.2); `line` is the line as it would be printed. */
export const addresseesCrowdOut = (head: readonly PrintedBlock[], line: string | null): boolean =>
  line !== null && headLines(head) + linesOf(line, PER_LINE) >= LINES;
