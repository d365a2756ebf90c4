import { Client } from 'pg';
import { runState } from './run-state';

/** Drops what the tests of this run have left, and gives the database back: it stops with its last user. */
export default async function globalTeardown(): Promise<void> {
  await dropLeftovers();
  const { server } = runState;
  if (!server) return;
  delete runState.server;
  const exited = new Promise((done) => server.once('exit', done));
  server.ref();
  server.stdin.end();
  await exited;
}

async function dropLeftovers(): Promise<void> {
  const { FUHAN_TEST_SERVER: url, FUHAN_TEST_RUN: run } = process.env;
  if (url === undefined || run === undefined) return;
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE datname LIKE 'fuhan\\_test\\_' || $1 || '\\_%'`,
      [run],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
