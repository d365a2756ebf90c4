import { randomUUID } from 'node:crypto';
import { type ClockContext, Deadline, meetClock, Reminder, reopenClock, startClock } from '@fuhan/clocks';
import type { EntityManager } from 'typeorm';
import { HANDED_OVER_AT, startWorld, type World } from './casework-world';

describe('the clocks of a case', () => {
  let world: World;
  let em: EntityManager;
  let proposalId: string;
  let unitId: string;

  beforeAll(async () => {
    world = await startWorld();
    em = world.app.house.dataSource.manager;
    proposalId = await world.registered('136301');
    unitId = await world.unit('gongxin');
  });
  afterAll(async () => world.app.close());

  const ctx = async (more: Partial<ClockContext> = {}): Promise<ClockContext> => ({
    em,
    now: new Date(HANDED_OVER_AT),
    today: '2026-03-09' as ClockContext['today'],
    profile: await world.app.house.profiles.current(em),
    calendar: await world.app.house.workingDays.current(em),
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
  /** Those before the due day; the chase after it has tests of its own. */
  const reminders = (deadlineId: string): Promise<Reminder[]> =>
    em.find(Reminder, { where: { deadlineId, kind: 'remind' }, order: { dueAt: 'ASC' } });
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
});
