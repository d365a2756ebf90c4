import { FuhanError } from '@fuhan/kernel';

/** How long a plain text may be: far beyond any letter, small enough to be read at once. */
export const MAX_TEXT_BYTES = 4 * 1024 * 1024;

const decodeAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-16 tells itself by its first two bytes. */
function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/**
 * Bytes of a .txt → text. UTF-16 where its mark says so; UTF-8 (with or without BOM) or, where that fails, GB18030. Refuses
 * what is no text at all: `letter.empty`, `letter.too-long`, `letter.not-text`; `file` only names it in the error.
 */
export function decodeText(bytes: Uint8Array, file = '文本', mostBytes = MAX_TEXT_BYTES): string {
  if (bytes.length > mostBytes)
    throw new FuhanError('letter.too-long', { file, limit: `${mostBytes / 2 ** 20} MB` });
  const wide = wideEncoding(bytes);
  if (wide === null && bytes.includes(0)) throw new FuhanError('letter.not-text', { file });
  const text =
    wide !== null ? decodeAs(wide, bytes) : (decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes));
  if (text === null || text.includes('\0')) throw new FuhanError('letter.not-text', { file });
  if (text.trim() === '') throw new FuhanError('letter.empty', { file });
  return text;
}
