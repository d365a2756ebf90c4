import { FuhanError } from '@fuhan/kernel';
import type { BlobStore } from '@fuhan/platform';
import { strToU8 } from 'fflate';
import type { DataSource, EntityManager } from 'typeorm';
import { MANIFEST } from '../closing/archive-package';
import { filePath, pathOf, schemaOf, secretsOf, shapesOf, type TableShape } from './table-shape';
import { type PackedFile, ZipOut } from './zip-out';

export const FORMAT = 'fuhan-year-1';

export interface YearManifest {
  readonly format: string;
  readonly year: number;
  /** The last migration of the database it was written from. */
  readonly schema: string;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly files: readonly PackedFile[];
}

export interface YearServices {
  readonly dataSource: DataSource;
  readonly blobs: BlobStore;
  /** Told where the work is. */
  readonly tell?: (what: string, done: number) => void;
}

/** The proposals registered in the year, with those they were merged with, of whatever year: they are one case. */
const casesSql = `CREATE TEMP TABLE archived_case ON COMMIT DROP AS
  WITH led AS (SELECT coalesce(merged_into_id, id) AS id FROM proposal
    WHERE extract(year FROM registered_at AT TIME ZONE 'Asia/Shanghai') = `;
const withMerged = `) SELECT id FROM proposal WHERE id IN (SELECT id FROM led) OR merged_into_id IN (SELECT id FROM led)`;

/** So many rows are in memory at a time. */
const BATCH = 100;

async function* rowsOf(em: EntityManager, table: TableShape): AsyncGenerator<string[]> {
  const order = table.key.map((name) => `t.${name}::text COLLATE "C"`).join(', ');
  await em.query(`DECLARE archived_rows NO SCROLL CURSOR FOR SELECT (to_jsonb(t) - ${secretsOf(table)})::text AS row
    FROM ${table.from ?? table.name} t WHERE ${table.where} ORDER BY ${order}`);
  for (;;) {
    const rows = (await em.query(`FETCH ${BATCH} FROM archived_rows`)) as { row: string }[];
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await em.query('CLOSE archived_rows');
}

async function writeTables(
  em: EntityManager,
  zip: ZipOut,
  tell: YearServices['tell'],
): Promise<Pick<YearManifest, 'tables' | 'files'>> {
  const tables: { name: string; rows: number }[] = [];
  const files: PackedFile[] = [];
  for (const table of await shapesOf(em)) {
    let rows = 0;
    const lines = async function* (): AsyncGenerator<Uint8Array> {
      for await (const batch of rowsOf(em, table)) {
        rows += batch.length;
        yield strToU8(`${batch.join('\n')}\n`);
      }
    };
    files.push(await zip.add(pathOf(table), lines()));
    tables.push({ name: table.name, rows });
    tell?.(table.name, rows);
  }
  return { tables, files };
}

const storedSql = (where: string): string =>
  `SELECT sha256, min(file_name) AS name FROM blob t WHERE ${where} GROUP BY sha256 ORDER BY sha256 COLLATE "C"`;

async function writeFiles(em: EntityManager, zip: ZipOut, services: YearServices): Promise<PackedFile[]> {
  const blob = (await shapesOf(em)).find(({ name }) => name === 'blob');
  const stored = (await em.query(storedSql(blob?.where ?? 'false'))) as { sha256: string; name: string }[];
  const files: PackedFile[] = [];
  for (const { sha256, name } of stored) {
    const bytes = await services.blobs.get(sha256).catch(() => {
      throw new FuhanError('archive.file-missing', { name });
    });
    files.push(await zip.add(filePath(sha256), [bytes]));
    services.tell?.('files', files.length);
  }
  return files;
}

/**
 * A whole year as one zip: every row of its cases as JSON, a line each, every stored file, and a manifest with the digests. Read in one view of the
 * database; neither rows nor files are together in memory.
 * @param write called with one piece after the other
 * @throws FuhanError `archive.file-missing`, `archive.year-too-large`
 */
export function writeYear(
  services: YearServices,
  year: number,
  write: (chunk: Uint8Array) => Promise<unknown>,
): Promise<YearManifest> {
  return services.dataSource.transaction('REPEATABLE READ', async (em) => {
    await em.query(`SET LOCAL TimeZone = 'UTC'`);
    await em.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await em.query(`${casesSql}${Math.floor(year)}${withMerged}`);
    const zip = new ZipOut(write);
    const { tables, files } = await writeTables(em, zip, services.tell);
    const manifest: YearManifest = {
      ...{ format: FORMAT, year, schema: await schemaOf(em), tables },
      files: [...files, ...(await writeFiles(em, zip, services))],
    };
    await zip.add(MANIFEST, [strToU8(`${JSON.stringify(manifest, null, 1)}\n`)]);
    await zip.end();
    return manifest;
  });
}
