import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import {
  decodeText,
  type ImportedLetter,
  type LetterModel,
  parseLetterJson,
  readLetterSource,
} from '@fuhan/letter-engine';

/** The bytes of a file; `letter.file-unreadable` where there is none. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new FuhanError('letter.file-unreadable', { file });
  }
}

const IMPORTED = ['.txt', '.text', '.docx', '.pdf', '.doc', '.rtf', '.wps', ''];

/** The model of a .txt, .docx or .pdf with the places of its fields; what a file is, its content says. A .json is the model it is. */
export async function readImported(file: string): Promise<ImportedLetter> {
  const extension = extname(file).toLowerCase();
  const bytes = await readBytes(file);
  if (extension === '.json')
    return { model: parseLetterJson(decodeText(bytes, file), file), sources: {}, furniture: [] };
  if (!IMPORTED.includes(extension)) throw new FuhanError('letter.file-kind', { file });
  return readLetterSource(bytes, file);
}

/** `readImported`, the model alone. */
export const readLetter = async (file: string): Promise<LetterModel> => (await readImported(file)).model;

/** Writes one result; `letter.file-unwritable` where the place refuses it. */
export async function writeResult(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(path, content);
  } catch {
    throw new FuhanError('letter.file-unwritable', { file: path });
  }
}
