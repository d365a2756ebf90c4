import { type ServerProcess, serverIsUp, spawnServer } from '@fuhan/testing';
import { pause } from './house-time';

const RESTART_AFTER_MS = 300;
const KEPT_LINES = 200;

export type Role = 'api' | 'worker';

/** One process of the built program, started again whenever it ends, as a service manager does. */
export class Supervised {
  private running: ServerProcess | undefined;
  private stopped = false;
  private keeping: Promise<void> = Promise.resolve();
  /** The last lines of what its processes have printed. */
  readonly printed: string[] = [];
  starts = 0;

  private constructor(
    readonly role: Role,
    private env: Readonly<Record<string, string>>,
  ) {}

  /** Starts it and waits, where it is an api, until it answers. */
  static async start(role: Role, env: Readonly<Record<string, string>>): Promise<Supervised> {
    const process = new Supervised(role, env);
    const first = await process.spawn();
    if (role === 'api') await serverIsUp(first);
    process.keeping = process.keep(first);
    return process;
  }

  get url(): string {
    return this.running?.url ?? '';
  }

  private async spawn(): Promise<ServerProcess> {
    const server = await spawnServer(this.env, this.role);
    this.starts++;
    // Its address stays the same over its starts.
    this.env = { PORT: new URL(server.url).port, ...this.env };
    this.running = { ...server, url: `http://127.0.0.1:${this.env['PORT']}` };
    return this.running;
  }

  private async keep(first: ServerProcess): Promise<void> {
    for (let server = first; ; server = await this.spawn()) {
      const status = await server.ended;
      this.printed.push(
        ...server.printed().trim().split('\n'),
        `(${this.role} ended: ${status ?? 'killed'})`,
      );
      this.printed.splice(0, this.printed.length - KEPT_LINES);
      if (this.stopped) return;
      await pause(RESTART_AFTER_MS);
      if (this.stopped) return;
    }
  }

  kill(): void {
    this.running?.child.kill('SIGKILL');
  }

  /** Lets it leave in order. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.running?.child.kill('SIGTERM');
    await this.keeping;
  }
}
