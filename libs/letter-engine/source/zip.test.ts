import { strToU8, zipSync } from 'fflate';
import { ZIP_LIMITS, ZipArchive, ZipError } from './zip';

const faultOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof ZipError) return error.fault;
    throw error;
  }
  return 'read';
};
const read = (bytes: Uint8Array, name = 'a'): Uint8Array | null => new ZipArchive(bytes).read(name);
/** Changes bytes of the first central directory entry: `at` counts from its signature. */
const damaged = (zip: Uint8Array, at: number, values: readonly number[]): Uint8Array => {
  const copy = Uint8Array.from(zip);
  const start = Buffer.from(copy).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.set(values, start + at);
  return copy;
};

describe('a zip', () => {
  const small = zipSync({ a: strToU8('甲'.repeat(500)), b: [strToU8('乙'), { level: 0 }] });

  it('should give the bytes of a packed file', () => {
    expect(new TextDecoder().decode(read(small)!)).toBe('甲'.repeat(500));
  });

  it('should give the bytes of a file that is not packed', () => {
    expect(new TextDecoder().decode(read(small, 'b')!)).toBe('乙');
  });

  it('should give nothing for a name it has not', () => {
    expect(read(small, 'c')).toBeNull();
  });

  it('should be found behind other bytes at its end', () => {
    expect(new ZipArchive(zipSync({ a: strToU8('甲') }, { comment: '说明' } as object)).names).toEqual(['a']);
  });
});

describe('a zip that would fill the house', () => {
  it('should be refused by its count of files', () => {
    const many = Object.fromEntries(
      Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i) => [`f${i}`, new Uint8Array(0)]),
    );
    expect(faultOf(() => new ZipArchive(zipSync(many, { level: 0 })))).toBe('too-large');
  });

  it('should be refused by the size of one file', () => {
    const big = zipSync({ a: new Uint8Array(ZIP_LIMITS.entryBytes + 1) }, { level: 9 });
    expect(faultOf(() => read(big))).toBe('too-large');
  });

  it('should be refused by its ratio before that', () => {
    const bomb = zipSync({ a: new Uint8Array(15 * 2 ** 20) }, { level: 9 });
    expect(faultOf(() => read(bomb))).toBe('too-large');
  });

  it('should be refused though it declares a small size', () => {
    const liar = damaged(zipSync({ a: new Uint8Array(15 * 2 ** 20) }, { level: 9 }), 24, [1, 0, 0, 0]);
    expect(faultOf(() => read(liar))).toBe('too-large');
  });

  it('should be refused when its files together are too much', () => {
    const part = new Uint8Array(18 * 2 ** 20);
    const zip = new ZipArchive(zipSync({ a: part, b: part, c: part }, { level: 0 }));
    expect(faultOf(() => ['a', 'b', 'c'].forEach((name) => zip.read(name)))).toBe('too-large');
  });
});

describe('a zip that is not whole', () => {
  const good = zipSync({ a: strToU8('甲'.repeat(500)) });

  it.each([0, 10, 21, 40, good.length - 1])(
    'should be refused when only its first %i bytes are there',
    (length) => {
      expect(faultOf(() => read(good.subarray(0, length)))).toBe('broken');
    },
  );

  it('should be refused when it is locked', () => {
    expect(faultOf(() => read(damaged(good, 8, [1])))).toBe('encrypted');
  });

  it('should be refused when its packing is unknown', () => {
    expect(faultOf(() => read(damaged(good, 10, [99])))).toBe('broken');
  });

  it('should be refused when a file lies outside', () => {
    expect(faultOf(() => read(damaged(good, 42, [0xff, 0xff, 0xff, 0x7f])))).toBe('broken');
  });

  it('should be refused when its packed bytes are damaged', () => {
    const copy = Uint8Array.from(good);
    copy.fill(0xff, 31, 60);
    expect(faultOf(() => read(copy))).toBe('broken');
  });
});
