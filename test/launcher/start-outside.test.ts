import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { redisIsAvailable, startRedis } from '@fuhan/testing';
import {
  becomes,
  exitOf,
  type Held,
  hold,
  killAllOver,
  newFolder,
  query,
  release,
  removeFolder,
  ROOT,
} from './support';

const available = redisIsAvailable();
const title = available
  ? ''
  : '（跳过：没有 redis-server，Debian/Ubuntu 用 sudo apt-get install -y redis-server）';

(available ? describe : describe.skip)(`npm start with a database and a Redis of one’s own${title}`, () => {
  let folder: string;
  let database: Held;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let child: ChildProcess;
  let output = '';

  const address = (): string => /http:\/\/[\w.:]+/.exec(output)?.[0] ?? '';
  const health = async (): Promise<unknown> => (await fetch(`${address()}/api/health`)).json();

  beforeAll(async () => {
    folder = newFolder();
    mkdirSync(join(folder, 'data'));
    [database, redis] = await Promise.all([hold(join(folder, 'theirs'), {}, ['fsync=off']), startRedis()]);
    await query(database.url, 'CREATE DATABASE fuhan');
    child = spawn(process.execPath, [join(ROOT, 'apps/launcher/start.mjs')], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: new URL('/fuhan', database.url).href,
        REDIS_URL: redis.url,
        DATA_DIR: join(folder, 'data'),
        PORT: String(40_000 + (process.pid % 20_000)),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await becomes(() => output.includes('Ctrl-C') || child.exitCode !== null, 90_000);
    if (address() === '') throw new Error(`did not start:\n${output}`);
  }, 120_000);

  afterAll(async () => {
    child.kill('SIGTERM');
    await exitOf(child);
    await release(database);
    await redis.stop();
    killAllOver(folder);
    removeFolder(folder);
  });

  it('should use both', async () => {
    expect(await health()).toMatchObject({ database: true, queue: 'redis' });
  });

  it('should name both at the terminal, without their passwords', () => {
    expect(output).toMatch(
      new RegExp(
        `数据库：PostgreSQL 127\\.0\\.0\\.1:${database.port}\\n *队列：Redis ${new URL(redis.url).host}\\n`,
      ),
    );
  });

  it('should make its tables in the database that was named', async () => {
    const [row] = await query(
      new URL('/fuhan', database.url).href,
      `SELECT count(*)::int AS n FROM schema_migration`,
    );
    expect(row?.['n']).toBeGreaterThan(0);
  });

  it('should make no tables of a queue there', async () => {
    expect(
      await query(
        new URL('/fuhan', database.url).href,
        `SELECT table_schema FROM information_schema.tables WHERE table_name = 'job_dependency'`,
      ),
    ).toEqual([]);
  });

  it('should start no database of its own', () => {
    expect(existsSync(join(folder, 'data/postgres'))).toBe(false);
  });

  it('should load no demo', async () => {
    expect(await (await fetch(`${address()}/api/demo`)).json()).toBeNull();
  });

  it('should say where the first passwords lie', () => {
    expect(output).toContain(join(folder, 'data/initial-administrators.txt'));
  });
});
