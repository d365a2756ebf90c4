import { randomUUID } from 'node:crypto';
import { reminderDesk } from '@fuhan/casework';
import {
  cancelClock,
  type ClockContext,
  Deadline,
  fireDue,
  fireReminders,
  meetClock,
  Notice,
  Reminder,
  type ReminderDesk,
  replanReminders,
  startClock,
} from '@fuhan/clocks';
import { shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import { savePerson } from '@fuhan/testing';
import type { EntityManager } from 'typeorm';
import { startWorld, type World } from './casework-world';

/** `2026-03-09 09:00` in Shanghai. */
const at = (text: string): Date => shanghaiInstant(text.slice(0, 10), text.slice(11));

/** Every test has the year to itself: the clocks of the one before are put away. */
describe('what is due', () => {
  let world: World;
  let em: EntityManager;
  let desk: ReminderDesk;
  let proposalId: string;
  let lead: string;
  let trade: string;

  beforeAll(async () => {
    world = await startWorld();
    em = world.app.house.dataSource.manager;
    const { profiles } = world.app.house;
    desk = reminderDesk((one, version) => profiles.version(one, version));
    proposalId = await world.registered('136401');
    [lead, trade] = [await world.unit('gongxin'), await world.unit('市商务局')];
    await savePerson(em, 'trade-leader', '市商务局', ['leader'], { name: '商务局领导' });
  });
  afterAll(async () => world.app.close());
  beforeEach(async () => {
    await em.query(`UPDATE reminder SET state = 'cancelled' WHERE state = 'pending'`);
    await em.query('DELETE FROM notice');
  });

  const ctx = async (moment: string): Promise<ClockContext> => ({
    em,
    now: at(moment),
    today: shanghaiDate(at(moment)),
    profile: await world.app.house.profiles.current(em),
    calendar: await world.app.house.workingDays.current(em),
    horizonHours: 24,
  });
  const fire = async (moment: string, by: ReminderDesk = desk): Promise<number> =>
    fireDue(world.app.house.dataSource, await ctx(moment), by);
  /** A clock of one month from 9 March: due on Thursday 9 April. */
  const start = async (unitId = trade): Promise<Deadline> => {
    const started = await startClock(await ctx('2026-03-09 10:00'), 'opinion', {
      proposalId,
      subjectId: randomUUID(),
      unitId,
    });
    if (!started) throw new Error('the clock did not start');
    return started;
  };
  const told = async (account: string): Promise<Notice[]> =>
    em
      .createQueryBuilder(Notice, 'n')
      .where('n.personId = (SELECT id FROM person WHERE account = :account)', { account })
      .orderBy('n.id')
      .getMany();
  const co = (): string => world.cast.coAccounts.get('市商务局') ?? '';
  const sentOf = async ({ id }: Deadline): Promise<string[]> =>
    (
      await em.find(Reminder, {
        where: { deadlineId: id, state: 'sent' },
        order: { sentAt: 'ASC', id: 'ASC' },
      })
    ).map(({ rule }) => rule);
  const chaseFor = async (days: readonly string[]): Promise<void> => {
    for (const day of days) await fire(`${day} 09:00`);
  };

  describe('the digest', () => {
    it('should be one notice a person for all that is due in the morning, each item with its link', async () => {
      await Promise.all([start(), start(), start()]);
      expect(await fire('2026-04-09 09:00')).toBe(1);
      const [digest] = await told(co());
      expect(digest?.title).toBe('今日提醒：3 件临近到期');
      expect(digest?.items?.map(({ link }) => link)).toEqual(Array(3).fill(`/proposals/${proposalId}`));
    });

    it('should be one for each of several people', async () => {
      await Promise.all([start(), start(lead)]);
      await fire('2026-04-09 09:00');
      expect([(await told(co())).length, (await told('office')).length]).toEqual([1, 1]);
    });

    it('should be written once, however many workers are woken by however many jobs', async () => {
      await Promise.all(Array.from({ length: 12 }, () => start()));
      const written = await Promise.all(Array.from({ length: 8 }, () => fire('2026-04-09 09:00')));
      expect(written.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
      expect((await told(co())).map(({ items }) => items?.length)).toEqual([12]);
    });

    it('should not come a moment too early', async () => {
      await start();
      expect(await fire('2026-03-25 08:59')).toBe(0);
    });

    it('should be written in one piece with what it tells of: where the notice fails, nothing was sent', async () => {
      const deadline = await start();
      const mute: ReminderDesk = { ...desk, addressesOf: () => Promise.reject(new Error('no words')) };
      expect(await fire('2026-04-09 09:00', mute)).toBe(0);
      expect(await sentOf(deadline)).toEqual([]);
      expect(await fire('2026-04-09 09:01')).toBe(1);
    });

    it('should reach everybody else when one reminder cannot be sent', async () => {
      const [bad, ...good] = [await start(), await start(), await start(lead)];
      const broken: ReminderDesk = {
        ...desk,
        addressesOf: (one, reminders, today) =>
          reminders.some(({ deadline }) => deadline.id === bad?.id)
            ? Promise.reject(new Error('a case without words'))
            : desk.addressesOf(one, reminders, today),
      };
      await fire('2026-04-09 09:00', broken);
      expect(await Promise.all(good.map(sentOf))).toEqual([['到期当天提醒'], ['到期当天提醒']]);
      expect([(await told(co())).length, (await told('office')).length]).toEqual([1, 1]);
    });

    it('should not swallow what a second batch of the same moment brings', async () => {
      const [first, second] = [await start(), await start()];
      const { dataSource } = world.app.house;
      for (const each of [first, second])
        await fireReminders(dataSource, await ctx('2026-04-09 09:00'), desk, [each.id]);
      expect((await told(co())).flatMap(({ items }) => items ?? [])).toHaveLength(2);
    });

    it('should say how things stand: how many days are left, today, how late', async () => {
      await start();
      for (const day of ['2026-03-25', '2026-04-09', '2026-04-10']) await fire(`${day} 09:00`);
      expect((await told(co())).map(({ title }) => title)).toEqual([
        '会办意见将于2026年4月9日到期，剩10个工作日',
        '会办意见今天到期',
        '催办：会办意见已逾期1个工作日',
      ]);
    });
  });

  describe('working hours and quiet days', () => {
    it('should let what is woken at night wait for the morning, and send it then', async () => {
      const deadline = await start();
      expect(await fire('2026-04-09 20:00')).toBe(0);
      expect(await fire('2026-04-10 08:59')).toBe(0);
      await fire('2026-04-10 09:00');
      // The chase of that morning goes before yesterday's reminder.
      expect(await sentOf(deadline)).toEqual(['逾期第1个工作日催办']);
    });

    it('should send nothing on a day off, not even what a changed calendar puts there', async () => {
      const deadline = await start();
      await em.update(
        Reminder,
        { deadlineId: deadline.id, rule: '到期当天提醒' },
        { dueAt: at('2026-04-04 09:00') },
      );
      expect(await fire('2026-04-04 09:00')).toBe(0);
      expect(await fire('2026-04-07 09:00')).toBe(1);
    });

    it('should hold one digest for what was missed and what is due when the house was closed over night', async () => {
      await start();
      expect(await fire('2026-04-09 08:45')).toBe(0);
      expect(await fire('2026-04-09 09:00')).toBe(1);
      expect(await told(co())).toHaveLength(1);
    });

    it('should count a moved reminder’s revision up and leave a message for its new moment', async () => {
      const deadline = await start();
      await fire('2026-03-25 19:00');
      const moved = await em.findOneByOrFail(Reminder, {
        deadlineId: deadline.id,
        dueAt: at('2026-03-26 09:00'),
      });
      const [{ n }] = await em.query(
        `SELECT count(*)::int AS n FROM outbox WHERE payload->>'reminderId' = $1 AND payload->>'rev' = '2'`,
        [moved.id],
      );
      expect([moved.rev, n]).toEqual([2, 1]);
    });
  });

  describe('the chase', () => {
    const overdue = ['2026-04-10', '2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16'] as const;

    it('should come each working day once the clock is overdue', async () => {
      const deadline = await start();
      await chaseFor(['2026-04-09', ...overdue.slice(0, 2)]);
      expect((await sentOf(deadline)).slice(-2)).toEqual(['逾期第1个工作日催办', '逾期第2个工作日催办']);
    });

    it('should reach the unit’s leader after two without a step, and the supervisors on the fifth working day', async () => {
      const deadline = await start();
      await chaseFor(overdue);
      expect((await sentOf(deadline)).slice(-3)).toEqual([
        '逾期第3个工作日催办；连催2次没有动作，报分管领导',
        '逾期第4个工作日催办；连催2次没有动作，报分管领导',
        '逾期第5个工作日催办；连催2次没有动作，报分管领导；逾期满5个工作日，报督办人员',
      ]);
      expect([(await told('trade-leader')).length, (await told('supervisor')).length]).toEqual([3, 1]);
    });

    it('should begin to count anew when the unit has taken a step', async () => {
      await start();
      await chaseFor(overdue.slice(0, 2));
      await em.query(
        `INSERT INTO history_entry (proposal_id, at, person_id, actor, action, object_id, words)
         SELECT $1, $2, id, name, 'opinion.submit', $1, '提交了意见。' FROM person WHERE account = $3`,
        [proposalId, at('2026-04-13 15:00'), co()],
      );
      await chaseFor(overdue.slice(2, 4));
      expect(await told('trade-leader')).toEqual([]);
      await em.query('DELETE FROM history_entry WHERE at = $1', [at('2026-04-13 15:00')]);
    });

    it('should not take another unit’s step for one of its own', async () => {
      await start();
      await chaseFor(overdue.slice(0, 2));
      await em.query(
        `INSERT INTO history_entry (proposal_id, at, person_id, actor, action, object_id, words)
         SELECT $1, $2, id, name, 'assignment.sign', $1, '签收。' FROM person WHERE account = 'office'`,
        [proposalId, at('2026-04-13 15:00')],
      );
      await chaseFor(overdue.slice(2, 3));
      expect(await told('trade-leader')).toHaveLength(1);
      await em.query('DELETE FROM history_entry WHERE at = $1', [at('2026-04-13 15:00')]);
    });

    it('should come once after days on which no worker ran, and go on from there', async () => {
      const deadline = await start();
      await fire('2026-04-15 10:00');
      expect((await sentOf(deadline)).at(-1)).toMatch(/^逾期第4个工作日催办/);
      await fire('2026-04-16 09:00');
      expect((await sentOf(deadline)).filter((rule) => rule.includes('催办'))).toHaveLength(2);
    });

    it('should never escalate a reminder from before the due day', async () => {
      const deadline = await start();
      await chaseFor(['2026-03-25', '2026-04-01', '2026-04-03', '2026-04-08', '2026-04-09']);
      expect(await sentOf(deadline)).toEqual(
        [10, 5, 3, 1].map((n) => `到期前${n}个工作日提醒`).concat('到期当天提醒'),
      );
      expect([(await told('trade-leader')).length, (await told('supervisor')).length]).toEqual([0, 0]);
    });
  });

  describe('silence', () => {
    it('should fall at once when the duty is done, though its job is under way', async () => {
      const { subjectId } = await start();
      await meetClock(await ctx('2026-04-09 08:00'), 'opinion', subjectId);
      expect(await fire('2026-04-09 09:00')).toBe(0);
    });

    it('should fall at once when the unit has given the case back', async () => {
      const { subjectId } = await start();
      await cancelClock(await ctx('2026-04-09 08:00'), 'opinion', subjectId);
      expect(await fire('2026-04-09 09:00')).toBe(0);
    });

    it('should fall at once when more time was given, and end with the new day', async () => {
      const deadline = await start();
      await em.update(Deadline, { id: deadline.id }, { dueOn: '2026-05-09' });
      await replanReminders(await ctx('2026-04-09 08:00'), { ...deadline, dueOn: '2026-05-09' });
      expect([await fire('2026-04-09 09:00'), await fire('2026-04-10 09:00')]).toEqual([0, 0]);
      expect(await fire('2026-05-08 09:00')).toBe(1);
    });

    it('should hold while the clock stands still', async () => {
      const deadline = await start();
      const still = { ...deadline, state: 'paused' } as unknown as Deadline;
      await replanReminders(await ctx('2026-04-01 12:00'), still);
      expect(await fire('2026-04-16 09:00')).toBe(0);
    });

    it('should fall when a chase fires and the duty is done in the same instant: no chase is left behind', async () => {
      for (let race = 0; race < 5; race++) {
        const { id, subjectId } = await start();
        await Promise.all([
          fire('2026-04-10 09:00'),
          world.app.house.dataSource.transaction(async (own) =>
            meetClock({ ...(await ctx('2026-04-10 09:00')), em: own }, 'opinion', subjectId),
          ),
        ]);
        expect(await em.countBy(Reminder, { deadlineId: id, state: 'pending' })).toBe(0);
      }
    });
  });
});
