import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { FuhanError } from '@fuhan/kernel';

/** Any number, as long as every version of this program uses the same: the key of the lock under which migrations run. */
const LOCK_KEY = 7_204_118;

interface Migration {
  readonly name: string;
  readonly up: string;
  readonly down: string | null;
  readonly checksum: string;
}

/**
 * The directory of the project: the nearest one upwards whose package.json is named fuhan. Works from sources and from dist/.
 *
 * @throws Error when the program was moved out of its project.
 */
export function findProjectRoot(from: string = __dirname): string {
  for (let directory = from; ; directory = dirname(directory)) {
    const manifest = join(directory, 'package.json');
    if (
      existsSync(manifest) &&
      (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'fuhan'
    ) {
      return directory;
    }
    if (directory === dirname(directory)) throw new Error(`no project named fuhan above ${from}`);
  }
}

/** Where the migrations lie unless somebody says otherwise. */
export const migrationsDirectory = (): string => join(findProjectRoot(), 'migrations');

/**
 * A digest over names and contents of all migrations: two directories with the same digest make the same database.
 */
export function migrationsDigest(directory: string = migrationsDirectory()): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations(directory)) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex');
}

/**
 * Brings a database up to date: applies each `NNNN-name.up.sql` not applied yet, in order, each in a transaction of its own.
 * Processes that start at the same time take turns under an advisory lock.
 *
 * @returns the names applied now.
 * @throws FuhanError `migration.changed` when a file was edited after it had been applied, `migration.missing` when it was removed.
 */
export async function migrate(url: string, directory: string = migrationsDirectory()): Promise<string[]> {
  const migrations = readMigrations(directory);
  return withLockedClient(url, async (client) => {
    const applied = await appliedMigrations(client);
    refuseChanged(migrations, applied);
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const { name, up, checksum } of pending) {
      await inTransaction(client, name, async () => {
        await client.query(up);
        await client.query('INSERT INTO public.schema_migration (name, checksum) VALUES ($1, $2)', [
          name,
          checksum,
        ]);
      });
    }
    return pending.map(({ name }) => name);
  });
}

/**
 * Takes back the newest `steps` migrations by their `.down.sql`, newest first.
 *
 * @returns the names taken back.
 * @throws FuhanError `migration.irreversible` when one of them has no `.down.sql`: then nothing is taken back.
 */
export async function rollback(
  url: string,
  steps: number,
  directory: string = migrationsDirectory(),
): Promise<string[]> {
  const migrations = new Map(readMigrations(directory).map((migration) => [migration.name, migration]));
  return withLockedClient(url, async (client) => {
    const names = [...(await appliedMigrations(client)).keys()].sort().reverse().slice(0, steps);
    const downs = names.map((name) => {
      const down = migrations.get(name)?.down;
      if (!down) throw new FuhanError('migration.irreversible', { name });
      return { name, down };
    });
    for (const { name, down } of downs) {
      await inTransaction(client, name, async () => {
        await client.query(down);
        await client.query('DELETE FROM public.schema_migration WHERE name = $1', [name]);
      });
    }
    return names;
  });
}

function readMigrations(directory: string): Migration[] {
  const files = existsSync(directory) ? readdirSync(directory) : [];
  return files
    .filter((file) => /^\d{4}-[\w-]+\.up\.sql$/.test(file))
    .sort()
    .map((file) => {
      const name = file.replace(/\.up\.sql$/, '');
      const down = join(directory, `${name}.down.sql`);
      const up = readFileSync(join(directory, file), 'utf8');
      return {
        name,
        up,
        down: existsSync(down) ? readFileSync(down, 'utf8') : null,
        checksum: createHash('sha256').update(up.replaceAll('\r\n', '\n')).digest('hex'),
      };
    });
}

async function withLockedClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'fuhan-migrate' });
  // Without a listener a lost connection would end the whole process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query(
      `CREATE TABLE IF NOT EXISTS public.schema_migration (
         name text PRIMARY KEY,
         checksum text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
    return await work(client);
  } finally {
    // The end of the session gives the lock back.
    await client.end();
  }
}

async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM public.schema_migration ORDER BY name',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function refuseChanged(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name)) throw new FuhanError('migration.missing', { name });
    if (known.get(name) !== checksum) throw new FuhanError('migration.changed', { name });
  }
}

async function inTransaction(client: Client, name: string, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
