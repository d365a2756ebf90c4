import { createHash } from 'node:crypto';
import { FuhanError } from '@fuhan/kernel';
import { Zip, ZipDeflate } from 'fflate';

/** A zip counts in 16 and 32 bits; beyond that no plain reader opens it. */
const MOST_ENTRIES = 60_000;
const MOST_BYTES = 3.9 * 10 ** 9;

export interface PackedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** A zip that is written while it is made: no file of it is whole in memory. The same files give the same bytes. */
export class ZipOut {
  private chunks: Uint8Array[] = [];
  private entries = 0;
  private written = 0;
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  constructor(private readonly write: (chunk: Uint8Array) => Promise<unknown>) {}

  /** @throws FuhanError `archive.year-too-large` */
  private async flush(): Promise<void> {
    for (const chunk of this.chunks.splice(0)) {
      this.written += chunk.length;
      if (this.written > MOST_BYTES) throw new FuhanError('archive.year-too-large');
      await this.write(chunk);
    }
  }

  async add(path: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<PackedFile> {
    this.entries += 1;
    if (this.entries > MOST_ENTRIES) throw new FuhanError('archive.year-too-large');
    const part = new ZipDeflate(path, { level: 6 });
    // A zip knows no time before 1980, and no zone.
    part.mtime = new Date(1980, 0, 1);
    this.zip.add(part);
    const [sha256, sm3] = [createHash('sha256'), createHash('sm3')];
    let size = 0;
    for await (const piece of pieces) {
      sha256.update(piece);
      sm3.update(piece);
      size += piece.length;
      part.push(piece);
      await this.flush();
    }
    part.push(new Uint8Array(), true);
    await this.flush();
    return { path, size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') };
  }

  async end(): Promise<void> {
    this.zip.end();
    await this.flush();
  }
}
