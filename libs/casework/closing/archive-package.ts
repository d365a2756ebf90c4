import { createHash } from 'node:crypto';
import { FuhanError } from '@fuhan/kernel';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';

export const MANIFEST = 'manifest.json';
const MOST_FILES = 20_000;
const MOST_BYTES = 2 * 1024 ** 3;
/** Deflate makes at most about a thousand bytes of one: who declares more is not believed. */
const MOST_RATIO = 1100;
const RATIO_FROM = 2 ** 20;
/** The same files give the same bytes: a zip knows no time before 1980. */
const TIME = new Date('1980-01-01T00:00:00Z');

export interface ArchiveFile {
  /** Folder and name inside the package, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const manifestShape = z.object({
  format: z.literal('fuhan-archive-1'),
  proposal: z.object({ number: z.string(), title: z.string() }),
  files: z.array(
    z.object({ path: z.string(), size: z.number().int().min(0), sha256: z.string(), sm3: z.string() }),
  ),
});
export type ArchiveManifest = z.infer<typeof manifestShape>;

/** One thing that is wrong with a package. */
export interface ArchiveFault {
  readonly path: string;
  readonly fault: 'missing' | 'extra' | 'changed' | 'unsafe';
}
export interface ArchiveVerdict {
  readonly proposal: ArchiveManifest['proposal'];
  readonly files: number;
  readonly faults: readonly ArchiveFault[];
}

const digest = (kind: 'sha256' | 'sm3', bytes: Uint8Array): string =>
  createHash(kind).update(bytes).digest('hex');

/** The files as one zip with their manifest; the order is that of the paths, so that the same case gives the same bytes. */
export function packArchive(
  proposal: ArchiveManifest['proposal'],
  files: readonly ArchiveFile[],
): Uint8Array {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: ArchiveManifest = {
    format: 'fuhan-archive-1',
    proposal,
    files: sorted.map(({ path, bytes }) => ({
      path,
      size: bytes.byteLength,
      sha256: digest('sha256', bytes),
      sm3: digest('sm3', bytes),
    })),
  };
  const entries = [
    ...sorted.map(({ path, bytes }) => [path, bytes] as const),
    [MANIFEST, strToU8(`${JSON.stringify(manifest, null, 2)}\n`)] as const,
  ];
  return zipSync(Object.fromEntries(entries), { mtime: TIME, level: 6 });
}

const isUnsafe = (path: string): boolean =>
  path.startsWith('/') || path.includes('\\') || path.split('/').some((part) => part === '..' || part === '');

/** The entries of a zip that claims to be small enough; anything else is refused before it is unpacked. @throws FuhanError `archive.*` */
function unpack(zip: Uint8Array): Record<string, Uint8Array> {
  const names = new Set<string>();
  let total = 0;
  try {
    return unzipSync(zip, {
      filter({ name, size, originalSize }) {
        // Of two entries of one name a reader takes either: what was proven need not be what is read.
        if (names.has(name)) throw new FuhanError('archive.unreadable');
        names.add(name);
        total += originalSize;
        const swollen = originalSize > RATIO_FROM && originalSize > size * MOST_RATIO;
        if (names.size > MOST_FILES || total > MOST_BYTES || swollen)
          throw new FuhanError('archive.too-large');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof FuhanError) throw error;
    throw new FuhanError('archive.unreadable');
  }
}

function manifestOf(entries: Record<string, Uint8Array>): ArchiveManifest {
  const bytes = entries[MANIFEST];
  if (!bytes) throw new FuhanError('archive.no-manifest');
  try {
    return manifestShape.parse(JSON.parse(strFromU8(bytes)));
  } catch {
    throw new FuhanError('archive.no-manifest');
  }
}

/**
 * Checks a package against its manifest, in the order of the manifest.
 * @throws FuhanError `archive.unreadable`, `archive.too-large`, `archive.no-manifest`
 */
export function verifyArchive(zip: Uint8Array): ArchiveVerdict {
  const entries = unpack(zip);
  const { proposal, files } = manifestOf(entries);
  const named = new Set(files.map(({ path }) => path));
  const faults = files.flatMap(({ path, size, sha256, sm3 }): ArchiveFault[] => {
    const bytes = entries[path];
    if (isUnsafe(path)) return [{ path, fault: 'unsafe' }];
    if (!bytes) return [{ path, fault: 'missing' }];
    const same =
      bytes.byteLength === size && digest('sha256', bytes) === sha256 && digest('sm3', bytes) === sm3;
    return same ? [] : [{ path, fault: 'changed' }];
  });
  const extra = Object.keys(entries).filter((path) => path !== MANIFEST && !named.has(path));
  return {
    proposal,
    files: files.length,
    faults: [
      ...faults,
      ...extra.map((path): ArchiveFault => ({ path, fault: isUnsafe(path) ? 'unsafe' : 'extra' })),
    ],
  };
}
