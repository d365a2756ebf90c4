import { randomBytes } from 'node:crypto';
import { FuhanError } from '@fuhan/kernel';
import { hashPassword } from '@fuhan/identity';
import { appendAudit, sqlState } from '@fuhan/platform';
import type { EntityManager } from 'typeorm';
import { damaged, openYear } from './check-year';
import { filePath, pathOf, schemaOf, secretsOf, shapesOf, type TableShape } from './table-shape';
import type { YearManifest, YearServices } from './write-year';
import type { ZipIn } from './zip-in';

export interface YearReport {
  readonly year: number;
  readonly dryRun: boolean;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly files: number;
}

/** So many rows, or characters, are put in at a time. */
const BATCH = 200;
const BATCH_LENGTH = 4 * 2 ** 20;

async function* batchesOf(zip: ZipIn, path: string, size: number): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let batch: string[] = [];
  let length = 0;
  for await (const piece of zip.pieces(path, size)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      batch.push(line);
      length += line.length;
      if (batch.length < BATCH && length < BATCH_LENGTH) continue;
      yield batch;
      [batch, length] = [[], 0];
    }
  }
  if (batch.length > 0) yield batch;
}

function insertSql(table: TableShape): string {
  const { name, columns, without = {}, ground } = table;
  const values = columns.map((column) => without[column] ?? `n.${column}`);
  return `INSERT INTO ${name} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${values.join(', ')} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb) n ${ground ? 'ON CONFLICT DO NOTHING' : ''}`;
}

/** How many of the rows are there now as the archive has them. */
function sameSql(table: TableShape): string {
  const told = (alias: string): string =>
    table.ground && table.ground.same !== 'all'
      ? `jsonb_build_array(${table.ground.same.map((column) => `${alias}.${column}`).join(', ')})`
      : `to_jsonb(${alias}) - ${secretsOf(table)}`;
  return `SELECT count(*)::int AS same FROM jsonb_populate_recordset(NULL::${table.name}, $1::jsonb) n
    JOIN ${table.name} t USING (${table.key.join(', ')}) WHERE ${told('t')} = ${told('n')}`;
}

/** Rows that are there already are others' rows; rows that do not fit the tables are none of this archive. */
function refusalOf(error: unknown, table: TableShape): unknown {
  const state = sqlState(error) ?? '';
  if (state === '23505') return new FuhanError('archive.clash', { table: table.name });
  return /^2[23]/.test(state) ? damaged(pathOf(table), 'dangling') : error;
}

async function putTable(
  em: EntityManager,
  zip: ZipIn,
  table: TableShape,
  size: number,
  password: string,
): Promise<number> {
  let rows = 0;
  const insert = insertSql(table);
  const more = insert.includes('$2') ? [password] : [];
  for await (const batch of batchesOf(zip, pathOf(table), size)) {
    const values = `[${batch.join(',')}]`;
    rows += batch.length;
    try {
      await em.query(insert, [values, ...more]);
    } catch (error) {
      throw refusalOf(error, table);
    }
    if (!table.ground) continue;
    const [{ same }] = (await em.query(sameSql(table), [values])) as [{ same: number }];
    if (same !== batch.length) throw new FuhanError('archive.clash', { table: table.name });
  }
  for (const column of table.counts)
    await em.query(`SELECT setval(pg_get_serial_sequence('${table.name}', '${column}'), most) FROM (
      SELECT max(${column}) AS most FROM ${table.name}) m WHERE most IS NOT NULL`);
  return rows;
}

/** What the archive points to has come by now. */
async function settle(em: EntityManager): Promise<void> {
  try {
    await em.query('SET CONSTRAINTS ALL IMMEDIATE');
  } catch (error) {
    throw sqlState(error) === '23503' ? damaged('tables', 'dangling') : error;
  }
}

async function putFiles(zip: ZipIn, manifest: YearManifest, services: YearServices): Promise<number> {
  const files = manifest.files.filter(({ path, sha256 }) => path === filePath(sha256));
  let done = 0;
  for (const { path, size } of files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of zip.pieces(path, size)) pieces.push(piece);
    await services.blobs.put(Buffer.concat(pieces));
    services.tell?.('files', ++done);
  }
  return done;
}

/** The rows fit a database of the same shape alone. @throws FuhanError `archive.newer`, `archive.older` */
function refuseOther(schema: string, own: string): void {
  if (schema > own) throw new FuhanError('archive.newer', { version: schema });
  if (schema < own) throw new FuhanError('archive.older', { version: schema });
}

/** Undoes what a trial did. */
class Tried extends Error {}

/**
 * A year's archive into a database that has nothing of it, in one transaction: all of it or nothing. Ids stay as they were. Passwords and personal links
 * do not come along: people get new ones.
 * @throws FuhanError `archive.*`
 */
export async function importYear(
  services: YearServices,
  path: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<YearReport> {
  const { zip, manifest } = await openYear(path);
  const password = await hashPassword(randomBytes(32).toString('hex'));
  const tables: { name: string; rows: number }[] = [];
  let files = 0;
  try {
    await services.dataSource.transaction(async (em) => {
      await em.query(`SET LOCAL TimeZone = 'UTC'`);
      await em.query('SET LOCAL idle_in_transaction_session_timeout = 0');
      refuseOther(manifest.schema, await schemaOf(em));
      await em.query('SET CONSTRAINTS ALL DEFERRED');
      for (const table of await shapesOf(em)) {
        const file = manifest.files.find((each) => each.path === pathOf(table));
        if (!file) throw damaged(pathOf(table), 'missing');
        const rows = await putTable(em, zip, table, file.size, password);
        tables.push({ name: table.name, rows });
        services.tell?.(table.name, rows);
      }
      await settle(em);
      if (dryRun) throw new Tried();
      files = await putFiles(zip, manifest, services);
      const detail = { year: manifest.year, proposals: tables.find(({ name }) => name === 'proposal')?.rows };
      await appendAudit(em, { actor: 'system', action: 'archive.import', object: 'archive', detail });
    });
  } catch (error) {
    if (!(error instanceof Tried)) throw error;
    files = manifest.files.filter((file) => file.path === filePath(file.sha256)).length;
  } finally {
    await zip.close();
  }
  return { year: manifest.year, dryRun, tables, files };
}
