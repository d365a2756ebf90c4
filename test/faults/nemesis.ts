import { Client } from 'pg';
import type { Cluster } from './cluster';
import { pause } from './house-time';
import type { Supervised } from './processes';
import type { RedisServer } from './redis-server';

export interface Targets {
  readonly cluster: Cluster;
  readonly databaseUrl: string;
  readonly redis: RedisServer | null;
  readonly apis: readonly Supervised[];
  readonly workers: readonly Supervised[];
}

type Fault = (targets: Targets) => Promise<void> | void;

const anyOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)];
const downtime = (): number => 200 + Math.random() * 1_000;

/** Ends connections of the program in the middle of whatever they do. */
async function cutPostgres({ databaseUrl }: Targets): Promise<void> {
  const client = new Client(databaseUrl);
  client.on('error', () => undefined);
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND random() < 0.7`,
  );
  await client.end();
}

const everywhere: Readonly<Record<string, Fault>> = {
  'kill -9 api': ({ apis }) => anyOf(apis)?.kill(),
  'kill -9 worker': ({ workers }) => anyOf(workers)?.kill(),
  'kill -9 all workers': ({ workers }) => workers.forEach((worker) => worker.kill()),
  'kill -9 PostgreSQL': ({ cluster }) => cluster.killAndRestart(downtime()),
  'cut PostgreSQL connections': cutPostgres,
};
const onRedis: Readonly<Record<string, Fault>> = {
  'kill -9 Redis': ({ redis }) => redis?.killAndRestart(downtime()),
  FLUSHALL: ({ redis }) => redis?.flush(),
  'cut Redis connections': ({ redis }) => redis?.cut(),
};

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((each) => ({ each, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);

/** Does one harm after another, every kind as often as the others, in an order nobody knows. */
export class Nemesis {
  readonly done = new Map<string, number>();
  private stopped = false;
  private hindered: unknown = null;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly targets: Targets,
    private readonly everyMs: number,
  ) {}

  get count(): number {
    return [...this.done.values()].reduce((sum, each) => sum + each, 0);
  }

  private get kinds(): [string, Fault][] {
    return Object.entries({ ...everywhere, ...(this.targets.redis ? onRedis : {}) });
  }

  /** Each kind at least once. */
  get hasDoneEverything(): boolean {
    return this.kinds.every(([name]) => this.done.has(name));
  }

  start(): void {
    this.working = this.work().catch((error: unknown) => {
      this.hindered = error;
    });
  }

  private async work(): Promise<void> {
    for (
      let deck = shuffled(this.kinds);
      !this.stopped;
      deck = deck.length > 0 ? deck : shuffled(this.kinds)
    ) {
      await pause(this.everyMs * (0.5 + Math.random()));
      const [name, fault] = deck.pop() ?? ['', null];
      if (this.stopped || !fault) continue;
      await fault(this.targets);
      this.done.set(name, (this.done.get(name) ?? 0) + 1);
    }
  }

  /** @throws what kept it from doing a harm: a run with fewer faults than it tells of would prove nothing */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.working;
    if (this.hindered !== null) throw this.hindered;
  }
}
