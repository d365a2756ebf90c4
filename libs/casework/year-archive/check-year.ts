import { createHash } from 'node:crypto';
import { FuhanError } from '@fuhan/kernel';
import { z } from 'zod';
import { MANIFEST } from '../closing/archive-package';
import { FORMAT, type YearManifest } from './write-year';
import { ZipIn } from './zip-in';

const MOST_MANIFEST_BYTES = 64 * 2 ** 20;
const formatShape = z.object({ format: z.string().regex(/^fuhan-year-\d+$/) });
const whole = z.number().int().min(0);
const manifestShape = z.object({
  format: z.literal(FORMAT),
  year: whole,
  schema: z.string(),
  tables: z.array(z.object({ name: z.string(), rows: whole })),
  files: z.array(z.object({ path: z.string(), size: whole, sha256: z.string(), sm3: z.string() })),
});

export const faultWords = {
  missing: '缺失',
  changed: '内容与清单不符',
  extra: '不在清单里',
  dangling: '有指向别处的记录，或记录不完整',
} as const;
export const damaged = (path: string, fault: keyof typeof faultWords): FuhanError =>
  new FuhanError('archive.damaged', { path, fault: faultWords[fault] });

async function manifestOf(zip: ZipIn): Promise<YearManifest> {
  if (!zip.names.includes(MANIFEST)) throw new FuhanError('archive.no-manifest');
  const pieces: Uint8Array[] = [];
  for await (const piece of zip.pieces(MANIFEST, MOST_MANIFEST_BYTES)) pieces.push(piece);
  try {
    const told: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    const { format } = formatShape.parse(told);
    if (format !== FORMAT) throw new FuhanError('archive.newer', { version: format });
    return manifestShape.parse(told);
  } catch (error) {
    throw error instanceof FuhanError ? error : new FuhanError('archive.no-manifest');
  }
}

/**
 * Opens a year's archive and proves every file of it against the manifest, before anything of it is believed.
 * @throws FuhanError `archive.unreadable`, `archive.no-manifest`, `archive.newer`, `archive.damaged`
 */
export async function openYear(path: string): Promise<{ zip: ZipIn; manifest: YearManifest }> {
  const zip = await ZipIn.open(path);
  try {
    const manifest = await manifestOf(zip);
    const named = new Set([MANIFEST, ...manifest.files.map((file) => file.path)]);
    const extra = zip.names.find((name) => !named.has(name));
    if (extra !== undefined) throw damaged(extra, 'extra');
    for (const file of manifest.files) {
      if (!zip.names.includes(file.path)) throw damaged(file.path, 'missing');
      const [sha256, sm3] = [createHash('sha256'), createHash('sm3')];
      let size = 0;
      try {
        for await (const piece of zip.pieces(file.path, file.size)) {
          sha256.update(piece);
          sm3.update(piece);
          size += piece.length;
        }
      } catch {
        throw damaged(file.path, 'changed');
      }
      if (size !== file.size || sha256.digest('hex') !== file.sha256 || sm3.digest('hex') !== file.sm3)
        throw damaged(file.path, 'changed');
    }
    return { zip, manifest };
  } catch (error) {
    await zip.close();
    throw error;
  }
}

/** Proves a year's archive and reads nothing more. @throws as `openYear` */
export async function checkYear(path: string): Promise<YearManifest> {
  const { zip, manifest } = await openYear(path);
  await zip.close();
  return manifest;
}
