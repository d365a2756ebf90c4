import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '@fuhan/kernel';

/** Files by their content: `blobs/ab/cd/<sha256>`. Written aside, synced, then renamed, so that a crash leaves no half file. */
export class BlobStore {
  constructor(private readonly directory: string) {}

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`no name of a stored file: ${sha256.slice(0, 64)}`);
    return path.join(this.directory, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Stores the bytes; the same bytes are stored once. */
  async put(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const target = this.pathOf(sha256);
    const waiting = path.join(this.directory, 'blobs', 'tmp', newId());
    await mkdir(path.dirname(waiting), { recursive: true });
    await mkdir(path.dirname(target), { recursive: true });
    const file = await open(waiting, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(waiting, target).catch(async (error: unknown) => {
      await rm(waiting, { force: true });
      throw error;
    });
    return { sha256, size: bytes.byteLength };
  }

  /** The bytes, proven to be those that were stored. */
  async get(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(sha256));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256) throw new Error(`the stored file ${sha256} has changed on disk (now ${found})`);
    return bytes;
  }

  /** Whether the bytes are there and still those that were stored. */
  async check(sha256: string): Promise<'whole' | 'missing' | 'changed'> {
    try {
      await this.get(sha256);
      return 'whole';
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'changed';
    }
  }
}
