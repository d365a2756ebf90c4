import { Client as Session } from 'pg';
import { Client, serverIsUp, spawnServer } from '@fuhan/testing';
import { startWorld, type World } from './casework-world';
import { changed, fingerprint } from './killed/fingerprint';
import { Knife } from './killed/knife';
import { press, type Standing, standingCommands } from './killed/standing-commands';

/**
 * Every command that writes many rows is killed and leaves nothing half done.
 * With a real `kill -9`: one process runs all of them at once; each has written all its rows and waits for the head of the audit log, the last
 * thing before its commit, when the process dies. Between the single statements of a command its database session is ended instead
 * (`pg_terminate_backend` before each write and before the commit): to the database that is what the death of the process is, and it takes
 * milliseconds. Issuing a letter has a test of its own, with a process killed at moments of chance (`issue-killed.test.ts`).
 */
describe('a command that is killed', () => {
  let world: World;
  let commands: Standing[];

  beforeAll(async () => {
    world = await startWorld();
    commands = await standingCommands(world);
  }, 120_000);
  afterAll(() => world.app.close());

  it('should leave nothing of any command when its process is killed before the commit', async () => {
    const { dataSource, settings } = world.app.house;
    const { DATABASE_URL, DATA_DIR } = settings;
    const server = await spawnServer(
      { DATABASE_URL, DATA_DIR, DATABASE_POOL: String(commands.length + 4) },
      'api',
    );
    await serverIsUp(server);
    const clients: Client[] = [];
    for (const { account } of commands) clients.push(await new Client(server.url).signIn(account));
    const before = await fingerprint(dataSource);
    const holder = new Session({ connectionString: DATABASE_URL });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM audit_head FOR UPDATE');
    const refused: string[] = [];
    const pressing = Promise.allSettled(
      commands.map(async ({ name, path, input }, i) => {
        const answer = await clients[i]?.post<unknown>(path, input);
        refused.push(`${name}: ${JSON.stringify(answer?.body)}`);
      }),
    );
    const sessions = async (condition: string): Promise<number[]> => {
      const rows: { pid: number }[] = await dataSource.query(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND ${condition}`,
      );
      return rows.map(({ pid }) => pid);
    };
    const waiting = () => sessions(`wait_event_type = 'Lock' AND query LIKE 'SELECT audit_append%'`);
    for (let tries = 0; tries < 1_000 && (await waiting()).length + refused.length < commands.length; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const pids = await waiting();
    expect(refused).toEqual([]);
    server.child.kill('SIGKILL');
    await Promise.all([server.ended, pressing]);
    await holder.query('COMMIT');
    while ((await sessions(`pid = ANY('{${pids.join(',')}}')`)).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await holder.end();
    expect(pids).toHaveLength(commands.length);
    expect(changed(before, await fingerprint(dataSource))).toEqual([]);
  }, 120_000);

  it('should leave nothing when its session ends before any of its statements, and be done when it is sent again', async () => {
    const { dataSource, settings } = world.app.house;
    const knife = await Knife.open(settings.DATABASE_URL);
    const told: string[] = [];
    const cuts = new Map<string, number>();
    try {
      for (const command of commands) {
        const before = await fingerprint(dataSource);
        for (let n = 1; n < 200; n++) {
          const { statement, error } = await knife.cut(n, () => press(world, command));
          const differs = changed(before, await fingerprint(dataSource));
          const where = `${command.name} before its write ${n} (${statement ?? 'none'})`;
          if (statement === null) {
            if (error !== null || !differs.includes('audit_log'))
              told.push(`${command.name} was not done: ${String(error)}`);
            cuts.set(command.name, n - 1);
            break;
          }
          const code = (error as { code?: string } | null)?.code;
          if (code !== 'service.unavailable') told.push(`${where} said ${String(code ?? error)}`);
          if (differs.length > 0) told.push(`${where} left something in ${differs.join(', ')}`);
        }
      }
    } finally {
      await knife.close();
    }
    expect(told).toEqual([]);
    // Each was cut in several places, else this would tell nothing.
    expect([...cuts].filter(([, n]) => n < 4)).toEqual([]);
    expect(cuts.size).toBe(commands.length);
  }, 240_000);
});
