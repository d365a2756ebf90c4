import { randomUUID } from 'node:crypto';
import {
  type ClockContext,
  healPlans,
  insertNotices,
  markRead,
  meetClock,
  noticesOf,
  Reminder,
  startClock,
  type Swept,
  sweepReminders,
  unreadCount,
} from '@fuhan/clocks';
import { reminderDesk } from '@fuhan/casework';
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
    calendar: await world.app.house.workingDays.current(em),
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

  describe('the sweep', () => {
    const sweep = async (
      at: string,
      { hours = 24, since = null }: { hours?: number; since?: string | null } = {},
    ): Promise<{ swept: Swept | null; jobs: Job[] }> => {
      const jobs: Job[] = [];
      const sender = {
        send: async (more: readonly Job[]) => void jobs.push(...more),
      } as unknown as JobSender;
      const from = since === null ? null : new Date(since);
      return {
        swept: await sweepReminders(world.app.house.dataSource, sender, new Date(at), hours, from),
        jobs,
      };
    };
    const of = (jobs: readonly Job[], reminder: Reminder | undefined): Job[] =>
      jobs.filter(({ data }) => (data as { reminderId?: string }).reminderId === reminder?.id);

    it('should offer a reminder of the horizon under the name its job already has', async () => {
      const {
        reminders: [reminder],
      } = await start();
      const { jobs } = await sweep('2026-03-25T00:00:00Z');
      expect(of(jobs, reminder)).toMatchObject([{ id: `rem-${reminder?.id}-1`, delay: 3_600_000 }]);
    });

    it('should leave alone what lies beyond the horizon', async () => {
      const last = (await start()).reminders.at(-1);
      const { jobs } = await sweep('2026-03-25T00:00:00Z');
      expect(of(jobs, last)).toEqual([]);
    });

    it('should bring back a reminder that was missed while the house was closed', async () => {
      const {
        reminders: [reminder],
      } = await start();
      const { jobs } = await sweep('2026-03-26T01:00:00Z');
      expect(of(jobs, reminder)).toHaveLength(1);
    });

    it('should leave alone what was cancelled', async () => {
      const {
        subjectId,
        reminders: [reminder],
      } = await start();
      await meetClock(await ctx(), 'opinion', subjectId);
      expect(of((await sweep('2026-03-26T01:00:00Z')).jobs, reminder)).toEqual([]);
    });

    it('should not offer again what an earlier sweep has offered, until it is due within minutes', async () => {
      const {
        reminders: [reminder],
      } = await start();
      const again = (at: string) => sweep(at, { since: '2026-03-25T12:00:00Z' });
      expect(of((await again('2026-03-24T12:01:00Z')).jobs, reminder)).toEqual([]);
      expect(of((await again('2026-03-25T00:56:00Z')).jobs, reminder)).toHaveLength(1);
    });

    it('should offer what has come within the horizon since the last sweep', async () => {
      const {
        reminders: [reminder],
      } = await start();
      const { jobs, swept } = await sweep('2026-03-24T01:01:00Z', { since: '2026-03-25T00:59:00Z' });
      expect(of(jobs, reminder)).toHaveLength(1);
      expect(swept?.until.toISOString()).toBe('2026-03-25T01:01:00.000Z');
    });

    it('should page through more than one page, each reminder once', async () => {
      const { reminders } = await start();
      await em.query(
        `INSERT INTO reminder (id, deadline_id, due_at, state, rev, kind, rule)
         SELECT gen_random_uuid(), $1, '2027-01-01'::timestamptz + n * interval '1 microsecond', 'pending', 1, 'remind', '' FROM generate_series(1, 11000) n`,
        [reminders[0]?.deadlineId],
      );
      const { jobs, swept } = await sweep('2027-01-01T12:00:00Z', { since: '2026-12-31T00:00:00Z' });
      const mine = jobs.filter(({ data }) => 'reminderId' in data);
      expect([new Set(mine.map(({ id }) => id)).size, mine.length]).toEqual([swept?.offered, swept?.offered]);
      expect(swept?.offered).toBeGreaterThanOrEqual(11_000);
      await em.query(`DELETE FROM reminder WHERE due_at >= '2027-01-01'`);
    });

    it('should step back while another process sweeps', async () => {
      const runner = world.app.house.dataSource.createQueryRunner();
      await runner.startTransaction();
      await runner.query(`SELECT pg_advisory_xact_lock(hashtext('fuhan.sweep.reminders'))`);
      const { swept } = await sweep('2026-03-26T01:00:00Z');
      await runner.rollbackTransaction();
      await runner.release();
      expect(swept).toBeNull();
    });
  });

  describe('a clock that lacks its plan', () => {
    const heal = async (): Promise<number> => {
      const { house } = world.app;
      const desk = reminderDesk((one, version) => house.profiles.version(one, version));
      return healPlans(house.dataSource, await ctx(), desk);
    };
    const pending = async (deadlineId: string | undefined): Promise<number> =>
      em.countBy(Reminder, { deadlineId: deadlineId ?? '', state: 'pending' });

    it('should get it when a worker starts: an older version of the program planned no chase', async () => {
      const { reminders } = await start();
      const deadlineId = reminders[0]?.deadlineId;
      await em.delete(Reminder, { deadlineId, kind: 'chase' });
      await heal();
      expect(await pending(deadlineId)).toBe(reminders.length);
    });

    it('should be left alone where it has one', async () => {
      await start();
      await heal();
      expect(await heal()).toBe(0);
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
