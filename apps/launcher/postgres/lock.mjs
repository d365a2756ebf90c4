import fs from 'node:fs';
import path from 'node:path';
import { isAlive, sleep } from './processes.mjs';

/**
 * Runs `work` while holding a lock directory. A directory, because `mkdir` is atomic for a shell script too: the watchdog takes the same one.
 * A lock whose holder has died is taken over.
 */
export async function withLock(lock, work, { onWait } = {}) {
  let waited = false;
  while (!take(lock)) {
    if (isStale(lock)) {
      fs.rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!waited) onWait?.();
    waited = true;
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  try {
    fs.mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  fs.writeFileSync(path.join(lock, 'pid'), String(process.pid));
  return true;
}

function isStale(lock) {
  const made = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  let holder = '';
  try {
    holder = fs.readFileSync(path.join(lock, 'pid'), 'utf8').trim();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  // Between making the directory and writing the pid lies a moment, so an empty one gets a few seconds.
  return holder === '' ? Date.now() - made > 5000 : !isAlive(Number(holder));
}
