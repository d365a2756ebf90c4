import { hasHeader } from './printed-block';
import { TEXT_WIDTH } from './page-measures';
import { widthOf } from './title-tokens';

/** How a table is set: the size of its letters (points) and each column's part of the width (together 1). */
export interface TableLayout {
  readonly size: number;
  readonly columns: readonly { readonly share: number; readonly centred: boolean }[];
}
interface Need {
  /** All on one line, and the least without tearing a number or a word; in points. */
  readonly natural: number;
  readonly least: number;
  readonly weight: number;
  readonly centred: boolean;
}
type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

const SIZES = [12, 10.5, 9] as const;
const PADDING = 9;
/** Chinese may be broken anywhere; a column narrower than this reads like a signpost. */
const LEAST_CHARACTERS = 2;
/** A longer Latin word (an address of the web) is broken after all. */
const LONGEST_WORD = 12;
const CENTRED = 8;

const wordsWidth = (text: string): number =>
  Math.max(
    Math.min(LEAST_CHARACTERS, widthOf(text)),
    ...(text.match(/[\w.,%+/:~-]+/gu) ?? []).map((word) => Math.min(LONGEST_WORD, word.length * 0.56)),
  );

function need(head: string, cells: readonly string[], size: number): Need {
  const lines = cells.flatMap((cell) => cell.split('\n'));
  const natural = Math.max(1, ...lines.map((text) => widthOf(text) * 1.04));
  const mean = lines.reduce((sum, text) => sum + widthOf(text), 0) / Math.max(1, lines.length);
  return {
    natural: natural * size + PADDING,
    // A head of a few words takes two lines at most.
    least: Math.max(1, ...lines.map(wordsWidth), Math.min(6, Math.ceil(widthOf(head) / 2))) * size + PADDING,
    weight: Math.sqrt(Math.max(1, mean) * natural),
    centred: natural <= CENTRED && !lines.some((text) => /[。；]$/u.test(text)),
  };
}

/** Columns that need little get what they need; the others share the rest by how much they hold. */
function widths(needs: readonly Need[], total: number): number[] {
  const settled = new Map<Need, number>();
  for (;;) {
    const open = needs.filter((n) => !settled.has(n));
    const rest = total - [...settled.values()].reduce((sum, w) => sum + w, 0);
    const weights = open.reduce((sum, n) => sum + n.weight, 0);
    const part = (n: Need): number => (rest * n.weight) / weights;
    const narrow = open.filter((n) => part(n) < n.least);
    const wide = narrow.length > 0 ? [] : open.filter((n) => part(n) > n.natural);
    if (narrow.length + wide.length === 0 || narrow.length === open.length)
      return needs.map((n) => settled.get(n) ?? (narrow.length > 0 ? n.least : part(n)));
    for (const n of narrow) settled.set(n, n.least);
    for (const n of wide) settled.set(n, n.natural);
  }
}

/** Sets a table by what stands in it: columns as wide as their words need, the letters smaller where they must be. */
export function tableLayout(table: Table): TableLayout {
  const rows = [...(hasHeader(table) ? [table.header] : []), ...table.rows];
  const count = Math.max(1, ...rows.map((row) => row.length));
  const needsAt = (size: number): Need[] =>
    Array.from({ length: count }, (_, i) =>
      need(
        table.header[i] ?? '',
        rows.map((row) => row[i] ?? ''),
        size,
      ),
    );
  const sum = (needs: readonly Need[], of: 'natural' | 'least'): number =>
    needs.reduce((s, n) => s + n[of], 0);
  const size = SIZES.find((each) => sum(needsAt(each), 'least') <= TEXT_WIDTH) ?? SIZES[SIZES.length - 1]!;
  const needs = needsAt(size);
  const wide = sum(needs, 'natural') <= TEXT_WIDTH ? needs.map((n) => n.natural) : widths(needs, TEXT_WIDTH);
  const all = wide.reduce((s, w) => s + w, 0);
  return { size, columns: needs.map((n, i) => ({ share: wide[i]! / all, centred: n.centred })) };
}
