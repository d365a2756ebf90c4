import { visible, type XmlReader, type ZipArchive } from '@fuhan/letter-engine';
import { tooWide } from './csv';
import { fillMerged, type Merge, mergeOf } from './merges';
import { numberText } from './number-format';
import { serialDate } from './serial';
import { type Cell, type Meter, placeOf, type Table, TABLE_LIMITS, TableError, type TableRow } from './table';
import { type SheetPlace, streamPart, unescaped, type Workbook } from './workbook';

const MOST_MERGES = 10_000;
const LAST_LINE = 1_048_576;

/** A cell while it is being read. */
interface Open {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly value: string[];
  formula: boolean;
}

const clean = (text: string): string => visible(unescaped(text)).trim();

/** Collects the rows of a sheet as its XML comes by. */
class SheetReader implements XmlReader {
  readonly rows: TableRow[] = [];
  readonly merges: Merge[] = [];
  wide = false;
  private line = 0;
  private cells: (Cell | undefined)[] = [];
  private column = -1;
  private cell: Open | null = null;
  private takes = false;
  private phonetic = false;

  constructor(
    private readonly book: Workbook,
    private readonly meter: Meter,
  ) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') this.openRow(attribute('r'));
    else if (name === 'c') this.openCell(attribute);
    else if (name === 'f' && this.cell) this.cell.formula = true;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'mergeCell') this.openMerge(attribute('ref') ?? '');
    this.takes = (name === 'v' || name === 't') && !this.phonetic;
  }

  text(text: string): void {
    if (this.takes) this.cell?.value.push(text);
  }

  close(name: string): void {
    this.takes = false;
    if (name === 'rPh') this.phonetic = false;
    if (name === 'c') this.closeCell();
    if (name === 'row') this.closeRow();
  }

  private openRow(told: string | undefined): void {
    this.line = told === undefined ? this.line + 1 : Number(told);
    if (!Number.isInteger(this.line) || this.line < 1 || this.line > LAST_LINE)
      throw new TableError('broken');
    this.cells = [];
    this.column = -1;
  }

  private openCell(attribute: (name: string) => string | undefined): void {
    this.column = placeOf(attribute('r') ?? '')?.column ?? this.column + 1;
    this.cell = {
      column: this.column,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      value: [],
      formula: false,
    };
  }

  private openMerge(reference: string): void {
    const merge = mergeOf(reference);
    if (merge && this.merges.length < MOST_MERGES) this.merges.push(merge);
  }

  private closeCell(): void {
    const open = this.cell;
    this.cell = null;
    const cell = open && this.cellOf(open);
    if (!open || !cell) return;
    if (open.column < TABLE_LIMITS.columns) this.cells[open.column] = cell;
    else this.wide = true;
  }

  private closeRow(): void {
    // A row that is only painted holds nothing; a million of them are still nothing.
    if (this.cells.length === 0) return;
    this.meter.row(this.cells);
    this.rows.push({ line: this.line, cells: this.cells });
  }

  private cellOf({ type, style, value, formula }: Open): Cell | undefined {
    const raw = value.join('');
    if (type === 'e') return { text: raw, fault: 'error' };
    if (formula && raw === '' && type !== 'str') return { text: '', fault: 'formula' };
    const text = this.textOf(type, raw, style);
    if (text === null) return { text: raw, fault: 'error' };
    return text === '' ? undefined : { text };
  }

  private textOf(type: string, raw: string, style: number): string | null {
    switch (type) {
      case 's': {
        const shared = this.book.strings[Number(raw)];
        return shared === undefined ? (raw === '' ? '' : null) : clean(shared);
      }
      case 'b':
        return raw === '1' ? '是' : '否';
      case 'd':
        return raw.slice(0, 10);
      case 'n': {
        const look = this.book.looks[style] ?? { is: 'plain', digits: 0 };
        if (look.is === 'plain' || raw === '') return numberText(raw, look.is === 'plain' ? look.digits : 0);
        return serialDate(Number(raw), this.book.date1904) ?? numberText(raw, 0);
      }
      default:
        return clean(raw);
    }
  }
}

/** The rows of one sheet. @throws TableError; XmlError, ZipError */
export async function readSheet(
  zip: ZipArchive,
  book: Workbook,
  { name, path }: SheetPlace,
  meter: Meter,
): Promise<Table> {
  const reader = new SheetReader(book, meter);
  if (!(await streamPart(zip, path, reader, meter))) throw new TableError('broken');
  const rows = fillMerged(
    [...reader.rows].sort((a, b) => a.line - b.line),
    reader.merges,
  );
  return { rows, date1904: book.date1904, sheet: name, notes: reader.wide ? [tooWide] : [] };
}
