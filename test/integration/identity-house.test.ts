import { newId } from '@fuhan/kernel';
import { Client, saveCast, startTestApp, type TestApp } from '@fuhan/testing';

interface UnitView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly offices: readonly { id: string; name: string }[];
}

describe('the house: units, offices, people, duties', () => {
  let app: TestApp;
  let system: Client;
  let security: Client;
  let idOf: (account: string) => Promise<string>;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-03-09T02:00:00Z', prepare: (house) => saveCast(house) });
    system = await new Client(app.url).signIn('system');
    security = await new Client(app.url).signIn('security');
    idOf = async (account) =>
      (await app.house.dataSource.query('SELECT id FROM person WHERE account = $1', [account]))[0].id;
  });
  afterAll(async () => app.close());

  const unitOf = async (code: string): Promise<UnitView> => {
    const unit = (await system.get<UnitView[]>('/api/units')).body.find((each) => each.code === code);
    if (!unit) throw new Error(`no unit ${code}`);
    return unit;
  };
  /** Status and code of a command's answer. */
  const told = async (client: Client, path: string, body: object = {}): Promise<unknown[]> => {
    const { status, body: answer } = await client.post<{ code?: string }>(path, body);
    return [status, answer.code];
  };
  const dutiesOf = async (account: string): Promise<string[]> =>
    (
      await app.house.dataSource.query(
        'SELECT duty FROM person_duty d JOIN person p ON p.id = d.person_id WHERE p.account = $1 ORDER BY 1',
        [account],
      )
    ).map(({ duty }: { duty: string }) => duty);

  describe('a unit', () => {
    it('should keep its old names as aliases when it is renamed', async () => {
      const before = await unitOf('keji');
      await system.done(`/api/units/${before.id}/rename`, {
        name: '中山市科学技术和创新局',
        shortName: '市科创局',
      });
      const after = await unitOf('keji');
      expect(after).toMatchObject({ name: '中山市科学技术和创新局', shortName: '市科创局' });
      expect(after.aliases).toEqual(
        expect.arrayContaining([before.name, before.shortName, ...before.aliases]),
      );
    });

    it('should keep the aliases of every renaming when it gets its first name back', async () => {
      const { id, name, shortName } = await unitOf('minzheng');
      await system.done(`/api/units/${id}/rename`, { name: '中山市民生局', shortName: '市民生局' });
      await system.done(`/api/units/${id}/rename`, { name, shortName });
      expect((await unitOf('minzheng')).aliases).toEqual(
        expect.arrayContaining(['中山市民生局', '市民生局']),
      );
    });

    it('should not take a name that another bears or has borne', async () => {
      const other = await unitOf('gongan');
      const { id } = await unitOf('sifa');
      const names = [other.name, other.shortName, ...other.aliases];
      const answers = await Promise.all(
        names.map((shortName) =>
          told(system, `/api/units/${id}/rename`, { name: '中山市法治局', shortName }),
        ),
      );
      expect(answers).toEqual(names.map(() => [409, 'unit.name-taken']));
    });

    it('should take back a name that it has borne itself', async () => {
      const { id, aliases } = await unitOf('keji');
      const again = aliases[0] ?? '';
      await system.done(`/api/units/${id}/rename`, { name: '中山市科学技术局', shortName: again });
      expect((await unitOf('keji')).shortName).toBe(again);
    });

    it('should be created with its aliases', async () => {
      await system.done('/api/units', {
        code: 'shuju',
        name: '中山市数据局',
        shortName: '市数据局',
        aliases: ['数据局'],
      });
      expect(await unitOf('shuju')).toMatchObject({ shortName: '市数据局', aliases: ['数据局'] });
    });

    it('should not be created under a code that is taken', async () => {
      const body = { code: 'gongxin', name: '中山市另一局', shortName: '市另一局' };
      expect(await told(system, '/api/units', body)).toEqual([409, 'unit.name-taken']);
    });

    it('should not be found when there is none to rename', async () => {
      const body = { name: '中山市无此局', shortName: '市无此局' };
      expect(await told(system, `/api/units/${newId()}/rename`, body)).toEqual([404, 'request.not-found']);
    });

    it('should be created once when two administrators press the button together', async () => {
      const body = { code: 'twins', name: '中山市双生局', shortName: '市双生局' };
      const answers = await Promise.all([told(system, '/api/units', body), told(system, '/api/units', body)]);
      expect(answers.map(([status]) => status).sort()).toEqual([201, 409]);
    });

    it('should get an office, but not two of one name', async () => {
      const { id } = await unitOf('gongxin');
      await system.done(`/api/units/${id}/add-office`, { name: '法规科' });
      expect(await told(system, `/api/units/${id}/add-office`, { name: '法规科' })).toEqual([
        409,
        'unit.name-taken',
      ]);
    });
  });

  describe('a person', () => {
    const newcomer = async (more: object = {}): Promise<object> => ({
      unitId: (await unitOf('gongxin')).id,
      name: '新来的人',
      account: 'newcomer',
      password: 'first-password',
      ...more,
    });

    it('should be created without any duty, and sign in', async () => {
      await system.done('/api/people', await newcomer());
      const client = await new Client(app.url).signIn('newcomer', 'first-password');
      expect((await client.get<{ duties: string[] }>('/api/me')).body.duties).toEqual([]);
    });

    it('should not be created under an account that is taken', async () => {
      expect(await told(system, '/api/people', await newcomer({ account: 'drafter' }))).toEqual([
        409,
        'person.account-taken',
      ]);
    });

    it('should not be created in an office of another unit', async () => {
      const officeId = (await unitOf('gongxin')).offices[0]?.id;
      const body = await newcomer({ account: 'misplaced', unitId: (await unitOf('gongan')).id, officeId });
      expect(await told(system, '/api/people', body)).toEqual([422, 'request.invalid']);
    });

    it('should not be created in a unit that does not exist', async () => {
      const body = await newcomer({ account: 'homeless', unitId: newId() });
      expect(await told(system, '/api/people', body)).toEqual([404, 'request.not-found']);
    });

    it('should not disable itself', async () => {
      expect(await told(system, `/api/people/${await idOf('system')}/disable`)).toEqual([
        409,
        'guard.failed',
      ]);
    });
  });

  describe('duties', () => {
    const set = async (account: string, held: string[], client = security): Promise<unknown[]> =>
      told(client, `/api/people/${await idOf(account)}/set-duties`, { duties: held });

    it('should be what was set, and nothing of before', async () => {
      await set('leader', ['drafter', 'reviewer']);
      const after = await dutiesOf('leader');
      await set('leader', ['leader']);
      expect(after).toEqual(['drafter', 'reviewer']);
    });

    it('should be counted once when one was chosen twice', async () => {
      await set('head', ['head', 'head']);
      expect(await dutiesOf('head')).toEqual(['head']);
    });

    it.each(['system_admin', 'security_admin', 'audit_admin'])(
      'should not join an administrator’s with another: %s',
      async (admin) => {
        expect(await set('clerk', ['clerk', admin])).toEqual([409, 'guard.failed']);
        expect(await dutiesOf('clerk')).toEqual(['clerk']);
      },
    );

    it('should not join two administrators’', async () => {
      expect(await set('clerk', ['system_admin', 'audit_admin'])).toEqual([409, 'guard.failed']);
    });

    it('should make a person an administrator who is nothing else', async () => {
      await set('newcomer', ['audit_admin']);
      expect(await dutiesOf('newcomer')).toEqual(['audit_admin']);
    });

    it('should not be one’s own to set', async () => {
      expect(await set('security', ['drafter'])).toEqual([409, 'guard.failed']);
    });

    it('should not be set when there is no such duty', async () => {
      expect(await set('clerk', ['king'])).toEqual([422, 'request.invalid']);
    });

    it('should not be the system administrator’s to grant', async () => {
      expect(await set('clerk', ['head'], system)).toEqual([403, 'permission.denied']);
    });

    const insert = async (account: string, duty: string): Promise<unknown> =>
      app.house.dataSource.query('INSERT INTO person_duty VALUES ($1, $2)', [await idOf(account), duty]);

    it.each([
      ['system', 'drafter'],
      ['system', 'audit_admin'],
      ['drafter', 'security_admin'],
    ])('should be kept apart by the database itself: %s and %s', async (account, duty) => {
      await expect(insert(account, duty)).rejects.toThrow('administrator duties are exclusive');
    });

    it('should be kept apart by the database when two are granted at the same moment', async () => {
      const id = (
        await system.done('/api/people', {
          unitId: (await unitOf('gongxin')).id,
          name: '同时',
          account: 'moment',
          password: 'first-password',
        })
      ).id;
      const grant = (duty: string): Promise<unknown> =>
        app.house.dataSource.transaction((em) =>
          em.query('INSERT INTO person_duty VALUES ($1, $2)', [id, duty]),
        );
      const outcomes = await Promise.allSettled([grant('system_admin'), grant('drafter')]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('审计日志', () => {
    interface Log {
      readonly items: readonly { seq: number; actorName: string | null; actionLabel: string | null }[];
      readonly total: number;
    }
    const log = async (asked: Record<string, string>): Promise<Log> =>
      (await (await new Client(app.url).signIn('audit')).get<Log>(`/api/audit?${new URLSearchParams(asked)}`))
        .body;

    it.each([
      ['an action, by the word on its button', { q: '单位更名' }, '单位更名'],
      ['an action, by its name', { q: 'unit.rename' }, '单位更名'],
      ['a person, by the account', { q: 'audit' }, '登录'],
    ])('should be found by %s', async (_what, asked, label) => {
      const { items } = await log(asked);
      expect(new Set(items.map((each) => each.actionLabel))).toEqual(new Set([label]));
    });

    it('should stand newest first, each entry once, over its pages', async () => {
      const { total } = await log({ limit: '1' });
      const [first, second] = await Promise.all(
        ['0', '2'].map((offset) => log({ limit: '2', offset, q: 'unit.rename' })),
      );
      const seqs = [...first!.items, ...second!.items].map(({ seq }) => seq);
      expect([seqs.length, total > 4]).toEqual([4, true]);
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a));
    });

    it('should hold nothing of a day on which nothing was done', async () => {
      const { dataSource } = app.house;
      const [{ day }] = await dataSource.query(
        `SELECT (max(at) AT TIME ZONE 'Asia/Shanghai')::date::text AS day FROM audit_log`,
      );
      const [on, before] = [await log({ from: day, to: day }), await log({ to: '2020-01-01' })];
      expect([on.total > 0, before]).toEqual([true, { items: [], total: 0 }]);
    });

    it('should say that its chain is whole', async () => {
      const auditor = await new Client(app.url).signIn('audit');
      const { body } = await auditor.get<{ firstBad: number | null; entries: number }>('/api/audit/check');
      expect([body.firstBad, body.entries > 4]).toEqual([null, true]);
    });

    it.each(['/api/audit', '/api/audit/check', '/api/audit.xlsx'])(
      'should be for the audit administrator alone: %s',
      async (path) => {
        const asked = ['system', 'security', 'coordinator'].map(
          async (account) => (await (await new Client(app.url).signIn(account)).get(path)).status,
        );
        expect(await Promise.all(asked)).toEqual([403, 403, 403]);
      },
    );
  });
});
