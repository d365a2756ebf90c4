import { randomUUID } from 'node:crypto';
import {
  type ClockContext,
  fireReminder,
  insertNotices,
  markRead,
  meetClock,
  noticesOf,
  Reminder,
  startClock,
  sweepReminders,
  unreadCount,
} from '@fuhan/clocks';
import type { JobSender } from '@fuhan/platform';
import type { EntityManager } from 'typeorm';
import { HANDED_OVER_AT, startWorld, type World } from './casework-world';

type Job = Parameters<JobSender['send']>[0][number];

describe('the reminders of a clock', () => {
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

  const ctx = async (): Promise<ClockContext> => ({
    em,
    now: new Date(HANDED_OVER_AT),
    today: '2026-03-09',
    profile: await world.app.house.profiles.current(em),
    calendar: world.app.house.calendar,
    horizonHours: 24,
  });
  /** A running clock, and its reminders in the order of their moments. */
  const start = async (): Promise<{ subjectId: string; reminders: Reminder[] }> => {
    const subjectId = randomUUID();
    const started = await startClock(await ctx(), 'opinion', { proposalId, subjectId, unitId });
    if (!started) throw new Error('the clock did not start');
    return {
      subjectId,
      reminders: await em.find(Reminder, { where: { deadlineId: started.id }, order: { dueAt: 'ASC' } }),
    };
  };

  describe('firing a reminder', () => {
    const audience = async () => [
      { personId, source: '', kind: 'reminder', title: '到期', body: '', link: '/', createdAt: new Date() },
    ];
    const fire = (reminderId: string, rev: number, at: Date): Promise<number> =>
      fireReminder(world.app.house.dataSource, { reminderId, rev }, at, audience);
    const first = async (): Promise<Reminder> => {
      const {
        reminders: [reminder],
      } = await start();
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
      const {
        reminders: [reminder],
      } = await start();
      const { jobs } = await sweep('2026-03-25T00:00:00Z');
      expect(of(jobs, reminder?.id ?? '')).toMatchObject([{ id: `rem-${reminder?.id}-1`, delay: 3_600_000 }]);
    });

    it('should leave alone what lies beyond the horizon', async () => {
      const last = (await start()).reminders.at(-1);
      const { jobs } = await sweep('2026-03-25T00:00:00Z');
      expect(of(jobs, last?.id ?? '')).toEqual([]);
    });

    it('should bring back a reminder that was missed while the house was closed', async () => {
      const {
        reminders: [reminder],
      } = await start();
      const { jobs } = await sweep('2026-03-26T01:00:00Z');
      expect(of(jobs, reminder?.id ?? '')).toHaveLength(1);
    });

    it('should leave alone what was cancelled', async () => {
      const {
        subjectId,
        reminders: [reminder],
      } = await start();
      await meetClock(await ctx(), 'opinion', subjectId);
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
