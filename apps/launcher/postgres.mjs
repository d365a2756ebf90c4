import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { LauncherError } from './errors.mjs';
import { nativeDirectory } from './postgres/binaries.mjs';
import { chooseIdentity } from './postgres/identity.mjs';
import { withLock } from './postgres/lock.mjs';
import {
  answers,
  canListen,
  existsInAnyState,
  freePort,
  isAlive,
  isPostmaster,
  readPidFile,
  sleep,
  waitForOrphans,
} from './postgres/processes.mjs';
import { startWatchdog } from './postgres/watchdog.mjs';

/** Loopback only, no socket file (its path may have 107 bytes at most), nothing that needs much shared memory or a compiler. */
const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  // No disk with arms to move: a row out of turn costs hardly more than the next one.
  random_page_cost: 1.1,
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  max_parallel_workers_per_gather: 0,
  max_parallel_maintenance_workers: 0,
};

const INITDB = [
  ['-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums'],
].flat();

const LOG_LIMIT = 5 * 1024 * 1024;

/**
 * Starts the PostgreSQL server that npm installed, or adopts the one already running over the same directory.
 * It ends with the last process that uses it, also when that is killed with -9.
 *
 * @param {{dir: string, port?: number, flags?: Record<string, string | number>, log?: (line: string) => void}} options
 *   `dir` keeps data, password, log; `flags` are server settings.
 * @returns {Promise<{url: string, port: number, mode: string, adopted: boolean, dir: string, stop(): Promise<void>, exited: Promise<void>}>}
 *   `exited` resolves when the server is gone although nobody stopped it here.
 */
export async function startEmbedded({ dir, port, flags = {}, log = () => {} }) {
  const native = nativeDirectory();
  const wanted = prepareDirectory(dir);
  const as = chooseIdentity(native, wanted, log);
  let watchdog;
  try {
    return await withLock(path.join(as.dir, 'lock'), async () => {
      watchdog = startWatchdog(as.dir);
      const cluster = { as, dir: as.dir, data: path.join(as.dir, 'data'), password: passwordOf(as), flags };
      await initialize(cluster);
      const running = (await adopt(cluster)) ?? (await start(cluster, port));
      return describe(cluster, running, watchdog);
    });
  } catch (error) {
    await watchdog?.release();
    throw error;
  }
}

function prepareDirectory(dir) {
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o755 });
    fs.accessSync(dir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    return fs.realpathSync(dir);
  } catch (error) {
    throw new LauncherError(
      `数据目录 ${dir} 不能写入。请检查它的权限，或把 DATA_DIR 设到可以写入的目录。`,
      error.message,
    );
  }
}

/** The superuser's password: made once, readable by its owner only. */
function passwordOf(as) {
  const file = path.join(as.dir, 'secret');
  if (!fs.existsSync(file)) {
    fs.writeFileSync(`${file}.new`, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
  }
  as.own(file);
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new LauncherError(
      `读不了 ${file}：数据属于另一个用户。请用原来的用户启动，或把 DATA_DIR 设到别处。`,
      error.message,
    );
  }
}

/** Makes the cluster beside its place and moves it there: an interrupted `initdb` leaves nothing that looks finished. */
async function initialize({ as, dir, data, flags }) {
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) return;
  const half = path.join(dir, 'data.init');
  fs.rmSync(half, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const sync = flags.fsync === 'off' ? ['--no-sync'] : [];
  const args = ['-D', half, '--pwfile', path.join(dir, 'secret'), ...INITDB, ...sync];
  const { status, output } = await run(as.command('initdb', args));
  if (status !== 0)
    throw new LauncherError(`内置数据库没有建成，请检查磁盘空间和目录 ${dir} 的权限。`, output);
  fs.renameSync(half, data);
}

function run([command, args, ids]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...ids,
      env: serverEnvironment(),
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ status: -1, output: error.message }));
    child.on('close', (status) => resolve({ status, output }));
  });
}

/** Messages in English, because some are read here; no PG… setting of the caller. */
function serverEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !/^(PG[A-Z]|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}

/** Takes over a server that runs already; clears away what a dead one has left. */
async function adopt({ data }) {
  const until = Date.now() + 60_000;
  for (let found = readPidFile(data); found; found = readPidFile(data)) {
    if (!isPostmaster(found.pid, data)) {
      await waitForOrphans(data);
      // The server itself would take a stranger of this number for its predecessor, and a dead one that nobody has collected yet as well.
      if (existsInAnyState(found.pid)) fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.ready && (await answers(found.port)))
      return { port: found.port, adopted: true, pid: found.pid };
    if (Date.now() > until) {
      throw new LauncherError(`内置数据库（进程 ${found.pid}）一直没有就绪，请先结束这个进程再启动。`);
    }
    await sleep(50);
  }
  return undefined;
}

async function start(cluster, wantedPort) {
  const remembered = path.join(cluster.dir, 'port');
  let port =
    wantedPort ??
    (fs.existsSync(remembered) ? Number(fs.readFileSync(remembered, 'utf8')) : await freePort());
  for (let attempt = 1; ; attempt += 1) {
    if (!(await canListen(port, '127.0.0.1'))) port = await freePort();
    const { child, output } = await launch(cluster, port);
    if (child) {
      fs.writeFileSync(remembered, String(port));
      return { port, adopted: false, pid: child.pid, child };
    }
    const passing =
      /pre-existing shared memory|another postmaster|could not bind|Address already in use|could not create any TCP/;
    if (attempt === 6 || !passing.test(output)) {
      throw new LauncherError(
        `内置数据库没有启动，原因见 ${path.join(cluster.dir, 'postgres.log')} 的末尾。`,
        output,
      );
    }
    await sleep(200 * attempt);
  }
}

/** One attempt: the running child, or what the server said before it gave up. */
async function launch({ as, dir, data, flags }, port) {
  const file = path.join(dir, 'postgres.log');
  const { size = 0 } = fs.statSync(file, { throwIfNoEntry: false }) ?? {};
  const log = fs.openSync(file, size > LOG_LIMIT ? 'w' : 'a');
  const from = size > LOG_LIMIT ? 0 : size;
  const settings = Object.entries({ ...DEFAULTS, ...flags, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const [command, args, ids] = as.command('postgres', ['-D', data, ...settings]);
  const child = spawn(command, args, {
    ...ids,
    env: serverEnvironment(),
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
  });
  fs.closeSync(log);
  let failed;
  child.on('error', (error) => (failed = error.message));
  child.unref();
  while (failed === undefined && child.exitCode === null && child.signalCode === null) {
    const state = readPidFile(data);
    if (state?.pid === child.pid && state.ready && (await answers(port))) return { child };
    await sleep(15);
  }
  return { output: failed ?? fs.readFileSync(file, 'utf8').slice(from) };
}

function describe({ as, dir, password }, { port, adopted, child, pid }, watchdog) {
  let stopping;
  const gone = child ? new Promise((resolve) => child.once('exit', resolve)) : pollUntilGone(pid);
  const exited = gone.then(() => (stopping ? new Promise(() => {}) : undefined));
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    mode: as.mode,
    adopted,
    dir,
    exited,
    stop: () => (stopping ??= watchdog.release()),
  };
}

/** An adopted server is nobody's child here; looking after it must not keep this process alive. */
function pollUntilGone(pid) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, 1000);
    timer.unref();
  });
}
