import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

interface Entry {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

const joined = (...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    numbers.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );

/** What a local header and the directory say alike: version, flags (UTF-8 names), deflated, no time, sums and sizes. */
const described = ({ name, packed, size, crc }: Entry): Buffer =>
  joined(
    [20, 2],
    [0x800, 2],
    [8, 2],
    [0, 2],
    [0x21, 2],
    [crc, 4],
    [packed.length, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  );

/** An archive of the parts. The machine's own packer makes a bomb of a hundred megabytes in a tenth of the time one in JavaScript takes. */
export function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const entry = {
      name: Buffer.from(path),
      packed: deflateRawSync(bytes),
      size: bytes.length,
      crc: crc32(bytes),
    };
    const body = Buffer.concat([joined([LOCAL, 4]), described(entry), entry.name, entry.packed]);
    directory.push(
      Buffer.concat([
        joined([CENTRAL, 4], [20, 2]),
        described(entry),
        joined([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
        entry.name,
      ]),
    );
    bodies.push(body);
    at += body.length;
  }
  const length = directory.reduce((sum, each) => sum + each.length, 0);
  const end = joined(
    [END, 4],
    [0, 2],
    [0, 2],
    [directory.length, 2],
    [directory.length, 2],
    [length, 4],
    [at, 4],
    [0, 2],
  );
  return Buffer.concat([...bodies, ...directory, end]);
}
