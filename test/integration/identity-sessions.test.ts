import { hashPassword, passwordMatches } from '@fuhan/identity';
import { Client, PASSWORD, saveCast, startTestApp, type TestApp } from '@fuhan/testing';

const begin = '2026-03-09T02:00:00Z';
const MINUTE = 60_000;

describe('sign-in and sessions', () => {
  let app: TestApp;
  const later = (minutes: number): void =>
    app.clock.moveTo(new Date(app.clock.now().getTime() + minutes * MINUTE));
  const knock = (account: string, password: string) =>
    new Client(app.url).post<{ code: string }>('/api/session', { account, password });
  const knows = async (client: Client): Promise<boolean> => (await client.get('/api/me')).status === 200;

  beforeAll(async () => {
    app = await startTestApp({ at: begin, prepare: (house) => saveCast(house) });
  });
  beforeEach(async () => {
    app.clock.moveTo(new Date(begin));
    await app.house.dataSource.query('UPDATE person SET disabled_at = NULL');
    await app.house.dataSource.query('DELETE FROM login_failure');
  });
  afterAll(async () => app.close());

  it('should let in who knows the password', async () => {
    const client = await new Client(app.url).signIn('drafter');
    const { body } = await client.get<{ account: string; duties: string[] }>('/api/me');
    expect([body.account, body.duties]).toEqual(['drafter', ['drafter']]);
  });

  it('should give a cookie that no script can read and no other site can send', async () => {
    const { headers } = await knock('drafter', PASSWORD);
    expect(headers.getSetCookie()[0]).toMatch(/^fuhan_session=[\w-]{43}; .*Path=\/.*HttpOnly; SameSite=Lax$/);
  });

  it('should store a digest of the token, not the token', async () => {
    const { headers } = await knock('drafter', PASSWORD);
    const token = /fuhan_session=([\w-]+)/.exec(headers.getSetCookie()[0] ?? '')?.[1];
    const rows = await app.house.dataSource.query('SELECT 1 FROM login_session WHERE token_hash = $1', [
      token,
    ]);
    expect([token?.length, rows]).toEqual([43, []]);
  });

  it('should answer a wrong password and an unknown account with the same words', async () => {
    const wrong = await knock('drafter', 'not the password');
    const unknown = await knock('nobody-at-all', 'not the password');
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
    expect(wrong.status).toBe(401);
  });

  it('should not tell by the time it takes whether an account exists', async () => {
    const stored = await hashPassword(PASSWORD);
    const timed = async (hash: string | null): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 7; i++) {
        const start = performance.now();
        await passwordMatches(hash, 'not the password');
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    await passwordMatches(null, 'warming up');
    const [known, unknown] = [await timed(stored), await timed(null)];
    // The hash dominates both; without it the unknown account would be answered hundreds of times faster.
    expect(unknown).toBeGreaterThan(known / 20);
  });

  it('should answer a disabled account like an unknown one', async () => {
    await app.house.dataSource.query(`UPDATE person SET disabled_at = now() WHERE account = 'leader'`);
    const { status, body } = await knock('leader', PASSWORD);
    expect([status, body.code]).toEqual([401, 'session.wrong-credentials']);
  });

  it.each([
    ['no account', { password: PASSWORD }],
    ['an empty password', { account: 'drafter', password: '' }],
    ['an account that is a list', { account: ['drafter'], password: PASSWORD }],
    ['an endless password', { account: 'drafter', password: 'x'.repeat(201) }],
    ['a NUL in the account', { account: 'draf\u0000ter', password: PASSWORD }],
  ])('should be refused as badly filled in with %s', async (_what, body) => {
    expect((await new Client(app.url).post('/api/session', body)).status).toBe(422);
  });

  describe('after wrong passwords', () => {
    const fail = async (times: number): Promise<void> => {
      for (let i = 0; i < times; i++) await knock('clerk', `wrong ${i}`);
    };

    it('should still let in after four', async () => {
      await fail(4);
      expect((await knock('clerk', PASSWORD)).status).toBe(200);
    });

    it('should be locked after five, for the right password too', async () => {
      await fail(5);
      const { status, body } = await knock('clerk', PASSWORD);
      expect([status, body.code]).toEqual([429, 'session.locked']);
    });

    it('should be open again after a quarter of an hour', async () => {
      await fail(5);
      later(16);
      expect((await knock('clerk', PASSWORD)).status).toBe(200);
    });

    it('should count from the beginning when one was right in between', async () => {
      await fail(4);
      await knock('clerk', PASSWORD);
      await fail(4);
      expect((await knock('clerk', PASSWORD)).status).toBe(200);
    });

    it('should lock an account that does not exist like one that does', async () => {
      for (let i = 0; i < 5; i++) await knock('nobody-at-all', 'not the password');
      const { status, body } = await knock('nobody-at-all', 'not the password');
      expect([status, body.code]).toEqual([429, 'session.locked']);
    });

    it('should lock one account and no other', async () => {
      await fail(5);
      expect((await knock('head', PASSWORD)).status).toBe(200);
    });

    it('should leave an audit entry for each that was refused', async () => {
      const refused = async (): Promise<number> =>
        (
          await app.house.dataSource.query(
            `SELECT count(*)::int AS n FROM audit_log WHERE action = 'session.refused'`,
          )
        )[0].n;
      const before = await refused();
      await fail(2);
      expect((await refused()) - before).toBe(2);
    });

    it('should count every one of those that come at once', async () => {
      await Promise.all(Array.from({ length: 5 }, (_, i) => knock('clerk', `wrong ${i}`)));
      expect((await knock('clerk', PASSWORD)).status).toBe(429);
    });
  });

  describe('a session', () => {
    let client: Client;
    beforeEach(async () => {
      client = await new Client(app.url).signIn('reviewer');
    });

    it('should live while it is used', async () => {
      for (let i = 0; i < 3; i++) {
        later(29);
        expect(await knows(client)).toBe(true);
      }
    });

    it('should end after half an hour without a request', async () => {
      later(31);
      expect(await knows(client)).toBe(false);
    });

    it('should end after ten hours however busy', async () => {
      for (let i = 0; i < 21; i++) {
        later(29);
        if (!(await knows(client))) break;
      }
      const hours = (app.clock.now().getTime() - Date.parse(begin)) / (60 * MINUTE);
      expect([hours > 10, hours < 10.5]).toEqual([true, true]);
    });

    it('should end with the sign-out', async () => {
      await client.send('DELETE', '/api/session');
      expect(await knows(client)).toBe(false);
    });

    it('should be ended on the server, not only in the browser', async () => {
      const count = async (): Promise<number> =>
        (await app.house.dataSource.query('SELECT count(*)::int AS n FROM login_session'))[0].n;
      const before = await count();
      await client.send('DELETE', '/api/session');
      expect(before - (await count())).toBe(1);
    });

    it('should leave the other sessions of the same person when one signs out', async () => {
      const other = await new Client(app.url).signIn('reviewer');
      await client.send('DELETE', '/api/session');
      expect(await knows(other)).toBe(true);
    });

    it('should end at once when its person is disabled', async () => {
      const [{ id }] = await app.house.dataSource.query(`SELECT id FROM person WHERE account = 'reviewer'`);
      await (await new Client(app.url).signIn('system')).done(`/api/people/${id}/disable`);
      expect(await knows(client)).toBe(false);
    });

    it('should see a duty that was taken away at the very next request', async () => {
      const [{ id }] = await app.house.dataSource.query(`SELECT id FROM person WHERE account = 'reviewer'`);
      const security = await new Client(app.url).signIn('security');
      await security.done(`/api/people/${id}/set-duties`, { duties: [] });
      const { body } = await client.get<{ duties: string[] }>('/api/me');
      await security.done(`/api/people/${id}/set-duties`, { duties: ['reviewer'] });
      expect(body.duties).toEqual([]);
    });
  });

  it.each(['x', '%%%', 'a'.repeat(5000), '; ; ='])(
    'should take a made-up cookie for none: %#',
    async (cookie) => {
      const response = await fetch(`${app.url}/api/me`, { headers: { Cookie: `fuhan_session=${cookie}` } });
      expect(response.status).toBe(401);
    },
  );

  it.each([
    ['POST', '/api/session'],
    ['DELETE', '/api/session'],
    ['POST', '/api/proposals'],
    ['POST', '/api/files'],
  ])('should refuse a write that does not come from our page: %s %s', async (method, path) => {
    const response = await fetch(`${app.url}${path}`, { method });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      403,
      'request.foreign-origin',
    ]);
  });

  it('should answer a sign-out without a session as done', async () => {
    expect((await new Client(app.url).send('DELETE', '/api/session')).status).toBe(204);
  });
});
