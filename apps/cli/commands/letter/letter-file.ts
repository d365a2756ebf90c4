import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { decodeText, importLetter, type LetterModel, parseLetterJson } from '@fuhan/letter-engine';

/** The bytes of a file; `letter.file-unreadable` where there is none. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new FuhanError('letter.file-unreadable', { file });
  }
}

/** A .txt is imported, a .json is taken as the model it is. */
export async function readLetter(file: string): Promise<LetterModel> {
  const extension = extname(file).toLowerCase();
  const bytes = await readBytes(file);
  if (extension === '.json') return parseLetterJson(decodeText(bytes, file), file);
  if (extension !== '.txt') throw new FuhanError('letter.file-kind', { file });
  return importLetter(decodeText(bytes, file), file);
}

/** Writes one result; `letter.file-unwritable` where the place refuses it. */
export async function writeResult(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(path, content);
  } catch {
    throw new FuhanError('letter.file-unwritable', { file: path });
  }
}
