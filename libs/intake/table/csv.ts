import { type Cell, Meter, type Table, TABLE_LIMITS, TableError, type TableRow } from './table';

const HEAD = 4000;
const BREATHE_EVERY = 200;

/** Comma, tab or semicolon: whichever the first lines hold most of, outside quotes. */
function delimiterOf(text: string): string {
  const head = text.slice(0, HEAD).replace(/"[^"]*"/g, '');
  const count = (mark: string): number => head.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

/** Reads the fields of a CSV one by one (RFC 4180; quotes may hold line ends). */
class CsvReader {
  private at = 0;
  private line = 1;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  /** The next row with the line it begins on; null at the end. */
  next(): { readonly line: number; readonly fields: readonly string[] } | null {
    if (this.at >= this.text.length) return null;
    const { line } = this;
    const fields: string[] = [];
    for (;;) {
      fields.push(this.text[this.at] === '"' ? this.quoted() : this.bare());
      if (this.text[this.at] !== this.delimiter) break;
      this.at += 1;
    }
    if (this.text[this.at] === '\r') this.at += 1;
    if (this.text[this.at] === '\n') this.at += 1;
    this.line += 1;
    return { line, fields };
  }

  private bare(): string {
    const from = this.at;
    while (this.at < this.text.length && !this.isEnd(this.text[this.at]!)) this.at += 1;
    return this.text.slice(from, this.at);
  }

  private isEnd(character: string): boolean {
    return character === this.delimiter || character === '\n' || character === '\r';
  }

  private quoted(): string {
    const from = this.line;
    const parts: string[] = [];
    this.at += 1;
    for (;;) {
      const end = this.text.indexOf('"', this.at);
      if (end < 0) throw new TableError('open-quote', from);
      const part = this.text.slice(this.at, end);
      this.line += part.split('\n').length - 1;
      parts.push(part);
      this.at = end + 1;
      if (this.text[this.at] !== '"') break;
      parts.push('"');
      this.at += 1;
    }
    // What stands behind the closing quote belongs to the field: nothing is lost.
    return parts.join('') + this.bare();
  }
}

const cellOf = (field: string): Cell | undefined => {
  const text = field.replace(/\r\n?/g, '\n').trim();
  return text === '' ? undefined : { text };
};

/**
 * A CSV text as a table; comma, tab or semicolon is told by itself.
 * @throws TableError `open-quote` with the line, `too-many-rows`, `too-large`, `too-slow`
 */
export async function readCsv(text: string, meter = new Meter()): Promise<Table> {
  const told = /^\ufeff?sep=(.)\r?\n/.exec(text);
  const body = told ? text.slice(told[0].length) : text.replace(/^\ufeff/, '');
  const reader = new CsvReader(body, told?.[1] ?? delimiterOf(body));
  const rows: TableRow[] = [];
  let wide = false;
  let read = 0;
  for (let row = reader.next(); row; row = reader.next()) {
    read += 1;
    if (read % BREATHE_EVERY === 0) await meter.breathe();
    wide ||= row.fields.slice(TABLE_LIMITS.columns).some((field) => field.trim() !== '');
    const cells = row.fields.slice(0, TABLE_LIMITS.columns).map(cellOf);
    if (!cells.some(Boolean)) continue;
    meter.row(cells);
    rows.push({ line: row.line + (told ? 1 : 0), cells });
  }
  return { rows, date1904: false, sheet: null, notes: wide ? [tooWide] : [] };
}

export const tooWide = `第 ${TABLE_LIMITS.columns} 列以后的内容没有读。`;
