import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { LauncherError } from '../errors.mjs';

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const hasProc = fs.existsSync('/proc/self/stat');

/** Whether the system still knows this pid, if only as a dead process that waits to be collected. */
export function existsInAnyState(pid) {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether this pid is a running process; one that has died and waits to be collected is not. */
export function isAlive(pid) {
  if (!existsInAnyState(pid)) return false;
  if (!hasProc) return !/^Z/.test(ps(pid, 'stat='));
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const state = stat.slice(stat.lastIndexOf(')') + 2).charAt(0);
    return state !== 'Z' && state !== 'X';
  } catch {
    return false;
  }
}

const ps = (pid, columns) => String(spawnSync('ps', ['-o', columns, '-p', String(pid)]).stdout ?? '').trim();

/** The command line of a process, '' when there is none. */
export function commandOf(pid) {
  if (!hasProc) return ps(pid, 'args=');
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** What postmaster.pid says: pid, port, and whether the server calls itself ready. `undefined` when there is no such file. */
export function readPidFile(data) {
  let lines;
  try {
    lines = fs.readFileSync(`${data}/postmaster.pid`, 'utf8').split('\n');
  } catch {
    return undefined;
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' };
}

/** Whether this pid is the postmaster of exactly this data directory: a number in a file may by now belong to anybody. */
export function isPostmaster(pid, data) {
  const command = commandOf(pid);
  return isAlive(pid) && /postgres/.test(command) && command.includes(data);
}

/**
 * Waits until the backends of a killed postmaster have left the data directory: they still hold its shared memory.
 * They notice the death of their parent by themselves, within a second. Only Linux can be asked; elsewhere the server's own check remains.
 */
export async function waitForOrphans(data, timeoutMs = 30_000) {
  if (!hasProc) return;
  const until = Date.now() + timeoutMs;
  while (hasBackends(data)) {
    if (Date.now() > until)
      throw new LauncherError(
        `上次运行留下的数据库进程一直没有结束，仍占用 ${data}。请先结束这些 postgres 进程再启动。`,
      );
    await sleep(50);
  }
}

function hasBackends(data) {
  return fs.readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid) || !isAlive(Number(pid))) return false;
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === data && /postgres/.test(commandOf(Number(pid)));
    } catch {
      return false;
    }
  });
}

/** Whether somebody accepts connections on this local port. */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 1500 });
    const end = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });
}

/** Whether a server could listen on this port of the given address. */
export function canListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port nobody uses at the moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
