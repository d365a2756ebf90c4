import type { DocxCell, DocxTable } from '../render/docx-paragraph';
import { align, type Alignable } from './align';
import { type Reviser, revisedRuns, runsText } from './docx-words';

type Row = DocxTable['rows'][number];
type Item = Alignable & { readonly row: Row };

const rowText = ({ cells }: Row): string => cells.map(({ lines }) => runsText(lines)).join('\t');

/** The words of a table, a line a row. */
export const tableText = ({ rows }: DocxTable): string => rows.map(rowText).join('\n');

const itemOf = (row: Row): Item => ({
  row,
  sort: String(row.header),
  single: row.header,
  text: rowText(row),
});

/** A whole row that came or went: the row, its cells' marks and their words. */
function whole(row: Row, tag: 'ins' | 'del', reviser: Reviser): Row {
  const change = reviser.make(tag);
  const cells = row.cells.map((cell): DocxCell => {
    const [before, after] = tag === 'ins' ? [[], cell.lines] : [cell.lines, []];
    return { ...cell, lines: revisedRuns(before, after, reviser), marks: [reviser.make(tag)] };
  });
  return { ...row, cells, change };
}

function both(before: Row, after: Row, reviser: Reviser): Row {
  const cells = after.cells.map((cell, i) => ({
    ...cell,
    lines: revisedRuns(before.cells[i]?.lines ?? [], cell.lines, reviser, 'without size'),
  }));
  return { ...after, cells };
}

/** Two tables of as many columns as one, row by row and cell by cell; it is laid out as the new one. */
export function revisedTable(before: DocxTable, after: DocxTable, reviser: Reviser): DocxTable {
  const rows = align(before.rows.map(itemOf), after.rows.map(itemOf)).map((pair) => {
    if (!('after' in pair)) {
      const cells = pair.before.row.cells.map((cell, i) => ({
        ...cell,
        width: after.columns[i] ?? cell.width,
      }));
      return whole({ ...pair.before.row, cells }, 'del', reviser);
    }
    return 'before' in pair
      ? both(pair.before.row, pair.after.row, reviser)
      : whole(pair.after.row, 'ins', reviser);
  });
  return { ...after, rows };
}

/** A table that came or went as a whole. */
export const wholeTable = (table: DocxTable, tag: 'ins' | 'del', reviser: Reviser): DocxTable => ({
  ...table,
  rows: table.rows.map((row) => whole(row, tag, reviser)),
});
