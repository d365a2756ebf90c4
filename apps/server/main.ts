import { errorCatalogue, FuhanError } from '@fuhan/kernel';
import { log, migrate, prepareQueue, readSettings, type Settings, sqlState } from '@fuhan/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from './app';
import { loadDemo } from './demo/load-demo';
import { layFoundation } from './foundation';
import { House } from './house';
import { printWelcome } from './welcome';
import { HouseWorker } from './worker/worker';

const LEAVE_MS = 4_000;

/** Migrations and queue tables; a database that cannot be reached is a wrong setting. */
async function prepare(settings: Settings): Promise<void> {
  try {
    await migrate(settings.DATABASE_URL);
  } catch (error) {
    if (error instanceof FuhanError) throw error;
    const reason = error instanceof Error ? error.message || sqlState(error) : String(error);
    throw new FuhanError('config.invalid', {
      detail: `DATABASE_URL 指向的数据库用不了，请核对地址、口令和库名，并确认数据库已启动（${reason}）。`,
    });
  }
  await prepareQueue({ databaseUrl: settings.DATABASE_URL, redisUrl: settings.REDIS_URL });
}

async function listen(app: NestExpressApplication, { PORT, HOST }: Settings): Promise<void> {
  try {
    await app.listen(PORT, HOST);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new FuhanError('config.invalid', {
      detail: `在 ${HOST}:${PORT} 上无法监听（${code}）。请换一个 PORT 或 HOST。`,
    });
  }
}

/** Stops in the order in which work could still come in: pages, jobs, then the database. */
function leaveOnSignal(house: House, app: NestExpressApplication | null, worker: HouseWorker | null): void {
  let leaving = false;
  const leave = async (): Promise<void> => {
    if (leaving) return;
    leaving = true;
    setTimeout(() => process.exit(0), LEAVE_MS).unref();
    await app?.close();
    await worker?.stop();
    await house.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave());
}

async function start(): Promise<void> {
  const settings = readSettings();
  await prepare(settings);
  const house = await House.open(settings);
  await layFoundation(house);
  if (settings.DEMO) await loadDemo(house);
  const worker = settings.roles.includes('worker') ? new HouseWorker(house) : null;
  const app = settings.roles.includes('api') ? await createApi(house) : null;
  leaveOnSignal(house, app, worker);
  await worker?.start();
  if (app) await listen(app, settings);
  await printWelcome(house);
}

process.on('unhandledRejection', (reason) =>
  log.error(`unhandled: ${reason instanceof Error ? reason.stack : String(reason)}`),
);

start().catch((error: unknown) => {
  const known = error instanceof FuhanError && error.code in errorCatalogue;
  process.stderr.write(
    `${known ? error.message : `系统未能启动：${error instanceof Error ? error.stack : String(error)}`}\n`,
  );
  process.exit(1);
});
