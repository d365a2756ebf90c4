import { decodeText, sourceFormat, XmlError, ZipArchive, ZipError } from '@fuhan/letter-engine';
import { type ErrorCode, FuhanError } from '@fuhan/kernel';
import { findHeader } from './columns/recognise';
import { readSingle } from './single';
import { readCsv } from './table/csv';
import { readSheet } from './table/sheet';
import { Meter, type Table, TABLE_LIMITS, TableError, type TableFault } from './table/table';
import { openWorkbook } from './table/workbook';

const CODES: Readonly<Record<Exclude<TableFault, 'open-quote'>, ErrorCode>> = {
  broken: 'intake.broken',
  encrypted: 'intake.encrypted',
  'old-excel': 'intake.old-excel',
  'too-large': 'intake.too-large',
  'too-many-rows': 'intake.too-many-rows',
  'too-slow': 'intake.too-slow',
};
const MOST_SHEETS = 12;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** A workbook with a password is wrapped into the old format; its parts are named in UTF-16. */
const WRAPPED = Buffer.from('EncryptedPackage', 'utf16le');

const isOld = (bytes: Uint8Array): boolean => OLE.every((byte, i) => bytes[i] === byte);

/** The sheet whose header tells most; of equals the first. */
async function readWorkbook(zip: ZipArchive, meter: Meter): Promise<Table> {
  const book = await openWorkbook(zip, meter);
  let best: { table: Table; told: number } | null = null;
  for (const place of book.sheets.slice(0, MOST_SHEETS)) {
    const table = await readSheet(zip, book, place, meter);
    const told = table.rows.length > 1 ? Object.keys(findHeader(table)?.columns ?? {}).length : 0;
    if (!best || told > best.told) best = { table, told };
  }
  const others = book.sheets.filter(({ name }) => name !== best?.table.sheet).map(({ name }) => name);
  const notes =
    others.length > 0 ? [`只读了工作表“${best!.table.sheet}”，没有读${others.slice(0, 5).join('、')}。`] : [];
  return { ...best!.table, notes: [...best!.table.notes, ...notes] };
}

const readZip = (bytes: Uint8Array, file: string, meter: Meter): Promise<Table> => {
  const zip = new ZipArchive(bytes);
  if (zip.names.includes('xl/workbook.xml')) return readWorkbook(zip, meter);
  if (zip.names.includes('word/document.xml')) return readSingle(bytes, file);
  throw new FuhanError('intake.kind', { file });
};

async function readText(bytes: Uint8Array, file: string, meter: Meter): Promise<Table> {
  const text = decodeText(bytes, file, TABLE_LIMITS.fileBytes);
  const table = await readCsv(text, meter);
  const header = findHeader(table);
  const looksLikeList = header !== null && Object.keys(header.columns).length > 1;
  if (looksLikeList || /\.(csv|tsv)$/i.test(file)) return table;
  return readSingle(bytes, file);
}

function refusalOf(error: unknown, file: string): FuhanError | null {
  if (error instanceof TableError)
    return error.fault === 'open-quote'
      ? new FuhanError('intake.open-quote', { file, line: error.line })
      : new FuhanError(CODES[error.fault], {
          file,
          rows: TABLE_LIMITS.rows,
          seconds: TABLE_LIMITS.milliseconds / 1000,
        });
  if (error instanceof XmlError) return new FuhanError('intake.broken', { file });
  if (error instanceof ZipError) {
    const fault = error.fault === 'encrypted' || error.fault === 'too-large' ? error.fault : 'broken';
    return new FuhanError(CODES[fault], { file });
  }
  return null;
}

/**
 * Reads a handed-over list (.xlsx; .csv or tab-separated in UTF-8, UTF-16 or GB18030) or a single proposal (.docx, .txt), told apart by
 * content; `file` only names it. Limits of size, rows and time hold whatever the file declares.
 * @throws FuhanError `intake.kind`, `intake.old-excel`, `intake.encrypted`, `intake.broken`, `intake.too-large`, `intake.too-many-rows`,
 * `intake.too-slow`, `intake.open-quote`, `intake.empty`; of a text `letter.not-text`, `letter.empty`; of a document those of `readSource`
 */
export async function readList(bytes: Uint8Array, file: string, meter = new Meter()): Promise<Table> {
  if (bytes.length > TABLE_LIMITS.fileBytes) throw new FuhanError('intake.too-large', { file });
  if (isOld(bytes)) {
    const code = Buffer.from(bytes).includes(WRAPPED) ? 'intake.encrypted' : 'intake.old-excel';
    throw new FuhanError(code, { file });
  }
  try {
    const format = sourceFormat(bytes, file);
    if (format === 'pdf') throw new FuhanError('intake.kind', { file });
    const table = await (format === 'docx' ? readZip(bytes, file, meter) : readText(bytes, file, meter));
    if (table.rows.length < 2) throw new FuhanError('intake.empty', { file });
    return table;
  } catch (error) {
    throw refusalOf(error, file) ?? error;
  }
}
