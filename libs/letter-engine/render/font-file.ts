import { closeSync, openSync, readSync } from 'node:fs';

/** What the engine needs to know of a font file: its family names and the characters it has. */
export interface FontFile {
  readonly path: string;
  readonly families: readonly string[];
  has(codePoint: number): boolean;
}

const SFNT = new Set([0x00010000, 0x4f54544f, 0x74727565]);

function readAt(fd: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, offset);
  return bytes;
}

/** The offsets of the fonts in a file: one, or several in a collection (.ttc). */
function fontOffsets(fd: number): number[] {
  const head = readAt(fd, 0, 12);
  if (head.toString('latin1', 0, 4) !== 'ttcf') return SFNT.has(head.readUInt32BE(0)) ? [0] : [];
  const count = Math.min(head.readUInt32BE(8), 64);
  const offsets = readAt(fd, 12, count * 4);
  return Array.from({ length: count }, (_, i) => offsets.readUInt32BE(i * 4));
}

function tables(fd: number, at: number): Map<string, Buffer> {
  const count = readAt(fd, at, 12).readUInt16BE(4);
  const directory = readAt(fd, at + 12, count * 16);
  const found = new Map<string, Buffer>();
  for (let i = 0; i < count; i++) {
    const tag = directory.toString('latin1', i * 16, i * 16 + 4);
    if (tag !== 'name' && tag !== 'cmap') continue;
    found.set(tag, readAt(fd, directory.readUInt32BE(i * 16 + 8), directory.readUInt32BE(i * 16 + 12)));
  }
  return found;
}

/** Family names (name ids 1 and 16) in every language the file has them. */
function familyNames(name: Buffer): string[] {
  const strings = name.readUInt16BE(4);
  const families = new Set<string>();
  for (let i = 0; i < name.readUInt16BE(2); i++) {
    const [platform, , , id, length, offset] = [0, 2, 4, 6, 8, 10].map((o) =>
      name.readUInt16BE(6 + i * 12 + o),
    ) as number[];
    if (id !== 1 && id !== 16) continue;
    const raw = name.subarray(strings + offset!, strings + offset! + length!);
    if (platform === 1) families.add(raw.toString('latin1'));
    else
      families.add(
        Buffer.from(raw.subarray(0, raw.length - (raw.length % 2)))
          .swap16()
          .toString('utf16le'),
      );
  }
  return [...families];
}

/** Ranges of a format 4 table; a glyph number 0 means "not there". */
function addFormat4(t: Buffer, into: Set<number>): void {
  const segments = t.readUInt16BE(6) / 2;
  const at = (part: number, i: number): number => 14 + part * segments * 2 + (part > 0 ? 2 : 0) + i * 2;
  for (let i = 0; i < segments; i++) {
    const [end, start, delta, offset] = [0, 1, 2, 3].map((part) => t.readUInt16BE(at(part, i))) as number[];
    for (let c = start!; c <= end! && c < 0xffff; c++) {
      const where = at(3, i) + offset! + (c - start!) * 2;
      const glyph = offset === 0 ? c + delta! : where + 2 <= t.length ? t.readUInt16BE(where) : 0;
      if (glyph % 0x10000 !== 0) into.add(c);
    }
  }
}

function addFormat12(t: Buffer, into: Set<number>): void {
  for (let i = 0; i < t.readUInt32BE(12); i++) {
    const [start, end] = [t.readUInt32BE(16 + i * 12), Math.min(t.readUInt32BE(20 + i * 12), 0x10ffff)];
    for (let c = start; c <= end; c++) into.add(c);
  }
}

function characters(cmap: Buffer): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addFormat4(table, found);
    if (format === 12) addFormat12(table, found);
  }
  return found;
}

/** Reads the fonts of one TTF, OTF or TTC file; none for a file that is no font. */
export function readFontFile(path: string): FontFile[] {
  const fd = openSync(path, 'r');
  try {
    return fontOffsets(fd).flatMap((at) => {
      const found = tables(fd, at);
      const [name, cmap] = [found.get('name'), found.get('cmap')];
      if (!name || !cmap) return [];
      // Read on first use: a directory of licensed fonts may hold many that no letter needs.
      let known: Set<number> | undefined;
      return [{ path, families: familyNames(name), has: (c: number) => (known ??= characters(cmap)).has(c) }];
    });
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  } finally {
    closeSync(fd);
  }
}
