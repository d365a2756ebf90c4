import type { PdfSource } from '../pdf/pdf-source';
import { assertHasText, readPdf } from '../pdf/read-pdf';
import { pageLines } from './page-lines';
import { paragraphs } from './paragraphs';
import { type RawLine, visible } from './raw-line';

/** How a PDF is read: `readPdf`, or a reader the caller keeps. */
export type PdfReading = (bytes: Uint8Array, file: string) => Promise<PdfSource>;

/** The lines of a PDF's text, running heads and page numbers left out, torn paragraphs rejoined. Errors: see `readPdf`, `assertHasText`. */
export async function pdfLines(
  bytes: Uint8Array,
  file: string,
  read: PdfReading = readPdf,
): Promise<RawLine[]> {
  const source = await read(bytes, file);
  assertHasText(source, file);
  return paragraphs(pageLines(source)).map((line) => ({ ...line, text: visible(line.text) }));
}
