import { recomputeClocks, tellPeople } from '@fuhan/casework';
import { type ClockContext, Deadline, importYears, recompute, Reminder, seedCalendar } from '@fuhan/clocks';
import { Outbox } from '@fuhan/platform';
import type { Client } from '@fuhan/testing';
import type { EntityManager } from 'typeorm';
import { CO, startWorld, type World } from './casework-world';
import { notice2027 } from './notice-2027';

type OnCase = Parameters<typeof recomputeClocks>[1];

let world: World;
let em: EntityManager;
let system: Client;
let number = 136_500;
beforeAll(async () => {
  world = await startWorld();
  em = world.app.house.dataSource.manager;
  system = await world.cast.as('system');
});
afterAll(async () => world.app.close());
/** Each test has an own case, and a calendar that ends with 2026. */
beforeEach(async () => {
  await em.query(`UPDATE deadline SET state = 'cancelled' WHERE state = 'running'`);
  await em.query('DELETE FROM outbox');
  await em.query(`DELETE FROM calendar_day WHERE year = 2027 OR kind = 'local'`);
  await em.query('DELETE FROM calendar_year WHERE year = 2027');
});

const context = async (): Promise<ClockContext> => ({
  em,
  now: world.app.clock.now(),
  today: world.app.clock.today(),
  profile: await world.app.house.profiles.current(em),
  calendar: await world.app.house.workingDays.current(em),
  horizonHours: 24,
});
/** The reply's clock of an open case, as if its event had been on that day. */
async function clockFrom(day: string, clock = 'reply', unit = 'gongxin'): Promise<Deadline> {
  const { id } = await world.opened(String(++number));
  const where = { proposalId: id, clock, unitId: await world.unit(unit) };
  const deadline = await em.findOneByOrFail(Deadline, where);
  await em.query(`UPDATE deadline SET state = 'cancelled' WHERE proposal_id = $1 AND id <> $2`, [
    id,
    deadline.id,
  ]);
  return recompute(await context(), deadline, { startedOn: day });
}
const now = ({ id }: Deadline): Promise<Deadline> => em.findOneByOrFail(Deadline, { id });
const throughDoor: OnCase = (id, work) => world.app.house.door.bySystem(id, 'clock.recompute', work);
const sweep = (onCase = throughDoor): Promise<number> => {
  const { dataSource, profiles } = world.app.house;
  return recomputeClocks(dataSource, onCase, (one, version) => profiles.version(one, version));
};
const publish = () => system.done('/api/calendars', notice2027);
const lastWords = async ({ proposalId }: Deadline): Promise<string | undefined> =>
  (await world.seen('coordinator', proposalId)).history.at(-1)?.words;
const versionOf = async ({ proposalId }: Deadline): Promise<number> =>
  (await em.query('SELECT version FROM proposal WHERE id = $1', [proposalId]))[0].version;
const messages = async (): Promise<number> =>
  (await em.query(`SELECT count(*)::int AS n FROM outbox WHERE payload->>'kind' = 'due_moved'`))[0].n;
async function told(account: string): Promise<{ kind: string; title: string; body: string }[]> {
  const { dataSource, clock } = world.app.house;
  for (const { id } of await em.findBy(Outbox, { topic: 'notice.tell' }))
    await tellPeople(dataSource, { outboxId: id }, clock.now());
  const seen = await (
    await world.cast.as(account)
  ).get<{ kind: string; title: string; body: string }[]>('/api/notices');
  return seen.body.filter(({ kind }) => kind === 'due_moved');
}

describe('a clock that rests on a year without a notice', () => {
  it('should move to where the notice puts it, its reminders with it, and be firm', async () => {
    const clock = await clockFrom('2026-11-08');
    expect([clock.dueOn, clock.provisional]).toEqual(['2027-02-08', true]);
    await publish();
    expect((await now(clock)).dueOn).toBe('2027-02-08');
    await sweep();
    const after = await now(clock);
    expect([after.dueOn, after.provisional]).toEqual(['2027-02-14', false]);
    const ahead = await em.find(Reminder, {
      where: { deadlineId: clock.id, state: 'pending' },
      order: { dueAt: 'ASC' },
    });
    expect(
      ahead
        .filter(({ kind }) => kind === 'remind')
        .at(-1)
        ?.dueAt.toISOString(),
    ).toBe('2027-02-14T01:00:00.000Z');
  });

  it('should say so in the history of the case and to those concerned, with both days', async () => {
    const clock = await clockFrom('2026-11-08');
    await publish();
    const version = await versionOf(clock);
    await sweep();
    const moved = '到期日由2027年2月8日（暂定）改为2027年2月14日';
    expect(await lastWords(clock)).toBe(`“答复提案者”${moved}：放假安排有更新，已重新计算。`);
    expect(await versionOf(clock)).toBe(version + 1);
    for (const account of ['office', 'drafter'])
      expect((await told(account)).filter(({ body }) => body.includes(String(number)))).toEqual([
        expect.objectContaining({ title: `答复提案者${moved}` }),
      ]);
    const [entry] = await em.query('SELECT actor, action, detail FROM audit_log ORDER BY seq DESC LIMIT 1');
    expect(entry).toEqual({
      actor: 'system',
      action: 'clock.recompute',
      detail: { clocks: [{ id: clock.id, from: '2027-02-08', to: '2027-02-14' }] },
    });
  });

  it('should become firm where its day stays, and say that', async () => {
    const clock = await clockFrom('2026-11-17');
    await publish();
    await sweep();
    const after = await now(clock);
    expect([after.dueOn, after.provisional]).toEqual([clock.dueOn, false]);
    expect(await lastWords(clock)).toBe(
      '“答复提案者”暂定的到期日2027年2月17日已确定：放假安排有更新，已重新计算。',
    );
  });

  it('should be told of to the co-handler whose clock it is, and not to the lead', async () => {
    const clock = await clockFrom('2026-12-01', 'opinion', CO[1]);
    await publish();
    await sweep();
    expect((await now(clock)).dueOn).toBe('2027-01-04');
    const told2027 = async (account: string) =>
      (await told(account)).filter(({ body }) => body.includes(String(number))).length;
    expect([await told2027(world.cast.coAccounts.get(CO[1]) ?? ''), await told2027('office')]).toEqual([
      1, 0,
    ]);
  });
});

