import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobStore } from './blobs';

/** SHA-256 of `abc`, as FIPS 180-4 gives it. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const abc = Buffer.from('abc');

let folder: string;
let store: BlobStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-blobs-'));
  store = new BlobStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('a stored file', () => {
  it('should be named after its content', async () => {
    expect((await store.put(abc)).sha256).toBe(ABC);
  });

  it('should lie two folders deep, so that none grows too large', async () => {
    await store.put(abc);
    expect(readFileSync(join(folder, 'blobs', 'ba', '78', ABC), 'utf8')).toBe('abc');
  });

  it('should be found by another process over the same folder', async () => {
    await store.put(abc);
    expect(await new BlobStore(folder).get(ABC)).toEqual(abc);
  });

  it('should hold the part of the memory that was given, and no more', async () => {
    const { sha256 } = await store.put(new Uint8Array(Buffer.from('xxabcxx')).subarray(2, 5));
    expect(sha256).toBe(ABC);
  });

  it('should be another one for every other content', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => Buffer.from(`file ${i}`));
    await Promise.all(texts.map((text) => store.put(text)));
    expect(names()).toHaveLength(20);
  });

  it('should be one however many store it at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => store.put(abc)));
    expect(names()).toEqual([ABC]);
  });

  it('should be whole again when the same is stored after it was damaged on disk', async () => {
    await store.put(abc);
    writeFileSync(join(folder, 'blobs', 'ba', '78', ABC), 'ab');
    await store.put(abc);
    expect(await store.get(ABC)).toEqual(abc);
  });

  it('should not be there when its place cannot be written', async () => {
    mkdirSync(join(folder, 'blobs', 'ba', '78', ABC, 'in the way'), { recursive: true });
    await expect(store.put(abc)).rejects.toThrow();
  });

  it('should leave nothing aside when its place cannot be written', async () => {
    mkdirSync(join(folder, 'blobs', 'ba', '78', ABC, 'in the way'), { recursive: true });
    await store.put(abc).catch(() => undefined);
    expect(readdirSync(join(folder, 'blobs', 'tmp'))).toEqual([]);
  });
});

describe('a name that no stored file has', () => {
  it.each([
    ['leads out of the folder', '../../outside'],
    ['leads out with the length of a digest', `../../outside${'/'.repeat(51)}`],
    ['is a whole path', '/etc/passwd'],
    ['is empty', ''],
    ['is cut short', ABC.slice(1)],
    ['is longer', `${ABC}0`],
    ['is in capitals', ABC.toUpperCase()],
    ['ends in a line feed', `${ABC}\n`],
    ['has a zero character in it', `${ABC.slice(1)}\u0000`],
  ])('should not even be looked for when it %s', async (_, name) => {
    writeFileSync(join(folder, 'outside'), 'abc');
    await expect(store.get(name)).rejects.toThrow('no name of a stored file');
  });
});
