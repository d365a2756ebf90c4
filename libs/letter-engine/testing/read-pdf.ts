import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PdfPiece {
  readonly text: string;
  /** Millimetres from the left edge of the page. */
  readonly left: number;
  readonly right: number;
  /** Millimetres from the top. */
  readonly baseline: number;
  /** Points. */
  readonly size: number;
}
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
}

/** The text pieces of a PDF with their places, read by pdf.js. */
export function readPdf(pdf: Uint8Array): PdfPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'fuhan-pdf-'));
  try {
    const file = join(folder, 'letter.pdf');
    writeFileSync(file, pdf);
    const output = execFileSync(process.execPath, [join(__dirname, 'pdf-text.mjs'), file], { maxBuffer: 64 * 2 ** 20 });
    return JSON.parse(output.toString('utf8')) as PdfPage[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Below the text area (y > 265 mm) stands nothing but the page number. */
export const isPageNumber = (piece: PdfPiece): boolean => piece.baseline > 265;

/** All words in order, white space and page numbers taken out. */
export const pdfWords = (pages: readonly PdfPage[]): string =>
  pages
    .flatMap(({ pieces }) => pieces.filter((piece) => !isPageNumber(piece)).map(({ text }) => text))
    .join('')
    .replace(/\s+/gu, '');
