import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { FuhanError, ZIP_EXTRA_64, ZIP_FULL, ZIP_LENGTHS, ZIP_MARKS } from '@fuhan/kernel';

export interface PackedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** What the directory tells of a file. */
interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}
type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const numbers = (bytes: 2 | 4 | 8, values: readonly number[]): Buffer =>
  Buffer.concat(
    values.map((value) => {
      const buffer = Buffer.alloc(8);
      buffer.writeBigUInt64LE(BigInt(value));
      return buffer.subarray(0, bytes);
    }),
  );
const short = (...values: number[]): Buffer => numbers(2, values);
const int = (...values: number[]): Buffer => numbers(4, values);
const long = (...values: number[]): Buffer => numbers(8, values);

/** The version of the format a reader has to know. */
const PLAIN = 20;
const WITH_64 = 45;
/** Sums and sizes come after the file; names are UTF-8. */
const FLAGS = 0x808;
const DEFLATED = 8;
/** A zip knows no time before 1980-01-01, and no zone. */
const FIRST_DAY = 0x21;

/** Version, flags, packing, time, sums, sizes, length of the name: as the local head and the directory say them alike. */
const described = (name: Buffer, version: number, crc = 0, packed = 0, size = 0): Buffer =>
  Buffer.concat([short(version, FLAGS, DEFLATED, 0, FIRST_DAY), int(crc, packed, size), short(name.length)]);

/** The line of a file in the directory; one that lies beyond 32 bits is found in 64. */
function listed({ name, offset, crc, packed, size }: Entry, far: boolean): Buffer {
  const extra = far ? Buffer.concat([short(ZIP_EXTRA_64, 8), long(offset)]) : Buffer.alloc(0);
  const version = far ? WITH_64 : PLAIN;
  return Buffer.concat([
    ...[int(ZIP_MARKS.central), short(version), described(name, version, crc, packed, size)],
    ...[short(extra.length, 0, 0, 0), int(0, far ? ZIP_FULL.bytes : offset), name, extra],
  ]);
}

/** The end that tells where the directory is in 64 bits, and where that end is. */
const end64 = (count: number, length: number, start: number): Buffer =>
  Buffer.concat([
    ...[int(ZIP_MARKS.end64), long(ZIP_LENGTHS.end64 - 12), short(WITH_64, WITH_64), int(0, 0)],
    ...[long(count, count, length, start), int(ZIP_MARKS.locator64, 0), long(start + length), int(1)],
  ]);

/** Pieces packed as they come; what goes wrong with them goes wrong here. */
async function* deflated(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(pieces);
  const packed = source.pipe(createDeflateRaw());
  source.on('error', (error) => packed.destroy(error));
  try {
    yield* packed as AsyncIterable<Buffer>;
  } finally {
    source.destroy();
    packed.destroy();
  }
}

/**
 * A zip that is written while it is made: no file of it is whole in memory. Plain as long as its numbers fit into 32 bits, Zip64 beyond. The same
 * files give the same bytes.
 */
export class ZipOut {
  private readonly entries: Entry[] = [];

  /**
   * @param at where the zip begins in what is written
   * @param full numbers from these on are told in 64 bits
   */
  constructor(
    private readonly write: (chunk: Uint8Array) => Promise<unknown>,
    private at = 0,
    private readonly full: { readonly count: number; readonly bytes: number } = ZIP_FULL,
  ) {}

  private async put(chunk: Uint8Array): Promise<void> {
    this.at += chunk.length;
    await this.write(chunk);
  }

  /** @throws FuhanError `archive.year-too-large` where the file alone does not fit into 32 bits */
  async add(path: string, pieces: Pieces): Promise<PackedFile> {
    const [sha256, sm3] = [createHash('sha256'), createHash('sm3')];
    let [crc, size] = [0, 0];
    const watched = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        sha256.update(piece);
        sm3.update(piece);
        crc = crc32(piece, crc);
        size += piece.length;
        if (size >= ZIP_FULL.bytes) throw new FuhanError('archive.year-too-large');
        yield piece;
      }
    };
    const [name, offset] = [Buffer.from(path), this.at];
    await this.put(Buffer.concat([int(ZIP_MARKS.local), described(name, PLAIN), short(0), name]));
    const start = this.at;
    for await (const piece of deflated(watched())) await this.put(piece);
    const packed = this.at - start;
    await this.put(int(ZIP_MARKS.descriptor, crc, packed, size));
    this.entries.push({ name, offset, crc, packed, size });
    return { path, size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') };
  }

  async end(): Promise<void> {
    const [start, count] = [this.at, this.entries.length];
    for (const entry of this.entries) await this.put(listed(entry, entry.offset >= this.full.bytes));
    const length = this.at - start;
    const far = count >= this.full.count || Math.max(start, length) >= this.full.bytes;
    if (far) await this.put(end64(count, length, start));
    const [counted, bytes, from] = far
      ? [ZIP_FULL.count, ZIP_FULL.bytes, ZIP_FULL.bytes]
      : [count, length, start];
    await this.put(
      Buffer.concat([int(ZIP_MARKS.end), short(0, 0, counted, counted), int(bytes, from), short(0)]),
    );
  }
}
