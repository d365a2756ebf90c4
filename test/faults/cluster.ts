import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '@fuhan/platform';
import { Client } from 'pg';

const HOLD = join(findProjectRoot(), 'apps', 'launcher', 'hold-database.mjs');

/** An embedded PostgreSQL of one's own, with nothing of its safety turned off, that can be killed and comes back at the same place. */
export class Cluster {
  private holder: ChildProcess | undefined;
  private data = '';
  url = '';

  private constructor(private readonly dir: string) {}

  static async open(dir: string): Promise<Cluster> {
    const cluster = new Cluster(dir);
    await cluster.start();
    const client = new Client(cluster.url);
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    cluster.data = rows[0]?.data_directory ?? '';
    await client.end();
    return cluster;
  }

  private async start(): Promise<void> {
    const holder = spawn(process.execPath, [HOLD, this.dir, 'max_connections=200'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    });
    this.holder = holder;
    let line = '';
    for await (const chunk of holder.stdout) {
      line += String(chunk);
      if (line.includes('\n')) break;
    }
    if (line === '') throw new Error('the embedded PostgreSQL did not start');
    this.url = (JSON.parse(line) as { url: string }).url;
  }

  private async release(): Promise<void> {
    const { holder } = this;
    if (!holder || holder.exitCode !== null) return;
    const gone = new Promise((done) => holder.once('exit', done));
    holder.stdin?.end();
    await gone;
  }

  /** kill −9 of the server, and its start a moment later. */
  async killAndRestart(downMs: number): Promise<void> {
    process.kill(Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await this.release();
    await new Promise((done) => setTimeout(done, downMs));
    await this.start();
  }

  close = (): Promise<void> => this.release();
}
