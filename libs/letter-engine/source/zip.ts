import { ZIP_FULL, ZIP_LENGTHS, ZIP_MARKS } from '@fuhan/kernel';
import { Inflate } from 'fflate';
import { inflateRawSync } from 'node:zlib';

/** How much a zip may hold, packed and unpacked. */
export interface ZipLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  readonly ratio: number;
}

/** What a .docx may hold: far beyond any letter, small enough to be read at once. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 2000,
  entryBytes: 20 * 2 ** 20,
  totalBytes: 50 * 2 ** 20,
  ratio: 400,
};
/** Below this size a high ratio says nothing: blanks compress well. */
const RATIO_FROM = 2 ** 20;

export type ZipFault = 'broken' | 'encrypted' | 'too-large';

export class ZipError extends Error {
  constructor(readonly fault: ZipFault) {
    super(fault);
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
  readonly locked: boolean;
}

/** A name is UTF-8 where the zip says so or it reads as such; older Chinese programs write GBK and say nothing. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - ZIP_LENGTHS.end - ZIP_LENGTHS.comment);
  for (let at = view.byteLength - ZIP_LENGTHS.end; at >= lowest; at--)
    if (view.getUint32(at, true) === ZIP_MARKS.end) return at;
  throw new ZipError('broken');
}

/** So many packed bytes are unpacked at a time; deflate makes at most a thousand times as much of them. */
const PACKED_PIECE = 8 * 1024;

function* inflatedPieces({ method }: Entry, packed: Uint8Array): Generator<Uint8Array> {
  if (method !== 8) throw new ZipError('broken');
  let come: Uint8Array[] = [];
  const inflate = new Inflate((piece) => come.push(piece));
  for (let at = 0; at < packed.length; at += PACKED_PIECE) {
    try {
      inflate.push(packed.subarray(at, at + PACKED_PIECE), at + PACKED_PIECE >= packed.length);
    } catch {
      throw new ZipError('broken');
    }
    yield* come;
    come = [];
  }
}

/** The files a zip lists; nothing is unpacked yet. The sizes it declares are not believed. */
export class ZipArchive {
  private readonly view: DataView;
  private readonly entries = new Map<string, Entry>();
  private unpacked = 0;

  /** Throws ZipError: `broken`, `too-large` (more entries than the limit). */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: ZipLimits = ZIP_LIMITS,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.readDirectory();
    } catch (error) {
      // Reading beyond the end: the directory points nowhere.
      throw error instanceof RangeError ? new ZipError('broken') : error;
    }
  }

  private readDirectory(): void {
    const { view } = this;
    const end = view.byteLength < ZIP_LENGTHS.end ? -1 : endRecord(view);
    if (end < 0) throw new ZipError('broken');
    const count = view.getUint16(end + 10, true);
    if (count > this.limits.entries) throw new ZipError('too-large');
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== ZIP_MARKS.central) throw new ZipError('broken');
      const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
      const packed = view.getUint32(at + 20, true);
      // No letter is so large that its size is told in 64 bits.
      if (packed === ZIP_FULL.bytes) throw new ZipError('too-large');
      const name = nameOf(
        this.bytes.subarray(at + ZIP_LENGTHS.central, at + ZIP_LENGTHS.central + nameLength!),
      );
      this.entries.set(name, {
        name,
        packed,
        method: view.getUint16(at + 10, true),
        offset: view.getUint32(at + 42, true),
        locked: (view.getUint16(at + 8, true) & 1) !== 0,
      });
      at += ZIP_LENGTHS.central + nameLength! + extra! + comment!;
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** One file unpacked, null where there is none of that name. Stops at the limits, whatever the zip declares; throws `encrypted` where it is locked. */
  read(name: string): Uint8Array | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    const packed = this.packed(entry);
    const { entryBytes, totalBytes, ratio } = this.limits;
    const room = Math.min(entryBytes, totalBytes - this.unpacked);
    const most = Math.min(room, Math.max(RATIO_FROM, packed.length * ratio));
    const bytes = this.inflated(entry, packed, most);
    this.unpacked += bytes.length;
    return bytes;
  }

  /**
   * One file unpacked piece by piece, so that it is never whole in memory; nothing where there is none of that name. Throws ZipError
   * `too-large` once more than `most` bytes have come out.
   */
  *pieces(name: string, most: number): Generator<Uint8Array> {
    const entry = this.entries.get(name);
    if (!entry) return;
    const packed = this.packed(entry);
    let room = most;
    for (const piece of entry.method === 0 ? [packed] : inflatedPieces(entry, packed)) {
      room -= piece.length;
      if (room < 0) throw new ZipError('too-large');
      yield piece;
    }
  }

  private packed({ offset, packed, locked }: Entry): Uint8Array {
    const { view } = this;
    if (locked) throw new ZipError('encrypted');
    if (offset + ZIP_LENGTHS.local > view.byteLength || view.getUint32(offset, true) !== ZIP_MARKS.local)
      throw new ZipError('broken');
    const start =
      offset + ZIP_LENGTHS.local + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > view.byteLength) throw new ZipError('broken');
    return this.bytes.subarray(start, start + packed);
  }

  private inflated({ method }: Entry, packed: Uint8Array, most: number): Uint8Array {
    if (most <= 0 || (method === 0 && packed.length > most)) throw new ZipError('too-large');
    if (method === 0) return packed;
    if (method !== 8) throw new ZipError('broken');
    try {
      return inflateRawSync(packed, { maxOutputLength: most });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new ZipError(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken');
    }
  }
}
