import { parseXml, type XmlReader, type ZipArchive, xmlSink } from '@fuhan/letter-engine';
import { LeanXml } from './lean-xml';
import { lookOf, type NumberLook } from './number-format';
import { type Meter, TABLE_LIMITS, TableError } from './table';

export interface SheetPlace {
  readonly name: string;
  readonly path: string;
}
export interface Workbook {
  /** In their order, hidden ones left out. */
  readonly sheets: readonly SheetPlace[];
  readonly date1904: boolean;
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** `_x000D_` and its like, as spreadsheets write characters that XML has no room for; controls are dropped. */
export const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '');

function parsePart(zip: ZipArchive, name: string, reader: XmlReader): boolean {
  const bytes = zip.read(name);
  if (bytes) parseXml(utf8(bytes), reader);
  return bytes !== null;
}

/** Reads a part that may be large piece by piece; the others have their turn in between. */
export async function streamPart(
  zip: ZipArchive,
  name: string,
  reader: XmlReader,
  meter: Meter,
): Promise<boolean> {
  const sink = xmlSink(reader);
  const decoder = new TextDecoder();
  const lean = new LeanXml();
  let any = false;
  for (const piece of zip.pieces(name, TABLE_LIMITS.partBytes)) {
    any = true;
    sink.write(lean.push(decoder.decode(piece, { stream: true })));
    await meter.breathe();
  }
  if (any) {
    sink.write(lean.push(decoder.decode()) + lean.end());
    sink.close();
  }
  return any;
}

async function readStrings(zip: ZipArchive, meter: Meter): Promise<string[]> {
  const strings: string[] = [];
  let parts: string[] = [];
  let inText = false;
  let phonetic = false;
  const reader: XmlReader = {
    open(name) {
      if (name === 'si') parts = [];
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text(text) {
      if (inText) parts.push(text);
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(unescaped(parts.join('')));
    },
  };
  await streamPart(zip, 'xl/sharedStrings.xml', reader, meter);
  return strings;
}

function readLooks(zip: ZipArchive): NumberLook[] {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCells = false;
  parsePart(zip, 'xl/styles.xml', {
    open(name, attribute) {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        looks.push(lookOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return looks;
}

/** Where a target of the workbook's relations lies: worksheets/sheet1.xml, or /xl/… from the root. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** What belongs to all sheets. @throws TableError `broken`; XmlError, ZipError */
export async function openWorkbook(zip: ZipArchive, meter: Meter): Promise<Workbook> {
  const targets = new Map<string, string>();
  parsePart(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, attribute) {
      if (name === 'Relationship') targets.set(attribute('Id') ?? '', attribute('Target') ?? '');
    },
  });
  const sheets: SheetPlace[] = [];
  let date1904 = false;
  const found = parsePart(zip, 'xl/workbook.xml', {
    open(name, attribute) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
      const target = targets.get(attribute('id') ?? '');
      if (target !== undefined) sheets.push({ name: attribute('name') ?? '', path: pathOf(target) });
    },
  });
  if (!found || sheets.length === 0) throw new TableError('broken');
  return { sheets, date1904, strings: await readStrings(zip, meter), looks: readLooks(zip) };
}
