import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  Client,
  createTestDatabase,
  type ServerProcess,
  serverIsUp,
  spawnServer,
  type TestDatabase,
} from '@fuhan/testing';
import { Client as PgClient } from 'pg';

const LEAVE_WITHIN_MS = 5_000;

describe('two of each role, started at once on an empty database', () => {
  let database: TestDatabase;
  let dataDir: string;
  let apis: ServerProcess[];
  let workers: ServerProcess[];

  beforeAll(async () => {
    database = await createTestDatabase({ empty: true });
    dataDir = await mkdtemp(path.join(tmpdir(), 'fuhan-roles-'));
    const env = { DATABASE_URL: database.url, DATA_DIR: dataDir, DEMO: '1', DATABASE_POOL: '4' };
    const started = await Promise.all(
      ['api', 'api', 'worker', 'worker'].map((role) => spawnServer(env, role)),
    );
    [apis, workers] = [started.slice(0, 2), started.slice(2)];
    await Promise.all(apis.map(serverIsUp));
  });
  afterAll(async () => {
    for (const { child } of [...apis, ...workers]) child.kill('SIGKILL');
    await Promise.all([...apis, ...workers].map(({ ended }) => ended));
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const count = async (sql: string): Promise<number> => {
    const client = new PgClient(database.url);
    await client.connect();
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`);
    await client.end();
    return rows[0]?.n ?? -1;
  };

  it('should have laid one foundation and loaded one demo', async () => {
    expect(await count('place_profile')).toBe(1);
    expect(await count(`proposal WHERE number = '135026'`)).toBe(1);
  });

  it('should take a session of one process at the other', async () => {
    const { body } = await new Client(apis[0]?.url ?? '').get<{
      accounts: { account: string; password: string }[];
    }>('/api/demo');
    const password = body.accounts[0]?.password ?? '';
    const response = await fetch(`${apis[0]?.url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'test' },
      body: JSON.stringify({ account: 'jiaoban', password }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await fetch(`${apis[1]?.url}/api/me`, { headers: { cookie } })).status).toBe(200);
  });

  it('should have its messages carried by the workers, each once', async () => {
    for (let tries = 0; tries < 200 && (await count('outbox WHERE dispatched_at IS NULL')) > 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await count('outbox WHERE dispatched_at IS NULL')).toBe(0);
    expect(
      await count('(SELECT source, person_id FROM notice GROUP BY 1, 2 HAVING count(*) > 1) AS doubled'),
    ).toBe(0);
  });

  it('should leave within five seconds when it is told to', async () => {
    const from = Date.now();
    for (const { child } of [...apis, ...workers]) child.kill('SIGTERM');
    const statuses = await Promise.all([...apis, ...workers].map(({ ended }) => ended));
    expect(statuses).toEqual([0, 0, 0, 0]);
    expect(Date.now() - from).toBeLessThan(LEAVE_WITHIN_MS);
  });
});

describe('a wrong setting stops the start with one sentence', () => {
  it.each([
    ['DATABASE_URL', 'postgres://nobody:x@127.0.0.1:9/none', /^DATABASE_URL 指向的数据库用不了.*。$/],
    ['DATABASE_URL', 'mysql://x', /^设置 DATABASE_URL 有误：应写成 postgres:.*。$/],
    ['PORT', 'eighty', /^设置 PORT 有误：.*。$/],
    ['PLACE', '../etc', /^设置 PLACE 有误：.*。$/],
  ])('%s=%s', async (name, value, sentence) => {
    const env = { DATABASE_URL: 'postgres://x@127.0.0.1:9/x', [name]: value };
    const { ended, printed } = await spawnServer(env);
    expect(await ended).toBe(1);
    expect(printed().trim()).toMatch(sentence);
    expect(printed().trim().split('\n')).toHaveLength(1);
  });

  it('should say what to do about a Redis that does not answer', async () => {
    const database = await createTestDatabase();
    const { ended, printed } = await spawnServer({
      DATABASE_URL: database.url,
      REDIS_URL: 'redis://127.0.0.1:9',
    });
    expect(await ended).toBe(1);
    expect(printed().trim()).toBe(
      'REDIS_URL 指向的 Redis 连不上；请核对地址与口令，或去掉 REDIS_URL 改用 PostgreSQL 队列。',
    );
    await database.drop();
  });
});
