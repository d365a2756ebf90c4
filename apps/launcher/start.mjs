import fs from 'node:fs';
import path from 'node:path';
import { LauncherError } from './errors.mjs';
import { report } from './guarded.mjs';
import { startEmbedded } from './postgres.mjs';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { dataDirectory, inRoot } from './prepare/project.mjs';
import { onlyRoles } from './run/arguments.mjs';
import { choosePort } from './run/ports.mjs';
import { startServer } from './run/server-process.mjs';

/*
 * `npm start`: install → build, while the embedded database starts → the server program, until a signal or the end of one of them.
 * Arguments are handed on: `npm start -- --roles worker`.
 */
const startedAt = Date.now();
const args = process.argv.slice(2);
const say = (line) => process.stderr.write(`${line}\n`);

/** npm and the terminal often deliver the same signal twice; only a later one means that somebody is impatient. */
const SAME_SIGNAL_MS = 800;

const running = { database: undefined, server: undefined };
let ending = 0;

/** Ends everything, server first, and leaves with this status. A second, later call does not wait for the server to finish its work. */
async function end(status) {
  if (ending && Date.now() - ending > SAME_SIGNAL_MS) running.server?.kill();
  if (ending) return;
  ending = Date.now();
  await running.server?.stop();
  await (await running.database?.catch(() => undefined))?.stop();
  process.exit(status);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
if (process.env.npm_lifecycle_event) endWithNpm(process.ppid);

/** npm does not hand on every signal, and none when it is killed: without it nobody could end us. */
function endWithNpm(parent) {
  setInterval(() => {
    if (process.ppid !== parent) void end(0);
  }, 250).unref();
}

/** What the server program needs to know of the database; starts the embedded one where no other is named. */
async function database() {
  if (process.env.DATABASE_URL)
    return { DATABASE_URL: process.env.DATABASE_URL, FUHAN_DATABASE_KIND: 'external' };
  running.database = startEmbedded({ dir: path.join(dataDirectory(), 'postgres'), log: say });
  const embedded = await running.database;
  embedded.exited.then(() => {
    if (ending) return;
    say(
      `内置数据库意外停止了，系统随之停止。原因见 ${path.join(embedded.dir, 'postgres.log')}，再次运行 npm start 会自动恢复。`,
    );
    void end(1);
  });
  return { DATABASE_URL: embedded.url, FUHAN_DATABASE_KIND: 'embedded', FUHAN_DATABASE_DIR: embedded.dir };
}

function refuseProduction() {
  if (process.env.NODE_ENV !== 'production' || process.env.DATABASE_URL || process.env.ALLOW_EMBEDDED === '1')
    return;
  throw new LauncherError(
    '正式环境（NODE_ENV=production）须设置 DATABASE_URL 指向单位自己的 PostgreSQL；确实要用内置数据库，请设置 ALLOW_EMBEDDED=1。',
  );
}

const servesPages = () => {
  const at = args.findIndex((argument) => /^--roles(=|$)/.test(argument));
  return at < 0 || (args[at].split('=')[1] ?? args[at + 1] ?? '').includes('api');
};

async function port() {
  const chosen = servesPages() ? await choosePort(process.env.PORT, process.env.HOST) : undefined;
  if (!chosen) return {};
  if (chosen.port !== chosen.wanted) say(`端口 ${chosen.wanted} 已被占用，改用 ${chosen.port}。`);
  return { PORT: String(chosen.port) };
}

async function main() {
  onlyRoles(args);
  refuseProduction();
  await ensureInstalled();
  const [databaseEnv] = await Promise.all([database(), ensureBuilt()]);
  if (!fs.existsSync(inRoot('dist', 'apps', 'server', 'main.js')))
    throw new LauncherError('服务端 apps/server 还没有编译出来，请运行 npm run build 看原因。');
  const env = {
    ...databaseEnv,
    ...(await port()),
    DATA_DIR: dataDirectory(),
    FUHAN_STARTED_AT: String(startedAt),
    // Newer versions of Node keep what they have compiled: the next start is quicker.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRoot('node_modules', '.cache', 'node-compile'),
  };
  if (ending) return;
  running.server = startServer(args, env);
  await end(await running.server.exited);
}

try {
  await main();
} catch (error) {
  if (!ending) {
    report(error);
    await end(1);
  }
}
