import { parseSession } from './cells/words';
import { parseKind } from './cells/words';
import { type CheckedRow, type IntakeDefaults, type IntakeFacts } from './check/checked';
import { checkRow } from './check/check-row';
import { markDuplicates, paperKey } from './check/duplicates';
import { type Columns, intakeFieldNames } from './columns/fields';
import { findHeader, fingerprint, type Header } from './columns/recognise';
import { type IntakeRow, type IntakeValues, rowsOf } from './columns/rows';
import type { Table } from './table/table';

/** A list as it was read, before anything is checked. */
export interface Intake {
  readonly header: Header;
  readonly fingerprint: string;
  readonly columns: Columns;
  /** What the lines above the header say of all: 政协中山市第十三届委员会第五次会议提案交办清单. */
  readonly told: IntakeDefaultsTold;
  readonly rows: readonly IntakeRow[];
  readonly notes: readonly string[];
  readonly date1904: boolean;
}
export interface IntakeDefaultsTold {
  readonly kind: IntakeDefaults['kind'] | null;
  readonly term: number | null;
  readonly meeting: number | null;
}

/** A chosen mapping as far as it fits the table: each column exists and serves one field. */
function fitting(chosen: Columns, width: number): Columns {
  const taken = new Set<number>();
  return Object.fromEntries(
    intakeFieldNames.flatMap((field) => {
      const column = chosen[field];
      if (
        column === undefined ||
        !Number.isInteger(column) ||
        column < 0 ||
        column >= width ||
        taken.has(column)
      )
        return [];
      taken.add(column);
      return [[field, column]];
    }),
  );
}

/**
 * Takes a table apart into lines by field.
 * @param remembered the columns chosen for lists of this form (by its fingerprint), if any; else they are recognised by their words
 */
export function takeIn(
  table: Table,
  remembered: (fingerprint: string) => Columns | null = () => null,
): Intake {
  const header = findHeader(table) ?? { index: 0, texts: [], columns: {} };
  const print = fingerprint(header.texts);
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length));
  const chosen = remembered(print);
  const columns = chosen ? fitting(chosen, width) : header.columns;
  const { rows, notes } = rowsOf(table, header, columns);
  const above = table.rows
    .slice(0, header.index)
    .flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.text] : [])))
    .join(' ');
  const session = parseSession(above);
  return {
    header,
    fingerprint: print,
    columns,
    told: { kind: parseKind(above), term: session?.term ?? null, meeting: session?.meeting ?? null },
    rows,
    notes: [...table.notes, ...notes],
    date1904: table.date1904,
  };
}

/** What a person changed of single lines, by line. */
export type Edits = ReadonlyMap<number, IntakeValues>;

/** A line with what was typed over it; what was typed empty is left out, and a typed cell is no formula any more. */
export function edited(row: IntakeRow, edit: IntakeValues | undefined): IntakeRow {
  if (!edit) return row;
  const values = Object.fromEntries(
    Object.entries({ ...row.values, ...edit }).filter(([, text]) => text.trim() !== ''),
  );
  const faults = Object.fromEntries(Object.entries(row.faults).filter(([field]) => !(field in edit)));
  return { ...row, values, faults };
}

/**
 * Checks all lines of a list.
 * @param registered those of `keys` (kind, session, number) that are registered already
 * @param step told after each hundred lines: others have their turn, progress is shown
 */
export async function checkIntake(
  rows: readonly IntakeRow[],
  facts: IntakeFacts,
  registered: (keys: readonly string[]) => Promise<ReadonlySet<string>>,
  step: (done: number) => Promise<void> = async () => undefined,
): Promise<CheckedRow[]> {
  const checked: CheckedRow[] = [];
  for (const row of rows) {
    checked.push(checkRow(row, facts));
    if (checked.length % 100 === 0) await step(checked.length);
  }
  const keys = checked.flatMap(({ paper }) => (paper ? [paperKey(paper)] : []));
  return markDuplicates(checked, await registered(keys));
}
