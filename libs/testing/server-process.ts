import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { findProjectRoot } from '@fuhan/platform';
import { freePort } from './redis';

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** The exit status, once it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Everything it has printed so far, both streams. */
  readonly printed: () => string;
}

/** The built program as a process of its own. `ended` tells when it is gone. */
export async function spawnServer(
  env: Readonly<Record<string, string>>,
  roles = 'api,worker',
): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [path.join(findProjectRoot(), 'dist/apps/server/main.js'), '--roles', roles],
    {
      env: { ...process.env, NODE_ENV: 'test', REDIS_URL: '', PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (text += bytes.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, url: `http://127.0.0.1:${port}`, ended, printed: () => text };
}

/** Waits until its pages answer. @throws Error when it ends or does not come up within 30 s */
export async function serverIsUp({ child, url, printed }: ServerProcess): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    if ((await fetch(`${url}/api/health`).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server did not come up: ${printed()}`);
}
