import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { inRoot, quietNode } from '../prepare/project.mjs';

const GRACE_MS = 3000;

/**
 * Starts the server program as a child whose output is ours.
 *
 * @returns {{exited: Promise<number>, stop(): Promise<number>, kill(): void}} the exit status; 128 + n after signal n.
 */
export function startServer(args, env) {
  const preload = new URL('./end-with-parent.mjs', import.meta.url).href;
  const program = inRoot('dist', 'apps', 'server', 'main.js');
  const child = spawn(process.execPath, [...quietNode, `--import=${preload}`, program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Its own group: a Ctrl-C of the terminal comes to us alone, and we end things in their order.
    detached: true,
  });
  const exited = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
  const kill = () => void child.kill('SIGKILL');
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(kill, GRACE_MS);
    const status = await exited;
    clearTimeout(timer);
    return status;
  };
  return { exited, stop, kill };
}
