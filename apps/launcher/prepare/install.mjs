import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { LauncherError } from '../errors.mjs';
import { withLock } from '../postgres/lock.mjs';
import { withProgress } from './progress.mjs';
import { inRoot } from './project.mjs';
import { runTool } from './tool.mjs';

const stampFile = inRoot('node_modules', '.fuhan-installed');
const hiddenLock = inRoot('node_modules', '.package-lock.json');

/** Installs the packages of the lock file if they are not there, or belong to another lock file or another machine. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(inRoot('.data', 'install.lock'), async () => {
    if (isInstalled()) return;
    if (!matchesLock()) await install();
    fs.writeFileSync(stampFile, wantedStamp());
  });
}

const isInstalled = () => fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wantedStamp();

/** Packages with binaries differ from machine to machine, so a folder that was carried over is installed again. */
function wantedStamp() {
  const digest = createHash('sha256')
    .update(fs.readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return `${digest} ${process.platform}-${process.arch}\n`;
}

/** Whether somebody already ran `npm ci` by hand: npm notes in a hidden lock file what it has put there. */
function matchesLock() {
  if (
    fs.existsSync(stampFile) &&
    !fs.readFileSync(stampFile, 'utf8').endsWith(` ${process.platform}-${process.arch}\n`)
  )
    return false;
  if (!fs.existsSync(hiddenLock)) return false;
  const present = JSON.parse(fs.readFileSync(hiddenLock, 'utf8')).packages;
  const wanted = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted)
    .filter(([place]) => place !== '')
    .every(
      ([place, entry]) =>
        present[place]?.version === entry.version || (!present[place] && mayBeMissing(entry)),
    );
}

/** Of the optional packages only those made for this very system must be there; npm decides about the others by more than the lock says. */
function mayBeMissing({ optional, os, cpu, libc }) {
  const namesThisMachine =
    Boolean(os && cpu) && !libc && os.includes(process.platform) && cpu.includes(process.arch);
  return Boolean(optional) && !namesThisMachine;
}

async function install() {
  const log = inRoot('.data', 'npm-install.log');
  const [command, first] = npmCommand();
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // Cut off half-way, the folder is neither the old nor the new one: nothing in it may say that it is.
  for (const note of [stampFile, hiddenLock]) fs.rmSync(note, { force: true });
  await withProgress('正在安装依赖', async () => {
    const { status, output } = await runTool(command, args, { log, env: { NODE_ENV: 'development' } });
    if (status !== 0) throw failureOf(status, output, log);
  });
}

function failureOf(status, output, log) {
  if (status === -1) {
    return new LauncherError('找不到 npm，依赖没有装上。请安装带 npm 的 Node.js（20.19 或更高版本）后再试。');
  }
  const reason =
    /npm error (.*(?:E[A-Z]{4,}|network|registry).*)/.exec(output)?.[1] ?? `npm ci 退出码 ${status}`;
  const advice = `请检查网络和 npm 源（npm config get registry）后再试；全部输出见 ${log}。`;
  return new LauncherError(`依赖没有装好（${reason}）。${advice}`);
}

/** The npm that started us; else the one on the path. */
function npmCommand() {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.(c?js)$/.test(own) && fs.existsSync(own)) return [process.execPath, [own]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}
