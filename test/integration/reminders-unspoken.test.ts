import { randomUUID } from 'node:crypto';
import { reminderDesk } from '@fuhan/casework';
import {
  type ClockContext,
  type Deadline,
  fireDue,
  healPlans,
  Reminder,
  type ReminderDesk,
  replanReminders,
  startClock,
} from '@fuhan/clocks';
import { shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import type { EntityManager } from 'typeorm';
import { startWorld, type World } from './casework-world';

/** `2026-03-09 09:00` in Shanghai. */
const at = (text: string): Date => shanghaiInstant(text.slice(0, 10), text.slice(11));

describe('a reminder that was due while the house was closed', () => {
  let world: World;
  let em: EntityManager;
  let desk: ReminderDesk;
  let proposalId: string;
  let unitId: string;

  beforeAll(async () => {
    world = await startWorld();
    em = world.app.house.dataSource.manager;
    const { profiles } = world.app.house;
    desk = reminderDesk((one, version) => profiles.version(one, version));
    proposalId = await world.registered('136411');
    unitId = await world.unit('市商务局');
  });
  afterAll(async () => world.app.close());
  beforeEach(() => em.query(`UPDATE deadline SET state = 'met'`));

  const ctx = async (moment: string): Promise<ClockContext> => ({
    em,
    now: at(moment),
    today: shanghaiDate(at(moment)),
    profile: await world.app.house.profiles.current(em),
    calendar: await world.app.house.workingDays.current(em),
    horizonHours: 24,
  });
  const fire = async (moment: string): Promise<number> =>
    fireDue(world.app.house.dataSource, await ctx(moment), desk);
  /** `return`: five working days from 9 March, due on the 16th, reminded of on the 13th, never chased. `opinion`: due on 9 April. */
  const start = async (clock: 'return' | 'opinion'): Promise<Deadline> => {
    const subject = { proposalId, subjectId: randomUUID(), unitId };
    const started = await startClock(await ctx('2026-03-09 10:00'), clock, subject);
    if (!started) throw new Error('the clock did not start');
    return started;
  };
  const replan = async (moment: string, deadline: Deadline): Promise<void> =>
    replanReminders(await ctx(moment), deadline);
  const rulesOf = async ({ id }: Deadline, state: Reminder['state']): Promise<string[]> =>
    (await em.find(Reminder, { where: { deadlineId: id, state }, order: { dueAt: 'ASC' } })).map(
      ({ rule }) => rule,
    );

  it('should be sent by the worker that starts next, though its clock is never chased', async () => {
    const deadline = await start('return');
    expect(await healPlans(world.app.house.dataSource, await ctx('2026-03-13 09:05'), desk)).toBe(0);
    await fire('2026-03-13 09:05');
    expect(await rulesOf(deadline, 'sent')).toEqual(['到期前1个工作日提醒']);
  });

  it('should still speak when its clock is planned anew before it could', async () => {
    const deadline = await start('return');
    await replan('2026-03-13 09:05', deadline);
    await fire('2026-03-13 09:06');
    expect(await rulesOf(deadline, 'sent')).toEqual(['到期前1个工作日提醒']);
  });

  it('should still speak when its clock is planned anew after it was put off to the next morning', async () => {
    const deadline = await start('return');
    await fire('2026-03-13 20:00');
    await replan('2026-03-13 20:05', deadline);
    await fire('2026-03-16 09:00');
    expect(await rulesOf(deadline, 'sent')).toEqual(['到期前1个工作日提醒']);
  });

  it('should still chase, and plan the chase after it once', async () => {
    const deadline = await start('opinion');
    await replan('2026-04-10 09:05', deadline);
    await fire('2026-04-10 09:06');
    expect(await rulesOf(deadline, 'sent')).toEqual(['逾期第1个工作日催办']);
    expect(await rulesOf(deadline, 'pending')).toEqual(['逾期第2个工作日催办']);
  });

  it('should fall silent when the due day has moved away from it', async () => {
    const deadline = await start('return');
    const moved = { ...deadline, dueOn: '2026-04-16' };
    await replan('2026-03-13 09:05', moved);
    expect(await rulesOf(deadline, 'cancelled')).toEqual(['到期前1个工作日提醒']);
    expect(await fire('2026-03-13 09:06')).toBe(0);
  });

  it('should fall silent when its duty is done', async () => {
    const deadline = await start('return');
    await replan('2026-03-13 09:05', { ...deadline, state: 'met' });
    expect(await fire('2026-03-13 09:06')).toBe(0);
  });
});
