import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MovableClock } from '@fuhan/kernel';
import { prepareQueue, readSettings } from '@fuhan/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from '../../apps/server/app';
import { layFoundation } from '../../apps/server/foundation';
import { House } from '../../apps/server/house';
import { HouseWorker } from '../../apps/server/worker/worker';
import { createTestDatabase } from './database';

export interface TestApp {
  readonly url: string;
  readonly house: House;
  readonly clock: MovableClock;
  /** Present when asked for: carries the outbox and runs the jobs. */
  readonly worker: HouseWorker | null;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly worker?: boolean;
  /** Another place than the usual one: a folder under seeds/places. */
  readonly place?: string;
  /** The moment at which the story begins; the clock runs on from there. */
  readonly at?: string;
  readonly redisUrl?: string;
  /** Another PostgreSQL server than the run's. */
  readonly server?: string;
  /** Settings beside the usual ones, as they stand in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A house whose settings ask for the demo. */
  readonly demo?: boolean;
  /** Runs between the foundation and the first request (people, demo). */
  readonly prepare?: (house: House) => Promise<void>;
}

/** The real program on a database of its own, a free port, and a clock that tests move. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase(options.server ? { server: options.server } : {});
  const dataDir = await mkdtemp(path.join(tmpdir(), 'fuhan-test-'));
  const settings = readSettings(
    {
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      DATABASE_POOL: '6',
      REDIS_URL: options.redisUrl ?? '',
      NODE_ENV: 'test',
      ...(options.place ? { PLACE: options.place } : {}),
      DEMO: options.demo ? '1' : '0',
      ...options.settings,
    },
    [],
  );
  const clock = new MovableClock();
  if (options.at !== undefined) clock.moveTo(new Date(options.at));
  const house = await House.open(settings, clock);
  await layFoundation(house);
  await options.prepare?.(house);
  let worker: HouseWorker | null = null;
  if (options.worker) {
    await prepareQueue(house.queueBackend);
    worker = new HouseWorker(house);
    await worker.start();
  }
  const app: NestExpressApplication = await createApi(house);
  await app.listen(0, '127.0.0.1');
  // On a busy machine a test may pause for longer than Node keeps a silent connection, and then ask on one that has just ended.
  (app.getHttpServer() as Server).keepAliveTimeout = 60_000;
  return {
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    house,
    clock,
    worker,
    close: async () => {
      await app.close();
      await worker?.stop();
      await house.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
