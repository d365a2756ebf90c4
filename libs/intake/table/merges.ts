import { type Cell, placeOf, type TableRow } from './table';

/** A merged area: columns and lines, both ends included. */
export interface Merge {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** So many cells are filled from the one they are merged with; no list has more. */
const MOST_FILLED = 200_000;

/** "A3:A5" → what is merged downwards; null where nothing is (side by side only, or no area at all). */
export function mergeOf(reference: string): Merge | null {
  const [from, to] = reference.split(':').map(placeOf);
  return from && to && to.line > from.line ? { left: from.column, top: from.line, bottom: to.line } : null;
}

/** Cells below the first of a merged area say what it says: one unit over three rows stands in all three. */
export function fillMerged(rows: readonly TableRow[], merges: readonly Merge[]): TableRow[] {
  const filled = rows.map(({ line, cells }) => ({ line, cells: [...cells] }));
  const byLine = new Map(filled.map((row, index) => [row.line, index]));
  let left = MOST_FILLED;
  for (const merge of merges) {
    const first = byLine.get(merge.top);
    const source: Cell | undefined = first === undefined ? undefined : filled[first]!.cells[merge.left];
    if (first === undefined || !source) continue;
    for (let at = first + 1; at < filled.length && filled[at]!.line <= merge.bottom && left > 0; at++) {
      filled[at]!.cells[merge.left] ??= { ...source, merged: true };
      left -= 1;
    }
  }
  return filled;
}
