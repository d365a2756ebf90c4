/** One cell as a person reads it; what has no readable value says why. */
export interface Cell {
  readonly text: string;
  /** `formula`: never calculated; `error`: a #REF! or the like. */
  readonly fault?: 'formula' | 'error';
  /** It repeats the cell above, with which it is merged. */
  readonly merged?: true;
}

export interface TableRow {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  /** By column, from 0; empty cells are left out. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A sheet or a CSV file: its rows that hold anything. */
export interface Table {
  readonly rows: readonly TableRow[];
  /** Serial days count from 1904 (files of old Macs). */
  readonly date1904: boolean;
  readonly sheet: string | null;
  /** What the reader left out, in Chinese sentences. */
  readonly notes: readonly string[];
}

/** What a list may hold: a year's proposals of a large city many times over. */
export const TABLE_LIMITS = {
  fileBytes: 30 * 2 ** 20,
  rows: 5000,
  columns: 200,
  cellCharacters: 200_000,
  characters: 30_000_000,
  /** Of one sheet or of the table of strings, unpacked. */
  partBytes: 100 * 2 ** 20,
  milliseconds: 9_000,
} as const;

export type TableFault =
  'broken' | 'encrypted' | 'old-excel' | 'too-large' | 'too-many-rows' | 'too-slow' | 'open-quote';

/** Why a file cannot be read as a table. */
export class TableError extends Error {
  constructor(
    readonly fault: TableFault,
    readonly line = 0,
  ) {
    super(fault);
  }
}

/** Counts what was read, and the time it took (the turns of others left out), and stops at the limits. */
export class Meter {
  private characters = 0;
  private rows = 0;
  private spent = 0;
  private since: number;

  /** @param now a clock in milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.since = now();
  }

  /** @throws TableError `too-large`, `too-many-rows` */
  row(cells: readonly (Cell | undefined)[]): void {
    this.rows += 1;
    if (this.rows > TABLE_LIMITS.rows) throw new TableError('too-many-rows');
    for (const cell of cells) this.text(cell?.text.length ?? 0);
  }

  private text(length: number): void {
    this.characters += length;
    if (length > TABLE_LIMITS.cellCharacters || this.characters > TABLE_LIMITS.characters)
      throw new TableError('too-large');
  }

  /** Lets others have their turn. @throws TableError `too-slow` */
  async breathe(): Promise<void> {
    this.spent += this.now() - this.since;
    if (this.spent > TABLE_LIMITS.milliseconds) throw new TableError('too-slow');
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.since = this.now();
  }
}

/** A, B … Z, AA: what a spreadsheet calls its columns. */
export function columnName(index: number): string {
  const head = index >= 26 ? columnName(Math.floor(index / 26) - 1) : '';
  return head + String.fromCharCode(65 + (index % 26));
}

/** "BC12" → column 54 and row 12; null for what is no place. */
export function placeOf(reference: string): { readonly column: number; readonly line: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? [];
  if (!letters || !digits) return null;
  const column = [...letters.toUpperCase()].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
  return { column, line: Number(digits) };
}
