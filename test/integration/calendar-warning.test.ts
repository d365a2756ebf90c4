import { warnOfMissingYear } from '@fuhan/clocks';
import { Client, saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import { notice2027 } from './notice-2027';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ at: '2026-10-20T02:00:00Z', prepare: (house) => saveCast(house) });
});
afterAll(async () => app.close());

/** What the worker does each minute, at noon in Shanghai of that day. */
const on = async (day: string): Promise<number> => {
  app.clock.moveTo(new Date(`${day}T04:00:00Z`));
  return warnOfMissingYear(app.house.dataSource, app.clock.now());
};
const as = (account: string): Promise<Client> => new Client(app.url).signIn(account);
const told = async (account: string): Promise<{ title: string; link: string }[]> =>
  (
    await (await as(account)).get<{ kind: string; title: string; link: string }[]>('/api/notices')
  ).body.filter(({ kind }) => kind === 'calendar_missing');
const warnings = async (): Promise<string[]> =>
  (await new Client(app.url).get<{ warnings: string[] }>('/api/health')).body.warnings;

describe('a year whose notice is missing', () => {
  it('should worry nobody until the end of October', async () => {
    expect([await on('2026-10-31'), await warnings()]).toEqual([0, []]);
  });

  it('should be said from 1 November on, midnight in Shanghai', async () => {
    app.clock.moveTo(new Date('2026-10-31T16:00:00Z'));
    expect(await warnOfMissingYear(app.house.dataSource, app.clock.now())).toBe(1);
    expect(await warnings()).toEqual([
      '2027年的放假安排还没有导入，算到这一年的到期日都是暂定。请在国务院办公厅的通知公布后导入。',
    ]);
  });

  it('should be told to who keeps the calendar, and to nobody else', async () => {
    expect(await told('system')).toMatchObject([
      { title: '2027年的放假安排还没有导入', link: '/admin/calendar' },
    ]);
    expect([await told('security'), await told('coordinator')]).toEqual([[], []]);
  });

  it('should be told once a week, however often it is looked at', async () => {
    expect([await on('2026-11-01'), await on('2026-11-02'), await on('2026-11-02')]).toEqual([0, 1, 0]);
    expect([await on('2026-11-08'), await on('2026-11-09')]).toEqual([0, 1]);
    expect(await told('system')).toHaveLength(3);
  });

  it('should still be said in the year itself', async () => {
    expect(await on('2027-01-04')).toBe(1);
    expect(await warnings()).toHaveLength(1);
  });

  it('should be silent once it is imported', async () => {
    app.clock.moveTo(new Date('2026-11-16T04:00:00Z'));
    await (await as('system')).done('/api/calendars', notice2027);
    expect([await on('2026-11-17'), await warnings()]).toEqual([0, []]);
    expect(await on('2027-01-05')).toBe(0);
  });
});
