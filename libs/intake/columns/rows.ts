import { columnName, type Table, type TableRow } from '../table/table';
import { type Columns, type IntakeField, intakeFieldNames } from './fields';
import type { Header } from './recognise';

export type IntakeValues = Readonly<Partial<Record<IntakeField, string>>>;

/** A line of the list as it was written, by field. */
export interface IntakeRow {
  readonly line: number;
  readonly values: IntakeValues;
  /** Cells without a readable value. */
  readonly faults: Readonly<Partial<Record<IntakeField, 'formula' | 'error'>>>;
}

export interface IntakeRows {
  readonly rows: readonly IntakeRow[];
  /** Lines that were left out, and why. */
  readonly notes: readonly string[];
}

const REMARK = /^(?:合计|总计|小计|共计|备注|说明|注)(?:[:：\s\d]|$)/;

/** A line that continues the one above: its number (or title) is merged with the one above. */
const continues = ({ cells }: TableRow, { number, title }: Columns): boolean =>
  cells[number ?? title ?? -1]?.merged === true;

const sameAsHeader = ({ cells }: TableRow, { texts }: Header): boolean =>
  texts.every((text, i) => (cells[i]?.text ?? '') === text);

function rowOf({ line, cells }: TableRow, columns: Columns): IntakeRow {
  const values: Partial<Record<IntakeField, string>> = {};
  const faults: Partial<Record<IntakeField, 'formula' | 'error'>> = {};
  for (const field of intakeFieldNames) {
    const column = columns[field];
    const cell = column === undefined ? undefined : cells[column];
    if (cell?.fault) faults[field] = cell.fault;
    if (cell && cell.text !== '') values[field] = cell.text;
  }
  return { line, values, faults };
}

/** What a continued line adds: one unit more, one suggestion more. */
function withMore(row: IntakeRow, more: TableRow, columns: Columns): IntakeRow {
  const values: Partial<Record<IntakeField, string>> = { ...row.values };
  for (const field of intakeFieldNames) {
    const cell = more.cells[columns[field] ?? -1];
    if (cell && !cell.merged && cell.text !== '')
      values[field] = values[field] === undefined ? cell.text : `${values[field]}\n${cell.text}`;
  }
  return { ...row, values };
}

/** The lines below the header, by field. Totals, remarks and repeated headers are left out and told. */
export function rowsOf(table: Table, header: Header, columns: Columns): IntakeRows {
  const rows: IntakeRow[] = [];
  const notes: string[] = [];
  for (const each of table.rows.slice(header.index + 1)) {
    const written = each.cells.flatMap((cell) => (cell ? [cell.text] : []));
    const last = rows.at(-1);
    if (sameAsHeader(each, header)) continue;
    if (written.length <= 3 && REMARK.test(written[0] ?? '')) {
      notes.push(`第 ${each.line} 行是“${written[0]!.slice(0, 20)}”，不是提案，没有读。`);
    } else if (last && continues(each, columns)) {
      rows[rows.length - 1] = withMore(last, each, columns);
    } else {
      const row = rowOf(each, columns);
      if (Object.keys(row.values).length + Object.keys(row.faults).length > 0) rows.push(row);
    }
  }
  return { rows, notes };
}

/** What a person calls a column: its heading, or its letter. */
export const columnLabel = ({ texts }: Pick<Header, 'texts'>, column: number | undefined): string | null =>
  column === undefined ? null : texts[column]?.replace(/\s+/g, '') || `${columnName(column)} 列`;
