import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { FuhanError } from '@fuhan/kernel';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_535;
/** So many bytes are read at a time. */
const PIECE = 64 * 1024;

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
    const head = await readAt(this.file, entry.offset, LOCAL_BYTES);
    if (head.readUInt32LE(0) !== LOCAL) throw unreadable();
    const start = entry.offset + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
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

async function directoryOf(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat();
  const tail = await readAt(
    file,
    Math.max(0, size - END_BYTES - LONGEST_COMMENT),
    Math.min(size, END_BYTES + LONGEST_COMMENT),
  );
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw unreadable();
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (start + length > size) throw unreadable();
  const directory = await readAt(file, start, length);
  const entries = new Map<string, Entry>();
  for (let at = 0, n = 0; n < count; n++) {
    if (directory.readUInt32LE(at) !== CENTRAL) throw unreadable();
    const named = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + named);
    // Of two entries of one name a reader takes either: what was proven need not be what is read.
    if (entries.has(name)) throw unreadable();
    entries.set(name, {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += CENTRAL_BYTES + named + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
