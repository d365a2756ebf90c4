import type { Cell, Sheet, SheetColumn } from '@fuhan/knowledge';

/** What a list looks like as a file: one description of its columns, whatever it is filtered by. */
export interface ListColumn<Row> extends SheetColumn {
  readonly cell: (row: Row) => Cell;
}
export interface ListTable<Row> {
  readonly name: string;
  readonly columns: readonly ListColumn<Row>[];
}

export const column = <Row>(head: string, width: number, cell: (row: Row) => Cell): ListColumn<Row> => ({
  head,
  width,
  cell,
});
export const dayCell = (day: string | null): Cell => day && { day };
export const instantCell = (at: string | null): Cell => at && { at };
export const yes = (is: boolean): Cell => (is ? '是' : '');

async function* cellsOf<Row>(
  columns: readonly ListColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield columns.map(({ cell }) => cell(row));
}

/** The rows of a list as a sheet; they are asked for while it is written. */
export const sheetOf = <Row>(
  { name, columns }: ListTable<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
): Sheet => ({ name, columns, rows: cellsOf(columns, rows) });
