import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { FuhanError, ZIP_EXTRA_64, ZIP_FULL, ZIP_LENGTHS, ZIP_MARKS } from '@fuhan/kernel';

/** So many bytes are read at a time. */
const PIECE = 64 * 1024;
/** The lines of two million files: more is no directory of a year. */
const MOST_DIRECTORY_BYTES = 256 * 2 ** 20;

interface Entry {
  readonly offset: number;
  readonly packed: number;
  readonly method: number;
}

const unreadable = (): FuhanError => new FuhanError('archive.unreadable');

/** A zip on disk, read piece by piece from where its directory says. */
export class ZipIn {
  private constructor(
    private readonly file: FileHandle,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws FuhanError `archive.unreadable` */
  static async open(path: string): Promise<ZipIn> {
    const file = await open(path, 'r').catch(() => {
      throw unreadable();
    });
    try {
      return new ZipIn(file, await directoryOf(file));
    } catch (error) {
      await file.close();
      throw error instanceof RangeError ? unreadable() : error;
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** What a file holds; more than `most` bytes are not unpacked. @throws FuhanError `archive.unreadable` */
  async *pieces(name: string, most: number): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry) throw unreadable();
    const head = await readAt(this.file, entry.offset, ZIP_LENGTHS.local);
    if (head.readUInt32LE(0) !== ZIP_MARKS.local) throw unreadable();
    const start = entry.offset + ZIP_LENGTHS.local + head.readUInt16LE(26) + head.readUInt16LE(28);
    if (entry.packed === 0) return;
    const packed = Readable.from(rangeOf(this.file, start, entry.packed));
    const stream = entry.method === 0 ? packed : packed.pipe(createInflateRaw());
    packed.on('error', (error) => stream.destroy(error));
    let come = 0;
    try {
      for await (const piece of stream) {
        come += (piece as Buffer).length;
        if (come > most) throw unreadable();
        yield piece as Buffer;
      }
    } catch (error) {
      throw error instanceof FuhanError ? error : unreadable();
    } finally {
      packed.destroy();
      stream.destroy();
    }
  }

  close = (): Promise<void> => this.file.close();
}

/** A stream of the handle's own would close it at its end. */
async function* rangeOf(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += PIECE)
    yield await readAt(file, start + at, Math.min(PIECE, length - at));
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw unreadable();
  return buffer;
}

interface Place {
  readonly count: number;
  readonly length: number;
  readonly start: number;
}

/** A number of 64 bits that a file may be long. */
function longAt(buffer: Buffer, at: number): number {
  const value = buffer.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw unreadable();
  return Number(value);
}

/** Where the directory is, as the second end tells it in 64 bits; `locator` points to that end. */
async function place64(file: FileHandle, locator: Buffer): Promise<Place> {
  if (locator.readUInt32LE(0) !== ZIP_MARKS.locator64) throw unreadable();
  const end = await readAt(file, longAt(locator, 8), ZIP_LENGTHS.end64);
  if (end.readUInt32LE(0) !== ZIP_MARKS.end64) throw unreadable();
  return { count: longAt(end, 32), length: longAt(end, 40), start: longAt(end, 48) };
}

/** Where the directory is. */
async function placeOf(file: FileHandle, size: number): Promise<Place> {
  const kept = Math.min(size, ZIP_LENGTHS.locator64 + ZIP_LENGTHS.end + ZIP_LENGTHS.comment);
  const tail = await readAt(file, size - kept, kept);
  let end = tail.length - ZIP_LENGTHS.end;
  while (end >= 0 && tail.readUInt32LE(end) !== ZIP_MARKS.end) end -= 1;
  if (end < 0) throw unreadable();
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  return count === ZIP_FULL.count || length === ZIP_FULL.bytes || start === ZIP_FULL.bytes
    ? place64(file, tail.subarray(end - ZIP_LENGTHS.locator64, end))
    : { count, length, start };
}

/** Where a file begins: in its line of the directory, or, beyond 32 bits, in the extra of that line. */
function offsetOf(line: Buffer, extra: Buffer): number {
  // Sizes of 64 bits are none of ours: no file of a year is so large.
  if ([20, 24].some((field) => line.readUInt32LE(field) === ZIP_FULL.bytes)) throw unreadable();
  const offset = line.readUInt32LE(42);
  if (offset !== ZIP_FULL.bytes) return offset;
  for (let at = 0; at < extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === ZIP_EXTRA_64) return longAt(extra, at + 4);
  throw unreadable();
}

async function directoryOf(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat();
  const { count, length, start } = await placeOf(file, size);
  if (start + length > size || length > MOST_DIRECTORY_BYTES) throw unreadable();
  const directory = await readAt(file, start, length);
  const entries = new Map<string, Entry>();
  for (let at = 0, n = 0; n < count; n++) {
    if (directory.readUInt32LE(at) !== ZIP_MARKS.central) throw unreadable();
    const named = at + ZIP_LENGTHS.central + directory.readUInt16LE(at + 28);
    const extra = named + directory.readUInt16LE(at + 30);
    const name = directory.toString('utf8', at + ZIP_LENGTHS.central, named);
    // Of two entries of one name a reader takes either: what was proven need not be what is read.
    if (entries.has(name)) throw unreadable();
    entries.set(name, {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: offsetOf(directory.subarray(at, named), directory.subarray(named, extra)),
    });
    at = extra + directory.readUInt16LE(at + 32);
  }
  return entries;
}
