import { errorCatalogue, FuhanError } from '@fuhan/kernel';
import {
  canRewriteAudit,
  grantApplication,
  log,
  migrate,
  prepareQueue,
  readSettings,
  type Settings,
  sqlState,
} from '@fuhan/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from './app';
import { playsDemo } from './demo/demo-files';
import { loadDemo } from './demo/load-demo';
import { layFoundation } from './foundation';
import { House } from './house';
import { printWelcome } from './welcome';
import { HouseWorker } from './worker/worker';

const LEAVE_MS = 4_000;

/** A database that cannot be reached is a wrong setting, named. */
async function reaching<T>(setting: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FuhanError) throw error;
    const reason = error instanceof Error ? error.message || sqlState(error) : String(error);
    throw new FuhanError('config.invalid', {
      detail: `${setting} 指向的数据库用不了，请核对地址、口令和库名，并确认数据库已启动（${reason}）。`,
    });
  }
}

/** Migrations, queue tables and, where an owner's account is named, the rights of the application's. */
async function prepare(settings: Settings): Promise<void> {
  const { DATABASE_URL: application, MIGRATION_DATABASE_URL: named, REDIS_URL: redisUrl } = settings;
  const owner = named ?? application;
  await reaching(named ? 'MIGRATION_DATABASE_URL' : 'DATABASE_URL', () => migrate(owner));
  await prepareQueue({ databaseUrl: owner, redisUrl });
  if (named) await grantApplication({ owner, application });
  if (await reaching('DATABASE_URL', () => canRewriteAudit(application))) {
    log.warn(
      '审计防改保护没有开启：DATABASE_URL 的账号能改审计日志。正式使用请把建表账号写进 MIGRATION_DATABASE_URL，DATABASE_URL 另用一个普通账号。',
    );
  }
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
  if (playsDemo(settings)) await loadDemo(house);
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
