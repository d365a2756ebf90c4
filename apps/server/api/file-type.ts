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

// C0 controls but tab, line feed, form feed, carriage return: no text has them.
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f]/;

/** Whether most of what is no ASCII are the characters of daily use (GB 2312): bytes of anything else seldom are. */
function readsLikeChinese(bytes: Buffer): boolean {
  let daily = 0;
  let rare = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) daily++;
    else if (lead >= 0x80) rare++;
    at += lead < 0x80 ? 1 : trail >= 0x30 && trail <= 0x39 ? 4 : 2;
  }
  return daily > rare;
}

/** The encoding in which the bytes are text: UTF-8, UTF-16 by its mark, else GB18030 as older programs save Chinese; null for no text. */
function charsetOf(bytes: Buffer): string | null {
  const wide = starts(bytes, 0xff, 0xfe) ? 'utf-16le' : starts(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
  for (const charset of wide ? [wide] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
      const isText = !CONTROL.test(text) && (charset !== 'gb18030' || readsLikeChinese(bytes));
      return isText ? charset : null;
    } catch {
      continue;
    }
  }
  return null;
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
  const charset = charsetOf(bytes);
  return charset === null ? null : `text/plain; charset=${charset}`;
}

/** Whether the bytes are a zip of files, and no document that is one inside. */
export function isPackage(bytes: Buffer): boolean {
  if (!starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return false;
  const names = entryNames(bytes);
  return names.length > 0 && !names.includes('[Content_Types].xml');
}
