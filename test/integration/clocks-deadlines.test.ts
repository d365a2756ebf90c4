import { randomUUID } from 'node:crypto';
import {
  type ClockContext,
  Deadline,
  fireReminder,
  insertNotices,
  markRead,
  meetClock,
  noticesOf,
  Reminder,
  reopenClock,
  startClock,
  sweepReminders,
  unreadCount,
} from '@fuhan/clocks';
import type { JobSender } from '@fuhan/platform';
import type { EntityManager } from 'typeorm';
import { HANDED_OVER_AT, startWorld, type World } from './casework-world';

type Job = Parameters<JobSender['send']>[0][number];

describe('the clocks of a case', () => {
  let world: World;
  let em: EntityManager;
  let proposalId: string;
  let unitId: string;
  let personId: string;

  beforeAll(async () => {
    world = await startWorld();
    em = world.app.house.dataSource.manager;
    proposalId = await world.registered('136301');
    unitId = await world.unit('gongxin');
    [{ id: personId }] = (await em.query(`SELECT id FROM person WHERE account = 'office'`)) as [
      { id: string },
    ];
  });
  afterAll(async () => world.app.close());

  const ctx = async (more: Partial<ClockContext> = {}): Promise<ClockContext> => ({
    em,
    now: new Date(HANDED_OVER_AT),
    today: '2026-03-09' as ClockContext['today'],
    profile: await world.app.house.profiles.current(em),
    calendar: world.app.house.calendar,
    horizonHours: 24,
    ...more,
  });
  const later = (iso: string): Promise<ClockContext> =>
    ctx({ now: new Date(iso), today: iso.slice(0, 10) as ClockContext['today'] });
  const start = async (clock = 'opinion', context?: ClockContext): Promise<Deadline> => {
    const started = await startClock(context ?? (await ctx()), clock, {
      proposalId,
      subjectId: randomUUID(),
      unitId,
    });
    if (!started) throw new Error(`${clock} did not start`);
    return started;
  };
  const reminders = (deadlineId: string): Promise<Reminder[]> =>
    em.find(Reminder, { where: { deadlineId }, order: { dueAt: 'ASC' } });
  const announced = async (deadlineId: string): Promise<number[]> => {
    const rows = (await em.query(
      `SELECT o.payload->>'rev' AS rev FROM outbox o JOIN reminder r ON r.id::text = o.payload->>'reminderId'
       WHERE o.topic = 'reminder.wake' AND r.deadline_id = $1 ORDER BY o.id`,
      [deadlineId],
    )) as { rev: string }[];
    return rows.map(({ rev }) => Number(rev));
  };

  describe('starting', () => {
    it('should not start one that the place does not run', async () => {
      expect(
        await startClock(await ctx(), 'no_such_clock', { proposalId, subjectId: randomUUID(), unitId }),
      ).toBeNull();
    });

    it('should write its day with the way it was found', async () => {
      const { id } = await start();
      const row = await em.findOneByOrFail(Deadline, { id });
      expect([row.startedOn, row.dueOn, row.state, row.explanation.length > 0]).toEqual([
        '2026-03-09',
        '2026-04-09',
        'running',
        true,
      ]);
    });

    it('should remind on the profile’s working days at nine in the morning of Shanghai', async () => {
      const { id } = await start();
      expect((await reminders(id)).map(({ dueAt }) => dueAt.toISOString())).toEqual([
        '2026-03-25T01:00:00.000Z',
        '2026-04-01T01:00:00.000Z',
        '2026-04-03T01:00:00.000Z',
        '2026-04-08T01:00:00.000Z',
        '2026-04-09T01:00:00.000Z',
      ]);
    });

    it('should leave out the reminders whose moment has gone by', async () => {
      const { id } = await start('opinion', await ctx({ now: new Date('2026-04-03T01:00:00Z') }));
      expect((await reminders(id)).map(({ dueAt }) => dueAt.toISOString().slice(0, 10))).toEqual([
        '2026-04-08',
        '2026-04-09',
      ]);
    });

    it('should wake nobody yet for a reminder that lies beyond the horizon', async () => {
      const { id } = await start();
      expect(await announced(id)).toEqual([]);
    });

    it('should put what lies within the horizon on its way at once', async () => {
      const { id } = await start('opinion', await ctx({ horizonHours: 24 * 24 }));
      expect(await announced(id)).toEqual([1, 1]);
    });
  });

  describe('met', () => {
    it('should stand still on the day on which the duty was done', async () => {
      const { id, subjectId } = await start();
      await meetClock(await later('2026-03-20T02:00:00Z'), 'opinion', subjectId);
      expect(await em.findOneByOrFail(Deadline, { id })).toMatchObject({ state: 'met', metOn: '2026-03-20' });
    });

    it('should silence every reminder still ahead', async () => {
      const { id, subjectId } = await start();
      await meetClock(await ctx(), 'opinion', subjectId);
      expect(new Set((await reminders(id)).map(({ state }) => state))).toEqual(new Set(['cancelled']));
    });

    it('should leave another clock of the same duty running', async () => {
      const { subjectId } = await start();
      const other = await startClock(await ctx(), 'reply', { proposalId, subjectId, unitId });
      await meetClock(await ctx(), 'opinion', subjectId);
      expect((await em.findOneByOrFail(Deadline, { id: other?.id ?? '' })).state).toBe('running');
    });

    it('should keep its first day when it is met again', async () => {
      const { id, subjectId } = await start();
      await meetClock(await later('2026-03-20T02:00:00Z'), 'opinion', subjectId);
      await meetClock(await later('2026-03-27T02:00:00Z'), 'opinion', subjectId);
      expect((await em.findOneByOrFail(Deadline, { id })).metOn).toBe('2026-03-20');
    });
  });

  describe('opened again', () => {
    it('should run to the same day as before', async () => {
      const { id, subjectId, dueOn } = await start();
      await meetClock(await ctx(), 'opinion', subjectId);
      await reopenClock(await later('2026-04-02T02:00:00Z'), 'opinion', subjectId);
      expect(await em.findOneByOrFail(Deadline, { id })).toMatchObject({
        state: 'running',
        metOn: null,
        dueOn,
      });
    });

    it('should speak of the reminders ahead alone, each in a new revision', async () => {
      const { id, subjectId } = await start();
      await meetClock(await ctx(), 'opinion', subjectId);
      await reopenClock(await later('2026-04-02T02:00:00Z'), 'opinion', subjectId);
      expect((await reminders(id)).map(({ state, rev }) => [state, rev])).toEqual([
        ['cancelled', 2],
        ['cancelled', 2],
        ['pending', 3],
        ['pending', 3],
        ['pending', 3],
      ]);
    });

    it('should not stir a clock that was never met', async () => {
      const { id, subjectId } = await start();
      await reopenClock(await ctx(), 'opinion', subjectId);
      expect((await reminders(id)).map(({ rev }) => rev)).toEqual([1, 1, 1, 1, 1]);
    });
  });

  describe('firing a reminder', () => {
    const audience = async () => [
      { personId, source: '', kind: 'reminder', title: '到期', body: '', link: '/', createdAt: new Date() },
    ];
    const fire = (reminderId: string, rev: number, at: Date): Promise<number> =>
      fireReminder(world.app.house.dataSource, { reminderId, rev }, at, audience);
    const first = async (): Promise<Reminder> => {
      const [reminder] = await reminders((await start()).id);
      if (!reminder) throw new Error('no reminder');
      return reminder;
    };

    it('should do nothing a moment too early', async () => {
      const { id, dueAt } = await first();
      expect(await fire(id, 1, new Date(dueAt.getTime() - 1))).toBe(0);
    });

    it('should write the notice at its moment', async () => {
      const { id, dueAt } = await first();
      expect(await fire(id, 1, dueAt)).toBe(1);
    });

    it('should do nothing the second time', async () => {
      const { id, dueAt } = await first();
      await fire(id, 1, dueAt);
      expect(await fire(id, 1, dueAt)).toBe(0);
    });

    it('should write one notice when several workers hold the same job', async () => {
      const { id, dueAt } = await first();
      const written = await Promise.all([1, 1, 1, 1].map((rev) => fire(id, rev, dueAt)));
      expect(written.sort()).toEqual([0, 0, 0, 1]);
    });

    it('should do nothing for the job of an older revision', async () => {
      const { id, dueAt } = await first();
      await em.update(Reminder, { id }, { rev: 2 });
      expect(await fire(id, 1, dueAt)).toBe(0);
    });

    it('should do nothing for a job whose reminder does not exist', async () => {
      expect(await fire(randomUUID(), 1, new Date())).toBe(0);
    });

    it('should stay pending when its words cannot be found, so that the job can try again', async () => {
      const { id, dueAt } = await first();
      const broken = fireReminder(world.app.house.dataSource, { reminderId: id, rev: 1 }, dueAt, () =>
        Promise.reject(new Error('no audience')),
      );
      await expect(broken).rejects.toThrow('no audience');
      expect((await em.findOneByOrFail(Reminder, { id })).state).toBe('pending');
    });
  });

  describe('the sweep', () => {
    const sweep = async (at: string, hours = 24): Promise<{ offered: number | null; jobs: Job[] }> => {
      const jobs: Job[] = [];
      const sender = {
        send: async (more: readonly Job[]) => void jobs.push(...more),
      } as unknown as JobSender;
      const offered = await sweepReminders(world.app.house.dataSource, sender, new Date(at), hours);
      return { offered, jobs };
    };
    const of = (jobs: readonly Job[], id: string): Job[] =>
      jobs.filter(({ data }) => (data as { reminderId?: string }).reminderId === id);

    it('should offer a reminder of the horizon under the name its job already has', async () => {
      const [reminder] = await reminders((await start()).id);
      const { jobs } = await sweep('2026-03-25T00:00:00Z');
      expect(of(jobs, reminder?.id ?? '')).toMatchObject([{ id: `rem-${reminder?.id}-1`, delay: 3_600_000 }]);
    });

    it('should leave alone what lies beyond the horizon', async () => {
      const last = (await reminders((await start()).id)).at(-1);
      const { jobs } = await sweep('2026-03-25T00:00:00Z');
      expect(of(jobs, last?.id ?? '')).toEqual([]);
    });

    it('should bring back a reminder that was missed while the house was closed', async () => {
      const [reminder] = await reminders((await start()).id);
      const { jobs } = await sweep('2026-03-26T01:00:00Z');
      expect(of(jobs, reminder?.id ?? '')).toHaveLength(1);
    });

    it('should leave alone what was cancelled', async () => {
      const { id, subjectId } = await start();
      await meetClock(await ctx(), 'opinion', subjectId);
      const [reminder] = await reminders(id);
      expect(of((await sweep('2026-03-26T01:00:00Z')).jobs, reminder?.id ?? '')).toEqual([]);
    });

    it('should step back while another process sweeps', async () => {
      const runner = world.app.house.dataSource.createQueryRunner();
      await runner.startTransaction();
      await runner.query(`SELECT pg_advisory_xact_lock(hashtext('fuhan.sweep.reminders'))`);
      const { offered } = await sweep('2026-03-26T01:00:00Z');
      await runner.rollbackTransaction();
      await runner.release();
      expect(offered).toBeNull();
    });
  });

  describe('notices', () => {
    const notice = (source: string) => ({
      personId,
      source,
      kind: 'reminder',
      title: source,
      body: '',
      link: '/',
      createdAt: new Date(HANDED_OVER_AT),
    });
    const newest = async () => {
      const [found] = await noticesOf(em, personId);
      if (!found) throw new Error('no notice');
      return found;
    };

    it('should be none when none were given', async () => {
      expect(await insertNotices(em, [])).toBe(0);
    });

    it('should tell a person once of one source', async () => {
      await insertNotices(em, [notice('once')]);
      expect(await insertNotices(em, [notice('once'), notice('once-more')])).toBe(1);
    });

    it('should show the newest first', async () => {
      await insertNotices(em, [notice('older')]);
      await insertNotices(em, [notice('newer')]);
      expect((await noticesOf(em, personId)).slice(0, 2).map(({ source }) => source)).toEqual([
        'newer',
        'older',
      ]);
    });

    it('should count one unread fewer once one was read', async () => {
      await insertNotices(em, [notice('counted')]);
      const before = await unreadCount(em, personId);
      await markRead(em, personId, (await newest()).id, new Date());
      expect(await unreadCount(em, personId)).toBe(before - 1);
    });

    it('should keep the moment at which it was read first', async () => {
      await insertNotices(em, [notice('read twice')]);
      const { id } = await newest();
      await markRead(em, personId, id, new Date('2026-03-10T01:00:00Z'));
      await markRead(em, personId, id, new Date('2026-03-11T01:00:00Z'));
      expect((await newest()).readAt?.toISOString()).toBe('2026-03-10T01:00:00.000Z');
    });

    it('should stay unread when somebody else tries to mark it', async () => {
      await insertNotices(em, [notice('private')]);
      const { id } = await newest();
      expect([await markRead(em, randomUUID(), id, new Date()), (await newest()).readAt]).toEqual([
        false,
        null,
      ]);
    });

    it('should answer another’s notice like one that does not exist', async () => {
      const { id } = await newest();
      const drafter = await world.cast.as('drafter');
      const statuses = [id, '999999999', 'x'].map(
        async (each) => (await drafter.post(`/api/notices/${each}/read`)).status,
      );
      expect(await Promise.all(statuses)).toEqual([404, 404, 404]);
    });
  });
});
