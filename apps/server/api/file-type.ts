const starts = (bytes: Buffer, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

const END_OF_ENTRIES = Buffer.from('PK\u0005\u0006');
const ENTRY = 0x02014b50;

/** The names in a zip's own list of entries: what merely stands in a file or a comment is no entry. */
function entryNames(bytes: Buffer): string[] {
  const end = bytes.lastIndexOf(END_OF_ENTRIES);
  const names: string[] = [];
  let at = end < 0 || end + 20 > bytes.length ? bytes.length : bytes.readUInt32LE(end + 16);
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    names.push(bytes.toString('utf8', at + 46, at + 46 + name!));
    at += 46 + name! + extra! + comment!;
  }
  return names;
}

function isText(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !bytes.includes(0);
  } catch {
    return false;
  }
}

/** What a file is by its content, whatever its name says; null for a kind the product does not take. */
export function mimeOf(bytes: Buffer): string | null {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'application/msword';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const names = entryNames(bytes);
    if (names.includes('word/document.xml'))
      return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    if (names.includes('xl/workbook.xml'))
      return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return null;
  }
  return isText(bytes) ? 'text/plain; charset=utf-8' : null;
}
