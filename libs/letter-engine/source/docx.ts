import { FuhanError } from '@fuhan/kernel';
import { type RawLine, visible } from './raw-line';
import { wordLines } from './word-document';
import { WordNumbering } from './word-numbering';
import { XmlError } from './xml';
import { ZipArchive, ZipError, type ZipFault } from './zip';

/** How large a .docx may be; pictures and seals are in it, and ignored. */
export const MAX_DOCX_BYTES = 20 * 2 ** 20;
const BODY = 'word/document.xml';
const FAULT_CODES = {
  broken: 'letter.docx-broken',
  encrypted: 'letter.docx-encrypted',
  'too-large': 'letter.docx-too-large',
} as const satisfies Record<ZipFault, string>;
const MOST_MARGINS = 12;

const decode = (bytes: Uint8Array): string => {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
};

/** Headers and footers are printed on every page: each line once, page numbers not at all. */
function margins(
  zip: ZipArchive,
  kind: 'header' | 'footer',
  known: Set<string>,
  numbering: WordNumbering,
): RawLine[] {
  const names = zip.names.filter((name) => new RegExp(`^word/${kind}\\d{0,3}\\.xml$`).test(name)).sort();
  const lines: RawLine[] = [];
  for (const name of names.slice(0, MOST_MARGINS)) {
    for (const line of wordLines(decode(zip.read(name)!), numbering)) {
      const text = line.text.trim();
      if (text === '' || known.has(text) || /^[\s\d—–－·\-第页共/]+$/.test(text)) continue;
      known.add(text);
      lines.push(line);
    }
  }
  return lines;
}

function readParts(zip: ZipArchive): RawLine[] {
  const body = zip.read(BODY);
  if (!body) throw new ZipError('broken');
  const numbers = zip.read('word/numbering.xml');
  const numbering = new WordNumbering(numbers && decode(numbers));
  const lines = wordLines(decode(body), numbering);
  const known = new Set(lines.map(({ text }) => text.trim()));
  return [
    ...margins(zip, 'header', known, numbering),
    ...lines,
    ...margins(zip, 'footer', known, numbering),
  ].map((line) => ({
    ...line,
    text: visible(line.text),
    ...(line.cells ? { cells: line.cells.map((row) => row.map(visible)) } : {}),
  }));
}

/**
 * The lines of a .docx: insertions kept, deletions left out, automatic numbers written out, tables as cells, text boxes where they
 * hang. Errors: `letter.too-long`, `letter.docx-broken`, `letter.docx-encrypted`, `letter.docx-too-large`.
 */
export function docxLines(bytes: Uint8Array, file: string): RawLine[] {
  if (bytes.length > MAX_DOCX_BYTES)
    throw new FuhanError('letter.too-long', { file, limit: `${MAX_DOCX_BYTES / 2 ** 20} MB` });
  try {
    return readParts(new ZipArchive(bytes));
  } catch (error) {
    if (error instanceof ZipError) throw new FuhanError(FAULT_CODES[error.fault], { file });
    if (error instanceof XmlError) throw new FuhanError('letter.docx-broken', { file });
    throw error;
  }
}
