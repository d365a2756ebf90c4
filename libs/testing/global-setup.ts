import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { runState } from './run-state';

const ROOT = resolve(__dirname, '..', '..');

/** Nothing here outlives the run, so the test server need not wait for the disk. */
const FLAGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * Starts the one PostgreSQL of a test run, or adopts the one another run is using, unless TEST_DATABASE_URL names a server.
 * Every Jest project that needs a database names this file; the second call finds the work done.
 */
export default async function globalSetup(): Promise<void> {
  process.env.FUHAN_TEST_RUN ??= `${process.pid.toString(36)}${Date.now().toString(36)}`;
  if (process.env.TEST_DATABASE_URL !== undefined) {
    process.env.FUHAN_TEST_SERVER = process.env.TEST_DATABASE_URL;
    return;
  }
  if (runState.server) return;
  const program = resolve(ROOT, 'apps/launcher/hold-database.mjs');
  const server = spawn(process.execPath, [program, resolve(ROOT, '.data/test-postgres'), ...FLAGS], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A Ctrl-C of the terminal ends Jest; the database then sees its input close and leaves in order.
    detached: true,
  });
  runState.server = server;
  const { url, adopted } = await started(server);
  process.env.FUHAN_TEST_SERVER = url;
  server.unref();
  if (!adopted) await clearAway(url);
}

interface Started {
  readonly url: string;
  /** Another run is using the same server: its databases are not ours to drop. */
  readonly adopted: boolean;
}

function started(server: NonNullable<typeof runState.server>): Promise<Started> {
  return new Promise((done, failed) => {
    let output = '';
    server.stdout.setEncoding('utf8');
    server.stdout.on('data', (chunk: string) => {
      output += chunk;
      if (output.includes('\n')) done(JSON.parse(output) as Started);
    });
    server.once('error', failed);
    server.once('exit', () => failed(new Error('测试用的数据库没有启动，原因见上。')));
  });
}

/** Drops the databases of runs that were killed, and templates of migrations that have long changed. */
async function clearAway(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datname LIKE 'fuhan\\_test\\_%'
       UNION ALL
       (SELECT datname FROM pg_database WHERE datname LIKE 'fuhan\\_template\\_%' ORDER BY oid DESC OFFSET 3)`,
    );
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
