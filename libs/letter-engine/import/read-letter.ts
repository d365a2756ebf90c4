import { FuhanError } from '@fuhan/kernel';
import type { PdfReading } from '../source/pdf-lines';
import { readSource } from '../source/read-source';
import { unprintable } from '../text/characters';
import { type ImportedLetter, importLines } from './import-letter';

/**
 * The bytes of a .txt, .docx or text .pdf → the model and where each field stood. What the file is called does not matter, `file` only
 * names it in the errors: those of `importLetter`, `decodeText`, `docxLines`, `readPdf`, and `letter.old-word`. `readPdf` lets a
 * caller keep one reader for many files.
 */
export async function readLetterSource(
  bytes: Uint8Array,
  file = '文件',
  readPdf?: PdfReading,
): Promise<ImportedLetter> {
  if (bytes.length === 0) throw new FuhanError('letter.empty', { file });
  const lines = await readSource(bytes, file, readPdf);
  for (const { text, cells = [] } of lines) {
    const code = unprintable(text) ?? unprintable(cells.flat().join(''));
    if (code !== null) throw new FuhanError('letter.control-character', { place: file, code });
  }
  return importLines(lines, file);
}
