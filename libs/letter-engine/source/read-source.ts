import { FuhanError } from '@fuhan/kernel';
import { decodeText } from '../text/decode';
import { docxLines } from './docx';
import { pdfLines, type PdfReading } from './pdf-lines';
import { plainLines, type RawLine } from './raw-line';

export type SourceFormat = 'text' | 'docx' | 'pdf';

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);
const HEAD = 1024;

/**
 * What the bytes are, whatever the file is called. `letter.old-word` for the binary .doc (and a .docx with a password, which is
 * wrapped the same way) and for .rtf.
 */
export function sourceFormat(bytes: Uint8Array, file: string): SourceFormat {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'docx';
  if (Buffer.from(bytes.subarray(0, HEAD)).includes('%PDF-')) return 'pdf';
  const isRtf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) || isRtf) throw new FuhanError('letter.old-word', { file });
  return 'text';
}

/** The lines of a .txt, .docx or .pdf, told apart by content; `file` only names it in the errors. */
export async function readSource(
  bytes: Uint8Array,
  file: string,
  readPdf?: PdfReading,
): Promise<readonly RawLine[]> {
  switch (sourceFormat(bytes, file)) {
    case 'docx':
      return docxLines(bytes, file);
    case 'pdf':
      return pdfLines(bytes, file, readPdf);
    case 'text':
      return plainLines(decodeText(bytes, file));
  }
}