describe('a clock that the change does not touch', () => {
  it('should only be marked as seen: no line, no notice, no new version of the case', async () => {
    const clock = await clockFrom('2026-03-09');
    const [before, words] = [await versionOf(clock), await lastWords(clock)];
    await publish();
    await sweep();
    const after = await now(clock);
    expect(after.calendarRevision).toBeGreaterThan(clock.calendarRevision);
    expect([after.dueOn, await versionOf(clock), await lastWords(clock)]).toEqual([
      clock.dueOn,
      before,
      words,
    ]);
    expect(await messages()).toBe(0);
  });

  it('should not be looked at again', async () => {
    await clockFrom('2026-11-08');
    await publish();
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
  });

  it('should keep its day when its duty was done, until it runs again', async () => {
    const clock = await clockFrom('2026-11-08');
    await em.update(Deadline, { id: clock.id }, { state: 'met' });
    await publish();
    expect([await sweep(), (await now(clock)).dueOn]).toEqual([0, '2027-02-08']);
    await em.update(Deadline, { id: clock.id }, { state: 'running' });
    expect([await sweep(), (await now(clock)).dueOn]).toEqual([1, '2027-02-14']);
  });
});

describe('a day of the place’s own', () => {
  const set = (status: string) => system.done('/api/calendar-days', { date: '2026-06-09', status });

  it('should move the due days that fall on it, and move them back when it is taken back', async () => {
    const clock = await clockFrom('2026-03-09');
    await set('off');
    await sweep();
    expect((await now(clock)).dueOn).toBe('2026-06-10');
    await set('notified');
    await sweep();
    expect((await now(clock)).dueOn).toBe('2026-06-09');
    expect(await lastWords(clock)).toContain('到期日由2026年6月10日改为2026年6月9日');
  });
});

describe('a recomputation that breaks off', () => {
  it('should leave nothing half done in the case it was at, and go on with the next sweep', async () => {
    const clocks = [await clockFrom('2026-11-08')];
    await em.query(`UPDATE deadline SET state = 'cancelled' WHERE state = 'running' AND id <> $1`, [
      clocks[0]?.id,
    ]);
    const second = await clockFrom('2026-11-09');
    await em.update(Deadline, { id: clocks[0]?.id ?? '' }, { state: 'running' });
    clocks.push(second);
    await publish();
    const audited = async () => (await em.query('SELECT count(*)::int AS n FROM audit_log'))[0].n;
    const entries = await audited();
    let cases = 0;
    const killed: OnCase = (id, work) =>
      throughDoor(id, async (ctx) => {
        const done = await work(ctx);
        if (++cases === 2) throw new Error('the power went out');
        return done;
      });
    await sweep(killed);
    const firm = (await Promise.all(clocks.map(now))).filter(({ provisional }) => !provisional);
    expect([firm.length, await audited(), await messages()]).toEqual([1, entries + 1, 1]);
    expect(await sweep()).toBe(1);
    expect((await Promise.all(clocks.map(now))).map(({ provisional }) => provisional)).toEqual([
      false,
      false,
    ]);
  });

  it('should not be held up by a case that cannot be worked out', async () => {
    const bad = await clockFrom('2026-11-08');
    const good = await clockFrom('2026-11-09');
    const basis = { ...bad.basis, rule: { unit: 'date', date: '2026-01-01', roll: true } };
    await em.query('UPDATE deadline SET basis = $2 WHERE id = $1', [bad.id, JSON.stringify(basis)]);
    await publish();
    expect([await sweep(), (await now(good)).provisional, (await now(bad)).dueOn]).toEqual([
      2,
      false,
      '2027-02-08',
    ]);
  });
});

describe('a restart', () => {
  it('should leave what was imported and what is the place’s own as it is', async () => {
    await importYears(em, [notice2027], { at: new Date(), by: null });
    await system.done('/api/calendar-days', { date: '2026-06-09', status: 'off' });
    const state = () => em.query('SELECT revision, (SELECT count(*) FROM calendar_day) FROM calendar_state');
    const before = await state();
    await seedCalendar(em, new Date());
    expect(await state()).toEqual(before);
  });
});
