import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate, migrationsDigest, migrationsDirectory } from '@fuhan/platform';

export interface TestDatabase {
  readonly url: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** `true` leaves it without any table, for tests of the migrations themselves. */
  readonly empty?: boolean;
  /** Other migrations than the project's. */
  readonly migrations?: string;
  /** Another server than the run's: one that is to be killed. */
  readonly server?: string;
}

/** The key of the lock under which the template is made; any number the tests agree on. */
const TEMPLATE_LOCK = 7_204_119;

/**
 * A database of one's own with all migrations applied: a copy of a template that is made once for each state of the migrations.
 *
 * @throws Error when the run was started without a server (a Jest project without the global set-up).
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `fuhan_test_${process.env.FUHAN_TEST_RUN ?? 'single'}_${randomBytes(6).toString('hex')}`;
  const { server = serverUrl() } = options;
  await onServer(server, async (client) => {
    if (options.empty) {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    } else {
      const template = await ensureTemplate(client, server, options.migrations ?? migrationsDirectory());
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ${await fastCopy(client)}`);
    }
  });
  return {
    url: urlOf(server, name),
    drop: () =>
      onServer(
        server,
        async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
      ),
  };
}

/** The template's name carries the digest of the migrations, so that it serves until they change. */
async function ensureTemplate(client: Client, server: string, directory: string): Promise<string> {
  const template = `fuhan_template_${migrationsDigest(directory).slice(0, 16)}`;
  const exists = async (): Promise<boolean> => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    return rowCount === 1;
  };
  if (await exists()) return template;
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    if (await exists()) return template;
    const half = `${template}_new`;
    await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${half} TEMPLATE template0`);
    await migrate(urlOf(server, half), directory);
    await rename(client, half, template);
    return template;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** The migrating session may take a moment to leave the server after its connection has been closed. */
async function rename(client: Client, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`ALTER DATABASE ${from} RENAME TO ${to}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Copying files is faster than logging pages as long as nothing waits for the disk. PostgreSQL 14 knows only that way and no word for it. */
async function fastCopy(client: Client): Promise<string> {
  const { rows } = await client.query<{ fast: boolean }>(
    `SELECT current_setting('server_version_num')::int >= 150000 AND NOT current_setting('fsync')::bool AS fast`,
  );
  return rows[0]?.fast ? 'STRATEGY = file_copy' : '';
}

async function onServer<T>(server: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env.FUHAN_TEST_SERVER ?? process.env.TEST_DATABASE_URL;
  if (url === undefined)
    throw new Error('没有测试数据库：请在带有 globalSetup 的 Jest 项目里运行，或设置 TEST_DATABASE_URL。');
  return url;
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}
