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
    ['archive.no-manifest', zipSync({ 'a.txt': strToU8('a') })],
    ['archive.no-manifest', changed((entries) => (entries[MANIFEST] = strToU8('{"format":"other"}')))],
  ])('should be refused: %s', (code, bytes) => {
    expect(() => verifyArchive(bytes)).toThrow(expect.objectContaining({ code }));
  });
});
