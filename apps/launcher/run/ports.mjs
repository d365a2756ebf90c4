import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LauncherError } from '../errors.mjs';
import { answers, canListen, isAlive } from '../postgres/processes.mjs';

const DEFAULT_PORT = 3000;
const TRIES = 200;

/**
 * Chooses the port of the pages: the wanted one, else the next free one. The choice is noted in a folder all clones of this user share,
 * because between looking at a port and listening on it the program needs seconds, and two clones may start at once.
 *
 * @returns {Promise<{port: number, wanted: number} | undefined>} nothing when PORT is no port: the server program says what is wrong with it.
 */
export async function choosePort(setting, host) {
  const wanted = setting ? Number(setting) : DEFAULT_PORT;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) return undefined;
  for (let port = wanted; port < wanted + TRIES && port <= 65535; port += 1) {
    if ((await isFree(port, host)) && claim(port)) return { port, wanted };
  }
  throw new LauncherError(`从 ${wanted} 起的 ${TRIES} 个端口都被占用。请把 PORT 设成一个空闲的端口。`);
}

/** Asked in three ways: some systems let one program listen on all addresses beside another that listens on one. */
const isFree = async (port, host) =>
  (await canListen(port, host || '127.0.0.1')) &&
  (await canListen(port, undefined)) &&
  !(await answers(port));

function claim(port) {
  const folder = path.join(os.tmpdir(), `fuhan-ports-${process.getuid?.() ?? 'user'}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, String(port));
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      process.on('exit', () => fs.rmSync(file, { force: true }));
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAlive(Number(fs.readFileSync(file, 'utf8')))) return false;
      fs.rmSync(file, { force: true });
    }
  }
  return false;
}
