import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { ZipIn } from './zip-in';
import { ZipOut } from './zip-out';

const texts = { 'tables/提案.jsonl': '{"a":1}\n'.repeat(5_000), 'files/空': '', 'manifest.json': '{}' };

describe('the zip of a year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuhan-zip-'));
  const path = join(folder, 'year.zip');
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Writes it from `at` on: what lies before is a hole that takes no room on the disk. */
  async function written(at: number, full?: { count: number; bytes: number }): Promise<Buffer> {
    const file = await open(path, 'w');
    const chunks: Uint8Array[] = [];
    let place = at;
    const zip = new ZipOut(
      async (chunk) => {
        chunks.push(chunk);
        await file.write(chunk, 0, chunk.length, place);
        place += chunk.length;
      },
      at,
      full,
    );
    for (const [name, text] of Object.entries(texts)) await zip.add(name, [Buffer.from(text)]);
    await zip.end();
    await file.close();
    return Buffer.concat(chunks);
  }
  async function read(): Promise<Record<string, string>> {
    const zip = await ZipIn.open(path);
    const found: Record<string, string> = {};
    for (const name of zip.names) {
      const pieces: Uint8Array[] = [];
      for await (const piece of zip.pieces(name, 100_000)) pieces.push(piece);
      found[name] = Buffer.concat(pieces).toString('utf8');
    }
    await zip.close();
    return found;
  }
  const byOthers = (bytes: Uint8Array): Record<string, string> =>
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, file]) => [name, Buffer.from(file).toString('utf8')]),
    );

  it('should be a plain one while it is small, the same bytes for the same files', async () => {
    const bytes = await written(0);
    expect([await read(), byOthers(bytes)]).toEqual([texts, texts]);
    expect(bytes.includes(Buffer.from([0x50, 0x4b, 6, 6]))).toBe(false);
    expect(await written(0)).toEqual(bytes);
  });

  it.each([
    ['bytes', { count: 65_535, bytes: 100 }],
    ['files', { count: 2, bytes: 2 ** 32 - 1 }],
  ])('should tell in 64 bits what does not fit: %s', async (_, full) => {
    const bytes = await written(0, full);
    expect([await read(), byOthers(bytes)]).toEqual([texts, texts]);
    expect(bytes.includes(Buffer.from([0x50, 0x4b, 6, 6]))).toBe(true);
  });

  it('should be read beyond 4 GB', async () => {
    await written(5 * 2 ** 30);
    expect(await read()).toEqual(texts);
  });

  it.each([
    ['has lost the end of 64 bits', (bytes: Buffer) => bytes.indexOf(Buffer.from([0x50, 0x4b, 6, 6]))],
    ['has lost what leads to it', (bytes: Buffer) => bytes.indexOf(Buffer.from([0x50, 0x4b, 6, 7]))],
    ['has a directory elsewhere', (bytes: Buffer) => bytes.indexOf(Buffer.from([0x50, 0x4b, 6, 6])) + 48],
    ['has a place no file reaches', (bytes: Buffer) => bytes.indexOf(Buffer.from([0x50, 0x4b, 6, 7])) + 14],
  ])('should be refused where it %s', async (_, place) => {
    const bytes = await written(0, { count: 2, bytes: 100 });
    const file = await open(path, 'r+');
    await file.write(Buffer.from([0xff]), 0, 1, place(bytes));
    await file.close();
    await expect(read()).rejects.toMatchObject({ code: 'archive.unreadable' });
  });

  it('should pass on what goes wrong with its pieces', async () => {
    const zip = new ZipOut(() => Promise.resolve());
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('一'));
      throw new Error('断了');
    };
    await expect(zip.add('坏', broken())).rejects.toThrow('断了');
  });
});
