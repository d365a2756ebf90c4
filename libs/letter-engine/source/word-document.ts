import type { RawLine } from './raw-line';
import type { WordNumbering } from './word-numbering';
import { parseXml } from './xml';

interface Paragraph {
  text: string;
  printed: number;
  bold: number;
  list: string | null;
  level: number;
  style: string;
  size: string;
}
interface Table {
  readonly rows: string[][];
  /** Lines of the cell that is being read. */
  cell: string[];
}

/** What is no text of the letter: taken out by a revision, kept twice for old programs, or said aside. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'footnote',
  'instrText',
  'delText',
  'object',
  'tblGrid',
]);

const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/.test(value);

/** Paragraphs, tables and text boxes of one part of a Word file, in the order in which they stand. */
class PartReader {
  readonly lines: RawLine[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Table[] = [];
  private skipping = 0;
  private inText = false;
  private inRunProperties = false;
  private inParagraphProperties = 0;
  private isBold = false;
  private page = 1;
  private count = 0;

  constructor(private readonly numbering: WordNumbering) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (this.skipping > 0 || SKIPPED.has(name)) {
      this.skipping += 1;
      return;
    }
    const paragraph = this.paragraphs.at(-1);
    switch (name) {
      case 'p':
        this.paragraphs.push({ text: '', printed: 0, bold: 0, list: null, level: 0, style: '', size: '' });
        break;
      case 'pPr':
        this.inParagraphProperties += 1;
        break;
      case 'r':
        this.isBold = false;
        break;
      case 'rPr':
        this.inRunProperties = true;
        break;
      case 'b':
        if (this.inRunProperties && this.inParagraphProperties === 0) this.isBold = isOn(attribute('val'));
        break;
      case 'numId':
        if (paragraph) paragraph.list = attribute('val') ?? null;
        break;
      case 'ilvl':
        if (paragraph) paragraph.level = Number(attribute('val') ?? 0);
        break;
      case 't':
        this.inText = true;
        break;
      default:
        this.openMark(name, attribute);
    }
  }

  private openMark(name: string, attribute: (name: string) => string | undefined): void {
    // A tab among a paragraph's properties is a tab stop.
    if (name === 'tab' && this.inParagraphProperties === 0) this.add('\t');
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && name === 'pStyle') paragraph.style = attribute('val') ?? '';
    if (paragraph && name === 'sz' && this.inParagraphProperties === 0)
      paragraph.size ||= attribute('val') ?? '';
    if (name === 'cr') this.add('\n');
    if (name === 'noBreakHyphen') this.add('-');
    if (name === 'lastRenderedPageBreak') this.page += 1;
    if (name === 'br') {
      if (attribute('type') === 'page') this.page += 1;
      else this.add('\n');
    }
    if (name === 'tbl') this.tables.push({ rows: [], cell: [] });
    if (name === 'tr') this.tables.at(-1)?.rows.push([]);
    if (name === 'tc') {
      const table = this.tables.at(-1);
      if (table) table.cell = [];
    }
  }

  close(name: string): void {
    if (this.skipping > 0) {
      this.skipping -= 1;
      return;
    }
    if (name === 't') this.inText = false;
    if (name === 'rPr') this.inRunProperties = false;
    if (name === 'pPr') this.inParagraphProperties -= 1;
    if (name === 'p') this.closeParagraph();
    if (name === 'tc') {
      const table = this.tables.at(-1);
      table?.rows.at(-1)?.push(table.cell.join('\n').trim());
    }
    if (name === 'tbl') this.closeTable();
  }

  text(text: string): void {
    if (this.inText && this.skipping === 0) this.add(text);
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    const printed = text.trim().length;
    paragraph.text += text;
    paragraph.printed += printed;
    if (this.isBold) paragraph.bold += printed;
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const hasText = paragraph.text.trim() !== '';
    const mark =
      hasText && paragraph.list !== null ? this.numbering.next(paragraph.list, paragraph.level) : '';
    const text = mark + paragraph.text;
    const table = this.tables.at(-1);
    if (table) {
      if (hasText) table.cell.push(text.trim());
      return;
    }
    this.count += 1;
    const parts = text.split('\n');
    const bold = paragraph.printed > 0 && paragraph.bold === paragraph.printed;
    const look = `${paragraph.style} ${paragraph.size}`;
    for (const part of parts)
      this.lines.push({
        text: part,
        page: this.page,
        line: this.count,
        whole: parts.length === 1,
        bold,
        look,
      });
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const rows = table.rows.filter((row) => row.some((cell) => cell !== ''));
    const outer = this.tables.at(-1);
    if (outer) {
      outer.cell.push(...rows.map((row) => row.filter(Boolean).join(' ')));
      return;
    }
    this.count += 1;
    const place = { page: this.page, line: this.count };
    const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.filter(Boolean).length));
    // A frame of one column, or a line set with a table's help, is no table.
    if (rows.length > 1 && width > 1) this.lines.push({ ...place, text: '', cells: rows, whole: true });
    else
      for (const part of rows.flat().flatMap((cell) => cell.split('\n')))
        this.lines.push({ ...place, text: part, whole: true });
  }
}

/** The lines of one part (body, header, footer) of a Word file. */
export function wordLines(xml: string, numbering: WordNumbering): RawLine[] {
  const reader = new PartReader(numbering);
  parseXml(xml, reader);
  return reader.lines;
}
