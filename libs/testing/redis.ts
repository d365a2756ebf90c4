import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';

const HOW_TO_GET =
  '没有找到 redis-server，跳过 Redis 上的队列测试。安装方法：Debian/Ubuntu 用 sudo apt-get install -y redis-server，macOS 用 brew install redis；或设置 TEST_REDIS_URL。';

/** One of the two places a queue can live in, for the length of a suite. */
export interface TestBackend {
  readonly name: 'PostgreSQL' | 'Redis';
  /** The address of an empty Redis, `undefined` on PostgreSQL. Known once the suite's hooks run, not while it is being declared. */
  readonly redisUrl: string | undefined;
}

interface RunningRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Declares a suite once for each place a queue can live in: on PostgreSQL always; on Redis where TEST_REDIS_URL or a redis-server
 * or valkey-server is found, else it says how to get one. REQUIRE_REDIS=1 makes a missing Redis a failure.
 */
export function describeEachBackend(title: string, suite: (backend: TestBackend) => void): void {
  describe(`${title} on PostgreSQL`, () => suite({ name: 'PostgreSQL', redisUrl: undefined }));
  if (redisIsAvailable()) {
    describe(`${title} on Redis`, () => onRedis(suite));
    return;
  }
  if (process.env.REQUIRE_REDIS === '1') {
    it(`${title} on Redis`, () => {
      throw new Error(`REQUIRE_REDIS=1：${HOW_TO_GET}`);
    });
    return;
  }
  console.warn(HOW_TO_GET);
  describe.skip(`${title} on Redis`, () => suite({ name: 'Redis', redisUrl: undefined }));
}

/** Whether a suite can run on Redis here. */
export const redisIsAvailable = (): boolean =>
  Boolean(process.env.TEST_REDIS_URL) || findRedisServer() !== undefined;

function onRedis(suite: (backend: TestBackend) => void): void {
  const backend: { name: 'Redis'; redisUrl: string | undefined } = { name: 'Redis', redisUrl: undefined };
  let running: RunningRedis | undefined;
  beforeAll(async () => {
    running = await startRedis();
    backend.redisUrl = running.url;
  });
  suite(backend);
  // After the suite's own: Jest runs `afterAll` in the order of declaration, and a queue cannot close without its server.
  afterAll(async () => running?.stop());
}

/** An empty Redis of one's own: a private server, or an emptied database of the server TEST_REDIS_URL names. */
export async function startRedis(): Promise<RunningRedis> {
  const named = process.env.TEST_REDIS_URL;
  if (named) return emptied(named);
  const program = findRedisServer();
  if (program === undefined) throw new Error(HOW_TO_GET);
  return startServer(program);
}

/** Workers of one run share the named server: each has its own numbered database there. */
async function emptied(named: string): Promise<RunningRedis> {
  const url = new URL(named);
  if (url.pathname.length <= 1) url.pathname = `/${Number(process.env.JEST_WORKER_ID ?? 1) % 16}`;
  const redis = new Redis(url.toString());
  await redis.flushdb();
  await redis.quit();
  return { url: url.toString(), stop: () => Promise.resolve() };
}

async function startServer(program: string): Promise<RunningRedis> {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'fuhan-redis-'));
  const settings = `--port ${port} --bind 127.0.0.1 --maxmemory-policy noeviction --appendonly yes --appendfsync no --save ''`;
  // The shell ends the server when its own input closes, so that a killed test run leaves no server behind.
  const script = `cd "$1" && { "$0" ${settings} </dev/null >/dev/null 2>&1 & } && server=$! && cat >/dev/null; kill -9 $server`;
  const shell = spawn('/bin/sh', ['-c', script, program, directory], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.unref();
  const exited = new Promise((done) => shell.once('exit', done));
  const url = `redis://127.0.0.1:${port}`;
  await answers(url);
  return {
    url,
    async stop() {
      shell.ref();
      shell.stdin.end();
      await exited;
      rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** Waits until the server takes commands. */
async function answers(url: string): Promise<void> {
  const redis = new Redis(url, {
    retryStrategy: (times) => (times > 200 ? null : 25),
    maxRetriesPerRequest: null,
  });
  redis.on('error', () => undefined);
  await redis.ping();
  await redis.quit();
}

/** A redis-server or valkey-server of this machine. */
export function findRedisServer(): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/bin',
    '/usr/local/bin',
    '/usr/bin',
  ];
  const places = folders.flatMap((folder) =>
    ['redis-server', 'valkey-server'].map((name) => join(folder, name)),
  );
  return places.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
