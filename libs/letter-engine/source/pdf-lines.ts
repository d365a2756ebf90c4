import { assertHasText, readPdf } from '../pdf/read-pdf';
import { pageLines } from './page-lines';
import { paragraphs } from './paragraphs';
import { type RawLine, visible } from './raw-line';

/** The lines of a PDF's text, running heads and page numbers left out, torn paragraphs rejoined. Errors: see `readPdf`, `assertHasText`. */
export async function pdfLines(bytes: Uint8Array, file: string): Promise<RawLine[]> {
  const source = await readPdf(bytes, file);
  assertHasText(source, file);
  return paragraphs(pageLines(source)).map((line) => ({ ...line, text: visible(line.text) }));
}
