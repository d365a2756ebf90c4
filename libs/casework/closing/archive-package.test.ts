import { strToU8, unzipSync, zipSync } from 'fflate';
import { MANIFEST, packArchive, verifyArchive } from './archive-package';

const proposal = { number: '135101', title: '关于推动充电设施进厂区的建议' };
const files = [
  { path: '答复函/中工信函〔2026〕1号.txt', bytes: strToU8('专此答复。') },
  { path: '会办意见/市商务局-第1版.json', bytes: strToU8('{}') },
];
const packed = packArchive(proposal, files);
/** The package with its entries changed. */
const changed = (change: (entries: Record<string, Uint8Array>) => void): Uint8Array => {
  const entries = unzipSync(packed);
  change(entries);
  return zipSync(entries);
};

/** The package with a second entry of the same name: the name of one of two is written over in both places. */
function doubled(): Uint8Array {
  const two = zipSync({ 'a.txt': strToU8('a'), 'b.txt': strToU8('b') });
  return two.map((byte, i) => (byte === 0x62 && two[i + 1] === 0x2e ? 0x61 : byte));
}

/** The package whose first entry declares to be so large. */
function declaring(size: number): Uint8Array {
  const view = new DataView(packed.slice().buffer);
  const directory = view.getUint32(view.byteLength - 6, true);
  view.setUint32(directory + 24, size, true);
  return new Uint8Array(view.buffer);
}

describe('an archive package', () => {
  it('should be whole as it was packed', () => {
    expect(verifyArchive(packed)).toEqual({ proposal, files: 2, faults: [] });
  });

  it('should be the same bytes for the same files, in whatever order they come', () => {
    expect(packArchive(proposal, [...files].reverse())).toEqual(packed);
  });

  it('should name each file with SHA-256 and SM3', () => {
    const manifest = JSON.parse(new TextDecoder().decode(unzipSync(packed)[MANIFEST])) as {
      files: { path: string; sha256: string; sm3: string }[];
    };
    expect(manifest.files.map(({ sha256, sm3 }) => [sha256.length, sm3.length])).toEqual([
      [64, 64],
      [64, 64],
    ]);
  });

  it.each([
    ['changed', (entries: Record<string, Uint8Array>) => (entries[files[0]!.path] = strToU8('改过'))],
    ['missing', (entries: Record<string, Uint8Array>) => delete entries[files[0]!.path]],
  ] as const)('should name the file that is %s', (fault, change) => {
    expect(verifyArchive(changed(change)).faults).toEqual([{ path: files[0]!.path, fault }]);
  });

  it.each([
    ['extra', '多出来的.txt'],
    ['unsafe', '../../etc/passwd'],
  ] as const)('should name a file the manifest does not know: %s', (fault, path) => {
    expect(verifyArchive(changed((entries) => (entries[path] = strToU8('x')))).faults).toEqual([
      { path, fault },
    ]);
  });

  it.each([
    ['archive.unreadable', strToU8('no zip at all')],
    ['archive.unreadable', doubled()],
    ['archive.too-large', declaring(1_900_000_000)],
    ['archive.no-manifest', zipSync({ 'a.txt': strToU8('a') })],
    ['archive.no-manifest', changed((entries) => (entries[MANIFEST] = strToU8('{"format":"other"}')))],
  ])('should be refused: %s', (code, bytes) => {
    expect(() => verifyArchive(bytes)).toThrow(expect.objectContaining({ code }));
  });
});
