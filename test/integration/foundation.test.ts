import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { NumberCounter, NumberSeries } from '@fuhan/casework';
import { Person, PersonDuty, Unit } from '@fuhan/identity';
import { PlaceProfileVersion, Profiles } from '@fuhan/platform';
import { Client, startTestApp, type TestApp } from '@fuhan/testing';
import { administratorsFile, appointAdministrators } from '../../apps/server/administrators';
import { layFoundation } from '../../apps/server/foundation';
import type { House } from '../../apps/server/house';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ at: '2026-03-02T09:00:00+08:00' });
});
afterAll(async () => app.close());

const em = () => app.house.dataSource.manager;
/** The same house as one that is in real use sees itself. */
const real = (change: object = {}): House =>
  Object.assign(Object.create(app.house) as House, {
    settings: { ...app.house.settings, NODE_ENV: 'production', DEMO: false, ...change },
  });

describe('the foundation of an empty house', () => {
  it('should have the units of the place', async () => {
    const { units } = await app.house.profiles.current(em());
    expect(await em().count(Unit)).toBe(units.length);
  });

  it('should have a counter of this year for each number series, none of them used', async () => {
    const { series } = await app.house.profiles.current(em());
    const counters = await em().find(NumberCounter);
    expect(counters.map(({ year, last }) => [year, last])).toEqual(series.map(() => [2026, null]));
  });

  it('should appoint nobody in a test', async () => {
    expect(await em().count(Person)).toBe(0);
  });

  it('should be the same when it is laid again', async () => {
    const before = [
      await em().count(Unit),
      await em().count(NumberSeries),
      await em().count(PlaceProfileVersion),
    ];
    await layFoundation(app.house);
    const after = [
      await em().count(Unit),
      await em().count(NumberSeries),
      await em().count(PlaceProfileVersion),
    ];
    expect(after).toEqual(before);
  });

  it('should leave a unit under the name that it has been given since', async () => {
    await em().update(Unit, { code: 'gongxin' }, { name: '市工业信息化新局' });
    await layFoundation(app.house);
    expect((await em().findOneByOrFail(Unit, { code: 'gongxin' })).name).toBe('市工业信息化新局');
  });

  it('should be laid once when several processes start together', async () => {
    const { length } = await em().find(Unit);
    await Promise.all([layFoundation(app.house), layFoundation(app.house), layFoundation(app.house)]);
    expect(await em().count(Unit)).toBe(length);
  });
});

describe('the versions of a place’s profile', () => {
  const first = () => em().findOneByOrFail(PlaceProfileVersion, { place: 'zhongshan', version: 1 });
  const second = async () => {
    const { files, digest } = await first();
    const changed = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, text.replaceAll('中山市', '云陵市')]),
    );
    await em().insert(PlaceProfileVersion, {
      ...{
        place: 'zhongshan',
        version: 2,
        digest: `${digest.slice(1)}0`,
        files: changed,
        createdAt: new Date(),
      },
    });
  };
  afterEach(() => em().delete(PlaceProfileVersion, { version: 2 }));

  it('should not be overwritten by the shipped files at the next start', async () => {
    const { files } = await first();
    const [name = ''] = Object.keys(files);
    const own = { ...files, [name]: `${files[name]}# 本单位改过\n` };
    await em().update(PlaceProfileVersion, { version: 1 }, { files: own });
    await layFoundation(app.house);
    expect((await first()).files[name]).toContain('# 本单位改过');
  });

  it('should give a new case the newest', async () => {
    await second();
    expect((await new Profiles('zhongshan').current(em())).version).toBe(2);
  });

  it('should give a case the one that it began under, though a newer is there', async () => {
    await second();
    expect((await new Profiles('zhongshan').version(em(), 1)).name).toContain('中山');
  });

  it('should be seen by a process that runs already', async () => {
    const profiles = new Profiles('zhongshan');
    await profiles.current(em());
    await second();
    expect((await profiles.current(em())).name).toContain('云陵');
  });

  it('should be read once for each version', async () => {
    const profiles = new Profiles('zhongshan');
    expect(await profiles.version(em(), 1)).toBe(await profiles.version(em(), 1));
  });

  it('should fail loudly when a version is not there', async () => {
    await expect(new Profiles('zhongshan').version(em(), 9)).rejects.toThrow('PlaceProfileVersion');
  });

  it('should name the setting when the place has none', async () => {
    await expect(new Profiles('nowhere').current(em())).rejects.toMatchObject({
      code: 'config.invalid',
      message: expect.stringContaining('PLACE'),
    });
  });

  it('should name the folder when no such place is shipped', async () => {
    await expect(new Profiles('nowhere').seed(em(), new Date())).rejects.toMatchObject({
      code: 'profile.unreadable',
      message: expect.stringContaining('nowhere'),
    });
  });
});

describe('the first administrators of a real house', () => {
  const file = () => administratorsFile(app.house);
  const passwords = (): [string, string][] =>
    [...readFileSync(file(), 'utf8').matchAll(/账号 (\w+)，初始口令 (\S+)/g)].map(([, account, password]) => [
      account ?? '',
      password ?? '',
    ]);

  beforeAll(() => layFoundation(real()));

  it('should be three', async () => {
    expect((await em().find(Person, { order: { account: 'ASC' } })).map(({ account }) => account)).toEqual([
      'anquan',
      'shenji',
      'xitong',
    ]);
  });

  it('should each have one of the duties that must not be joined', async () => {
    const rows = await em().find(PersonDuty, { order: { duty: 'ASC' } });
    expect(rows.map(({ duty }) => duty)).toEqual(['audit_admin', 'security_admin', 'system_admin']);
  });

  it('should have their passwords in a file that its owner alone reads', () => {
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('should each have a password of its own, of 96 bits', () => {
    const decoded = passwords().map(([, password]) => Buffer.from(password, 'base64url').toString('hex'));
    expect(new Set(decoded.filter((hex) => hex.length === 24)).size).toBe(3);
  });

  it('should not have their passwords in the database', async () => {
    const rows = JSON.stringify(await app.house.dataSource.query('SELECT * FROM person'));
    expect(passwords().filter(([, password]) => rows.includes(password))).toEqual([]);
  });

  it('should sign in with what the file says', async () => {
    const signedIn = await Promise.all(
      passwords().map(async ([account, password]) =>
        (await new Client(app.url).signIn(account, password)).get('/api/me'),
      ),
    );
    expect(signedIn.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('should be able to make the first person', async () => {
    const [, password = ''] = passwords().find(([account]) => account === 'xitong') ?? [];
    const { body } = await (
      await new Client(app.url).signIn('xitong', password)
    ).get<{ actions: { command: string }[] }>('/api/me');
    expect(body.actions.map(({ command }) => command)).toContain('person.create');
  });

  it('should not be made again at the second start', async () => {
    const before = readFileSync(file(), 'utf8');
    await layFoundation(real());
    expect([await em().count(Person), readFileSync(file(), 'utf8')]).toEqual([3, before]);
  });

  it('should not get new passwords when the file was handed over and deleted', async () => {
    rmSync(file());
    await appointAdministrators(real(), em());
    expect(existsSync(file())).toBe(false);
  });

  it('should not be made in a house that shows the demo', async () => {
    await em().query('TRUNCATE person CASCADE');
    await layFoundation(real({ DEMO: true }));
    expect(await em().count(Person)).toBe(0);
  });
});
