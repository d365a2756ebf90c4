import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';

export const ROOT = resolve(__dirname, '..', '..');

/** A folder whose name has a space and Chinese in it, as people's folders do. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'fuhan 提案-'));

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Asks again and again until it is so; false when it did not become so in time. */
export async function becomes(
  question: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (!(await question())) {
    if (Date.now() > until) return false;
    await sleep(25);
  }
  return true;
}

/** The processes (not zombies) whose command line names this folder. */
export function processesOver(folder: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,stat=,args='], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  }).split('\n');
  return lines
    .map((line) => /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && match[3]?.includes(folder) && !match[2]?.startsWith('Z'))
    .map((match) => Number(match?.[1]));
}

export interface Held {
  readonly url: string;
  readonly port: number;
  readonly mode: string;
  readonly adopted: boolean;
  readonly child: ChildProcess;
  readonly errors: () => string;
}

/** Starts an embedded database in a process of its own, which keeps it until its input ends. */
export async function hold(
  dir: string,
  options: SpawnOptions = {},
  settings: readonly string[] = [],
): Promise<Held> {
  const program = join(ROOT, 'apps/launcher/hold-database.mjs');
  const child = spawn(process.execPath, [program, dir, ...settings], {
    ...options,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  await becomes(() => output.includes('\n') || child.exitCode !== null, 30_000);
  if (!output.includes('\n')) throw new Error(`no database: ${errors}`);
  return {
    ...(JSON.parse(output) as Pick<Held, 'url' | 'port' | 'mode' | 'adopted'>),
    child,
    errors: () => errors,
  };
}

/** Lets go of a database, and waits until its process has ended. */
export async function release(held: Held): Promise<void> {
  const exited = exitOf(held.child);
  held.child.stdin?.end();
  await exited;
}

export const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((done) => child.once('exit', (code) => done(code)));

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

export const postmasterOf = (dir: string): number =>
  Number(readFileSync(join(dir, 'data/postmaster.pid'), 'utf8').split('\n')[0]);

/** Ends with -9 only what works over this folder. */
export function killAllOver(folder: string): void {
  for (const pid of processesOver(folder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in between.
    }
  }
}
