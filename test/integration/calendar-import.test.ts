import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CalendarYear } from '@fuhan/rules';
import { Client, saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import { main } from '../../apps/cli/main';
import { refusal } from './casework-world';
import { notice2027 } from './notice-2027';

let app: TestApp;
let system: Client;
beforeAll(async () => {
  app = await startTestApp({ at: '2026-11-02T02:00:00Z', prepare: (house) => saveCast(house) });
  system = await new Client(app.url).signIn('system');
});
afterAll(async () => app.close());

const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  app.house.dataSource.query(text, values);
const isWorkingDay = async (date: string) =>
  (await app.house.workingDays.current(app.house.dataSource.manager)).isWorkingDay(date);
/** Everything a refused change must leave alone. */
const everything = () =>
  sql(
    `SELECT (SELECT revision FROM calendar_state), (SELECT count(*) FROM calendar_day), (SELECT md5(string_agg(y::text, '')) FROM calendar_year y),
     (SELECT count(*) FROM outbox), (SELECT count(*) FROM audit_log)`,
  );
const wakes = async (): Promise<number> =>
  Number(
    (await sql<{ n: string }>(`SELECT count(*) AS n FROM outbox WHERE topic = 'clocks.recompute'`))[0]?.n,
  );
afterEach(async () => {
  await sql(`DELETE FROM calendar_day WHERE year = 2027 OR kind = 'local'`);
  await sql(`DELETE FROM calendar_year WHERE year = 2027`);
});

const without = (field: keyof CalendarYear, at: number): object => ({
  ...notice2027,
  [field]: (notice2027[field] as readonly unknown[]).filter((_, i) => i !== at),
});
const more = (field: keyof CalendarYear, item: unknown): object => ({
  ...notice2027,
  [field]: [...(notice2027[field] as readonly unknown[]), item],
});
/** What is wrong, the notice, and the words that say so. */
const slips: [string, object, string][] = [
  ['a make-up day is missing', without('workdays', 0), '应多 13 天'],
  ['a festival is missing', without('holidays', 4), '缺少端午'],
  ['a holiday is doubled', more('holidays', notice2027.holidays[0]), '2027-01-01 出现了两次'],
  ['a make-up day is doubled', more('workdays', '2027-02-14'), '2027-02-14 出现了两次'],
  ['a make-up day is a weekday', more('workdays', '2027-02-15'), '2027-02-15 本来就是工作日'],
  ['a make-up day is of another year', more('workdays', '2028-02-13'), '2028-02-13 不在这一年'],
  ['the year is another one', { ...notice2027, year: 2028 }, '元旦不在这一年'],
  [
    'a holiday ends before it begins',
    more('holidays', { name: '校庆', from: '2027-11-12', to: '2027-11-11' }),
    '早于开始日',
  ],
];

describe('a year’s notice', () => {
  const path2027 = '/api/calendars';

  it('should count from the moment it is imported, and say whose it is', async () => {
    expect((await isWorkingDay('2027-02-08')).working).toBe(true);
    const before = await wakes();
    await system.done(path2027, notice2027);
    expect(await isWorkingDay('2027-02-08')).toEqual({ working: false, why: '春节放假' });
    expect(await isWorkingDay('2027-02-14')).toEqual({ working: true, why: '调休上班' });
    const [year] = await sql<object>('SELECT * FROM calendar_year WHERE year = 2027');
    const [admin] = await sql<{ id: string }>(`SELECT id FROM person WHERE account = 'system'`);
    expect(year).toMatchObject({ published: true, source: notice2027.source, published_by: admin?.id });
    expect(await wakes()).toBe(before + 1);
    const [entry] = await sql<object>('SELECT action, object FROM audit_log ORDER BY seq DESC LIMIT 1');
    expect(entry).toEqual({ action: 'calendar.importYear', object: '2027' });
  });

  it('should take the place of what was imported before, and leave the place’s own days alone', async () => {
    await system.done(path2027, notice2027);
    await system.done('/api/calendar-days', { date: '2027-11-12', status: 'off', why: '市民日放假' });
    await system.done(path2027, {
      ...notice2027,
      holidays: notice2027.holidays.map((each) =>
        each.name === '端午节' ? { ...each, from: '2027-06-10', to: '2027-06-10' } : each,
      ),
    });
    expect(await isWorkingDay('2027-06-09')).toEqual({ working: true, why: '工作日' });
    expect(await isWorkingDay('2027-06-10')).toEqual({ working: false, why: '端午节放假' });
    expect(await isWorkingDay('2027-11-12')).toEqual({ working: false, why: '市民日放假' });
  });

  it.each(slips)('should be refused and change nothing when %s', async (_when, notice, words) => {
    const before = await everything();
    expect(await refusal(system, path2027, notice)).toEqual([
      422,
      'calendar.invalid',
      expect.stringContaining(words),
    ]);
    expect(await everything()).toEqual(before);
  });

  it('should be refused when a day of it does not exist', async () => {
    const before = await everything();
    expect((await refusal(system, path2027, more('workdays', '2027-04-31')))[1]).toBe('request.invalid');
    expect(await everything()).toEqual(before);
  });

  it('should be refused when another year’s notice has one of its days', async () => {
    const holidays = [
      { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
      ...notice2027.holidays.slice(1),
    ];
    await sql(
      `INSERT INTO calendar_day (date, kind, working, why, year, set_at) VALUES ('2026-12-31', 'holiday', false, '元旦放假', 2026, now())`,
    );
    const workdays = [...notice2027.workdays, '2027-01-30'];
    const told = await refusal(system, path2027, { ...notice2027, holidays, workdays });
    await sql(`DELETE FROM calendar_day WHERE date = '2026-12-31'`);
    expect(told).toEqual([
      422,
      'calendar.invalid',
      expect.stringContaining('2026-12-31 在 2026 年的安排里已经有了'),
    ]);
  });

  it('should stay whole when two administrators import it at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => system.post(path2027, notice2027)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await sql('SELECT count(*)::int AS n FROM calendar_day WHERE year = 2027')).toEqual([{ n: 34 }]);
  });
});

describe('a day of the place’s own', () => {
  const set = (more: object) =>
    ['/api/calendar-days', { date: '2026-11-12', status: 'off', ...more }] as const;

  it('should win over the weekday and the notice until it is taken back', async () => {
    await system.done(...set({ why: '市民日放假' }));
    expect(await isWorkingDay('2026-11-12')).toEqual({ working: false, why: '市民日放假' });
    await system.done(...set({ status: 'worked' }));
    expect(await isWorkingDay('2026-11-12')).toEqual({ working: true, why: '本地上班' });
    await system.done(...set({ status: 'notified' }));
    expect(await isWorkingDay('2026-11-12')).toEqual({ working: true, why: '工作日' });
  });

  it('should have nothing to take back where there is none', async () => {
    const before = await everything();
    expect((await refusal(system, ...set({ status: 'notified' }))).slice(0, 2)).toEqual([
      404,
      'request.not-found',
    ]);
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['the day does not exist', { date: '2026-11-31' }],
    ['nobody says what it is', { status: 'half' }],
  ])('should be refused when %s', async (_when, input) => {
    const before = await everything();
    expect((await refusal(system, ...set(input)))[1]).toBe('request.invalid');
    expect(await everything()).toEqual(before);
  });
});

describe('the page of the calendar', () => {
  interface Page {
    years: { year: number; source: string; publishedBy: string | null; daysOff: number; workdays: number }[];
    localDays: { date: string; weekday: string; why: string; actions: { defaults: object }[] }[];
    warning: string | null;
    actions: { command: string }[];
  }
  const page = async (account: string): Promise<Page> =>
    (await (await new Client(app.url).signIn(account)).get<Page>('/api/calendars')).body;

  it('should show the years with their source, newest first, the days of the place, and what is missing', async () => {
    await system.done('/api/calendar-days', { date: '2026-11-12', status: 'off', why: '市民日放假' });
    const { years, localDays, warning } = await page('system');
    expect(years.map(({ year }) => year)).toEqual([2026, 2025, 2024, 2023, 2022, 2021, 2020]);
    expect(years[0]).toMatchObject({ source: expect.stringContaining('国办发明电'), publishedBy: null });
    expect(localDays).toMatchObject([{ date: '2026-11-12', weekday: '周四', why: '市民日放假' }]);
    expect(localDays[0]?.actions[0]?.defaults).toEqual({ date: '2026-11-12', status: 'notified', why: null });
    expect(warning).toContain('2027年的放假安排还没有导入');
  });

  it('should name who imported a year, and no longer warn of it', async () => {
    await system.done('/api/calendars', notice2027);
    const { years, warning } = await page('system');
    expect(years[0]).toMatchObject({ year: 2027, daysOff: 29, workdays: 5, publishedBy: expect.any(String) });
    expect(warning).toBeNull();
  });

  it('should be open to everybody to look up, its buttons to the system administrator alone', async () => {
    expect((await page('system')).actions.map(({ command }) => command)).toEqual([
      'calendar.importYear',
      'calendarDay.set',
    ]);
    expect((await page('coordinator')).actions).toEqual([]);
  });
});

describe('fuhan calendar import', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fuhan-calendar-'));
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));
  afterEach(() => jest.restoreAllMocks());

  const ran = async (content: string, ...options: string[]) => {
    const file = path.join(folder, '2027.json');
    await writeFile(file, content);
    return run('calendar', 'import', file, ...options);
  };
  const run = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
    jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
    const known = process.env['DATABASE_URL'];
    process.env['DATABASE_URL'] = app.house.settings.DATABASE_URL;
    const status = await main(argv);
    if (known === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = known;
    return { status, out, err };
  };

  it('should publish the year of a file, for the running house too, and enter it in the audit log', async () => {
    const { status, out } = await ran(JSON.stringify(notice2027));
    expect([status, out]).toEqual([
      0,
      ['已导入 2027 年放假安排（国办发明电〔2026〕9号）：放假 29 天，调休上班 5 天。'],
    ]);
    expect((await isWorkingDay('2027-02-08')).why).toBe('春节放假');
    const [entry] = await sql<object>(
      'SELECT actor, action, object, detail FROM audit_log ORDER BY seq DESC LIMIT 1',
    );
    expect(entry).toEqual({
      actor: 'fuhan calendar import',
      action: 'calendar.importYear',
      object: '2027',
      detail: { source: notice2027.source },
    });
  });

  it('should answer a program with --json', async () => {
    const { out } = await ran(`\uFEFF${JSON.stringify([notice2027])}`, '--json');
    expect(JSON.parse(out.join(''))).toEqual({
      years: [{ year: 2027, source: notice2027.source, daysOff: 29, workdays: 5 }],
    });
  });

  it.each<[string, string, string]>([
    ...slips.map(([when, notice, words]): [string, string, string] => [when, JSON.stringify(notice), words]),
    ['a day of it does not exist', JSON.stringify(more('workdays', '2027-04-31')), '不是一个存在的日期'],
    ['a second year in it is wrong', JSON.stringify([notice2027, { ...notice2027, year: 2028 }]), '2028 年'],
    ['it is no JSON', '放假', '内容不是 JSON'],
  ])('should end with 1 and one line, and change nothing, when %s', async (_when, content, words) => {
    const before = await everything();
    const { status, out, err } = await ran(content, '--json');
    expect([status, out, err]).toEqual([1, [], [expect.stringContaining(words)]]);
    expect(err[0]).toMatch(/^放假安排有误（2027\.json.*）：.*。请对照国务院办公厅的通知改正后再导入。$/);
    expect(await everything()).toEqual(before);
  });

  it('should say so when there is no such file', async () => {
    const { status, err } = await run('calendar', 'import', '/no/such.json');
    expect([status, err]).toEqual([1, ['读不到放假安排文件“/no/such.json”。请核对路径和权限。']]);
  });

  it.each([
    [[]],
    [['export', 'a.json']],
    [['import']],
    [['import', 'a.json', 'b.json']],
    [['import', 'a.json', '--force']],
  ])('should say how it is written when it is written as %j', async (words) => {
    const { status, err } = await run('calendar', ...words);
    expect([status, err]).toEqual([1, ['请写 fuhan calendar import 文件.json，可加 --json。']]);
  });
});
