import { Reminder } from '@fuhan/clocks';
import { describeEachBackend, startTestApp, type TestApp } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, caseOf, giveOpinions, handOver, namesOf, register } from '../e2e/walk';

const plan = shortPlan();
const SHORTLY_MS = 1_500;

describeEachBackend('a reminder travels outbox → queue → inbox', (backend) => {
  let app: TestApp;
  let cast: Cast;
  let id: string;

  beforeAll(async () => {
    app = await startTestApp({
      worker: true,
      at: plan.handedOverAt,
      ...(backend.redisUrl ? { redisUrl: backend.redisUrl } : {}),
    });
    cast = await assemble(app, plan);
    id = await register(cast, plan);
    await handOver(app, cast, id, plan);
    // The clocks this story is not about.
    await app.house.dataSource.query(
      `DELETE FROM reminder r USING deadline d WHERE d.id = r.deadline_id AND d.clock IN ('return', 'contact')`,
    );
  });
  afterAll(async () => app.close());

  const reminders = (clock: string): Promise<Reminder[]> =>
    app.house.dataSource.query(
      `SELECT r.id, r.due_at AS "dueAt", r.state, r.rev FROM reminder r JOIN deadline d ON d.id = r.deadline_id
       WHERE d.clock = $1 ORDER BY r.due_at, r.id`,
      [clock],
    );

  const told = async (account: string): Promise<{ title: string; createdAt: string }[]> => {
    const { body } = await (
      await cast.as(account)
    ).get<{ kind: string; title: string; createdAt: string }[]>('/api/notices');
    return body.filter(({ kind }) => kind === 'reminder');
  };
  const titles = async (account: string): Promise<string[]> =>
    (await told(account)).map(({ title }) => title);

  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 200 && !(await holds()); tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it.each([
    ['opinion', () => cast.coAccounts.get('市商务局') ?? '', '会办意见将于2026年4月9日到期，剩10个工作日'],
    ['reply', () => 'drafter', '答复提案者将于2026年6月9日到期，剩10个工作日'],
  ])('should remind of the %s clock at its moment, and not before', async (clock, account, words) => {
    const [first] = await reminders(clock);
    if (!first) throw new Error(`no reminder for ${clock}`);
    app.clock.moveTo(new Date(first.dueAt.getTime() - SHORTLY_MS));
    await app.worker?.sweep();
    await until(async () => (await titles(account())).length > 0);
    const [notice, ...others] = await told(account());
    expect([notice?.title, others]).toEqual([words, []]);
    expect(new Date(notice?.createdAt ?? 0) >= first.dueAt).toBe(true);
  });

  it('should not remind twice when the same job runs again', async () => {
    const before = await titles('drafter');
    await app.worker?.sweep();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await titles('drafter')).toEqual(before);
  });

  it('should fall silent once the opinion is there', async () => {
    await giveOpinions(cast, id, plan, await namesOf(cast, plan.coHandlers));
    const states = (await reminders('opinion')).map(({ state }) => state);
    expect(states).not.toContain('pending');
    const { clocks } = await caseOf(await cast.as('drafter'), id);
    expect(clocks.filter(({ clock, state }) => clock === 'opinion' && state === 'running')).toEqual([]);
  });
});
