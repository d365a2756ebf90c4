import { createPostgresBackend, Queue, runMigrations, UnrecoverableError, Worker } from 'bullmq';
import { FuhanError } from '@fuhan/kernel';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import {
  concurrency,
  type JobName,
  type Jobs,
  jobNames,
  jobSettings,
  type QueueName,
  queueNames,
  removal,
  takeover,
} from './jobs';
import { log } from './log';
import { readRedisFacts, redisWarnings } from './redis-check';

/** Where the queue lives. */
export interface QueueBackend {
  readonly databaseUrl: string;
  /** Redis instead of PostgreSQL. */
  readonly redisUrl?: string | undefined;
}

export interface NewJob<N extends JobName = JobName> {
  readonly name: N;
  readonly data: Jobs[N];
  /** The same id while the job lives is the same job. */
  readonly id: string;
  /** Milliseconds from now, as the house's clock counts them. */
  readonly delay?: number;
}

export type JobHandlers = { readonly [N in JobName]: (data: Jobs[N]) => Promise<void> };

// Two connections a queue or worker are enough: one to ask, one to listen.
const connectionOf = (backend: QueueBackend) =>
  backend.redisUrl === undefined
    ? {
        connection: { connectionString: backend.databaseUrl, max: 2, skipMigrations: true },
        factory: createPostgresBackend,
      }
    : { connection: { url: backend.redisUrl, maxRetriesPerRequest: null }, factory: undefined };

const quiet = (what: string) => (error: Error) => log.warn(`${what}: ${error.message}`);

/** Makes the queue's own tables (PostgreSQL) or checks the server (Redis). @throws FuhanError `config.invalid` */
export async function prepareQueue(backend: QueueBackend): Promise<void> {
  if (backend.redisUrl === undefined) {
    const client = new Client(backend.databaseUrl);
    await client.connect();
    try {
      await runMigrations(client);
    } finally {
      await client.end();
    }
    return;
  }
  const redis = new Redis(backend.redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    for (const warning of redisWarnings(await readRedisFacts(redis))) log.warn(warning);
  } catch {
    throw new FuhanError('config.invalid', {
      detail: 'REDIS_URL 指向的 Redis 连不上；请核对地址与口令，或去掉 REDIS_URL 改用 PostgreSQL 队列。',
    });
  } finally {
    redis.disconnect();
  }
}

/** Every queue of the product, opened; whoever opens them closes them. */
export function openQueues(backend: QueueBackend): Queue[] {
  const { connection, factory } = connectionOf(backend);
  return queueNames.map((name) => {
    const queue = new Queue(name, { connection: connection as never }, factory as never);
    queue.on('error', quiet(`queue ${name}`));
    return queue;
  });
}

/** Puts jobs into the queues. Only the relay and the sweep hold one: HTTP never talks to the queue. */
export class JobSender {
  private readonly queues: Map<QueueName, Queue>;

  /** @param pace the house's clock's: the queue itself waits by the machine's */
  constructor(
    backend: QueueBackend,
    private readonly pace = 1,
  ) {
    this.queues = new Map(openQueues(backend).map((queue) => [queue.name as QueueName, queue]));
  }

  async send(jobs: readonly NewJob[]): Promise<void> {
    for (const [name, queue] of this.queues) {
      const mine = jobs.filter((job) => jobSettings[job.name].queue === name);
      if (mine.length === 0) continue;
      await queue.addBulk(
        mine.map((job) => {
          const { attempts, backoff } = jobSettings[job.name];
          return {
            name: job.name,
            data: job.data,
            opts: {
              jobId: job.id,
              delay: Math.max(0, Math.ceil((job.delay ?? 0) / this.pace)),
              attempts,
              backoff: { type: 'exponential', delay: backoff },
              ...removal,
            },
          };
        }),
      );
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}

/** Runs jobs: exactly one handler for each name. A business failure is not tried again; anything else is. */
export class JobRunner {
  private readonly workers: Worker[];

  constructor(backend: QueueBackend, handlers: JobHandlers) {
    const missing = jobNames.filter((name) => typeof handlers[name] !== 'function');
    if (missing.length > 0) throw new Error(`no handler for ${missing.join(', ')}`);
    const { connection, factory } = connectionOf(backend);
    this.workers = queueNames.map((queue) => {
      const worker = new Worker(
        queue,
        async (job) => {
          const name = job.name as JobName;
          if (!jobNames.includes(name)) throw new UnrecoverableError(`unknown job ${job.name}`);
          try {
            await (handlers[name] as (data: unknown) => Promise<void>)(job.data);
          } catch (error) {
            if (error instanceof FuhanError && error.status < 500)
              throw new UnrecoverableError(error.message);
            throw error;
          }
        },
        { connection: connection as never, concurrency: concurrency[queue], ...takeover },
        factory as never,
      );
      worker.on('error', quiet(`worker ${queue}`));
      worker.on('failed', (job, error) => log.warn(`job ${job?.name} ${job?.id} failed: ${error.message}`));
      return worker;
    });
  }

  async ready(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Lets running jobs finish, then stops. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }
}
