import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { LauncherError } from './errors.mjs';
import { guarded } from './guarded.mjs';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import path from 'node:path';
import { startEmbedded } from './postgres.mjs';
import { dataDirectory, inRoot, quietNode } from './prepare/project.mjs';

/** Commands that work on the house's database: where no other is named, on the embedded one, which is adopted or started. */
const ofTheHouse = new Set(['audit', 'calendar', 'files', 'import']);

async function houseDatabase(args) {
  if (!ofTheHouse.has(args[0]) || args.includes('--help') || process.env.DATABASE_URL) return undefined;
  return startEmbedded({ dir: path.join(dataDirectory(), 'postgres') });
}

/** `npm run -s fuhan -- …`: the command line, compiled when needed. Files are named relative to where the person stands, not to the project. */
await guarded(async () => {
  await ensureInstalled();
  await ensureBuilt({ only: 'server' });
  const program = inRoot('dist', 'apps', 'cli', 'main.js');
  if (!fs.existsSync(program))
    throw new LauncherError('命令行程序 apps/cli 还没有编译出来，请先运行 npm run build 看原因。');
  const cwd =
    process.env.npm_lifecycle_event === 'fuhan' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
  const args = process.argv.slice(2);
  const database = await houseDatabase(args);
  const env = database
    ? { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDirectory() }
    : process.env;
  const child = spawn(process.execPath, [...quietNode, program, ...args], { stdio: 'inherit', cwd, env });
  // A Ctrl-C reaches the child by itself; we stay to hand on its status.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
  await database?.stop();
  process.exit(status);
});
