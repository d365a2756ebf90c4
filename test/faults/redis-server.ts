import { type ChildProcess, spawn } from 'node:child_process';
import { findRedisServer, freePort } from '@fuhan/testing';
import { Redis } from 'ioredis';
import { pause } from './house-time';

/** A Redis of one's own, as an operator would set it up (append-only file, nothing evicted), that can be killed, emptied and cut off. */
export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly program: string,
    private readonly dir: string,
    private readonly port: number,
  ) {}

  static async open(dir: string): Promise<RedisServer> {
    const program = findRedisServer();
    if (program === undefined) throw new Error('there is no redis-server');
    const server = new RedisServer(program, dir, await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  private async start(): Promise<void> {
    const settings = `--port ${this.port} --bind 127.0.0.1 --dir ${this.dir} --maxmemory-policy noeviction --appendonly yes --appendfsync everysec`;
    this.child = spawn(this.program, [...settings.split(' '), '--save', ''], { stdio: 'ignore' });
    await this.command(async (redis) => {
      // It answers LOADING while it reads its file.
      for (let tries = 0; tries < 200; tries++) {
        if (await redis.ping().catch(() => false)) return;
        await pause(25);
      }
    });
  }

  private async command(work: (redis: Redis) => Promise<unknown>): Promise<void> {
    const redis = new Redis(this.url, {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => (times > 200 ? null : 25),
    });
    redis.on('error', () => undefined);
    try {
      await work(redis);
    } finally {
      redis.disconnect();
    }
  }

  /** FLUSHALL: every job is gone. */
  flush = (): Promise<void> => this.command((redis) => redis.flushall());

  /** Ends every connection to it. */
  cut = (): Promise<void> =>
    this.command(async (redis) => {
      for (const type of ['NORMAL', 'PUBSUB'])
        await redis.call('CLIENT', 'KILL', 'TYPE', type, 'SKIPME', 'yes');
    });

  private async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  async killAndRestart(downMs: number): Promise<void> {
    await this.kill();
    await pause(downMs);
    await this.start();
  }

  close = (): Promise<void> => this.kill();
}
