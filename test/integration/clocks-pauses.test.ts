import { Deadline } from '@fuhan/clocks';
import { newId } from '@fuhan/kernel';
import { Client } from '@fuhan/testing';
import type { EntityManager } from 'typeorm';
import { CO, HANDED_OVER_AT, refusal, startWorld, type World } from './casework-world';

interface Explanation {
  dueOn: string;
  steps: string[];
  days: { date: string; counted: boolean; paused: boolean; number: number | null; why: string }[];
  pauses: { from: string; until: string; skipped: number }[];
  extension: { text: string; extendedFrom: string } | null;
  standsIn: { file: string; key: string; version: number };
}

/** Handed over on Monday 9 March 2026: opinions fall due on 9 April, the reply on 9 June. */
describe('stopping a clock and asking for more time', () => {
  let world: World;
  let em: EntityManager;
  let coordinator: Client;
  let office: Client;
  beforeAll(async () => {
    world = await startWorld();
    em = world.app.house.dataSource.manager;
    coordinator = await world.cast.as('coordinator');
    office = await world.cast.as('office');
  });
  afterAll(async () => world.app.close());
  beforeEach(() => world.app.clock.moveTo(new Date(HANDED_OVER_AT)));

  /** Somebody who signs in on that day: sessions end with the hours. */
  const on = async (day: string, account: string): Promise<Client> => {
    world.app.clock.moveTo(new Date(`${day}T02:00:00Z`));
    return new Client(world.app.url).signIn(account);
  };
  let number = 136_400;
  const opened = async (): Promise<string> => (await world.opened(String(++number))).id;
  const clockOf = async (proposalId: string, clock = 'reply'): Promise<Deadline> =>
    em.findOneByOrFail(Deadline, {
      proposalId,
      clock,
      ...(clock === 'opinion' && { unitId: await world.unit(CO[0]) }),
    });
  const dueOf = async (id: string): Promise<string> => (await em.findOneByOrFail(Deadline, { id })).dueOn;
  const pause = { category: 'proposer', reason: '约定当面沟通', from: '2026-03-10', until: '2026-03-19' };
  const paused = (id: string, more: object = {}) =>
    [`/api/clocks/${id}/pause`, { ...pause, ...more }] as const;
  const lastWords = async (id: string): Promise<string | undefined> =>
    (await world.seen('coordinator', id)).history.at(-1)?.words;
  const audited = async (): Promise<number> =>
    Number((await em.query('SELECT count(*) AS n FROM audit_log WHERE action LIKE $1', ['clock.%']))[0].n);

  describe('a pause', () => {
    it('should move the due day by its days, silence the reminders in it, and say so', async () => {
      const id = await opened();
      const clock = await clockOf(id);
      await coordinator.done(...paused(clock.id, { until: '2026-05-26' }));
      expect(await dueOf(clock.id)).toBe('2026-08-26');
      const speaking = await em.query(
        `SELECT count(*)::int AS n FROM reminder WHERE deadline_id = $1 AND state = 'pending' AND due_at < '2026-05-27'`,
        [clock.id],
      );
      expect(speaking).toEqual([{ n: 0 }]);
      expect(await lastWords(id)).toBe(
        '“答复提案者”自2026年3月10日至2026年5月26日暂停计时（等候提案者：约定当面沟通），到期日由2026年6月9日改为2026年8月26日。',
      );
    });

    it('should end yesterday when the clock goes on', async () => {
      const clock = await clockOf(await opened());
      await coordinator.done(...paused(clock.id));
      await (
        await on('2026-03-12', 'coordinator')
      ).done(`/api/clocks/${clock.id}/resume`, { reason: '已经谈过' });
      const { pauses, dueOn } = await em.findOneByOrFail(Deadline, { id: clock.id });
      expect([pauses[0]?.until, dueOn]).toEqual(['2026-03-11', '2026-06-11']);
    });

    it('should never have been when it is ended on its first day', async () => {
      const clock = await clockOf(await opened());
      await coordinator.done(...paused(clock.id));
      await coordinator.done(`/api/clocks/${clock.id}/resume`, { reason: '不必等了' });
      expect(await em.findOneByOrFail(Deadline, { id: clock.id })).toMatchObject({
        pauses: [],
        dueOn: clock.dueOn,
      });
    });

    it('should be the lead’s to give to a co-handler, and nobody else’s', async () => {
      const clock = await clockOf(await opened(), 'opinion');
      expect((await refusal(coordinator, ...paused(clock.id)))[1]).toBe('permission.denied');
      await office.done(...paused(clock.id));
      expect(await dueOf(clock.id)).toBe('2026-04-20');
    });

    it.each<[string, object, string]>([
      ['it ends before it starts', { from: '2026-03-20', until: '2026-03-19' }, 'pause.backwards'],
      ['it overlaps another', { from: '2026-03-25', until: '2026-03-28' }, 'pause.overlap'],
      ['it begins in the past', { from: '2026-03-08' }, 'pause.in-past'],
      ['it begins after the due day', { from: '2026-06-30', until: '2026-07-03' }, 'pause.after-due'],
      ['it lasts for years', { from: '2026-04-01', until: '2027-04-02' }, 'pause.too-long'],
      ['the place has no such category', { category: 'holiday' }, 'pause.category'],
      ['its day does not exist', { until: '2026-04-31' }, 'request.invalid'],
    ])('should be refused and change nothing when %s', async (_when, more, code) => {
      const clock = await clockOf(await opened());
      await coordinator.done(...paused(clock.id, { from: '2026-03-26', until: '2026-03-27' }));
      const before = [await em.findOneByOrFail(Deadline, { id: clock.id }), await audited()];
      expect((await refusal(coordinator, ...paused(clock.id, more)))[1]).toBe(code);
      expect([await em.findOneByOrFail(Deadline, { id: clock.id }), await audited()]).toEqual(before);
    });

    it('should have nothing to end when it is over', async () => {
      const clock = await clockOf(await opened());
      await coordinator.done(...paused(clock.id));
      const said = await refusal(await on('2026-03-20', 'coordinator'), `/api/clocks/${clock.id}/resume`, {
        reason: '再开始',
      });
      expect(said.slice(0, 2)).toEqual([409, 'pause.none']);
    });
  });

  describe('an extension', () => {
    const wish = (id: string, more: object = {}) =>
      [
        `/api/clocks/${id}/request-extension`,
        { rule: '6个月', reason: '要等省里的规划批复。', ...more },
      ] as const;

    it('should move the due day once it is granted, and not before', async () => {
      const clock = await clockOf(await opened());
      const { id } = await office.done(...wish(clock.id));
      expect(await dueOf(clock.id)).toBe('2026-06-09');
      await coordinator.done(`/api/extensions/${id}/grant`, { words: '同意，请抓紧。' });
      expect(await dueOf(clock.id)).toBe('2026-09-09');
    });

    it('should leave word for the unit whom to tell, and wait until it has told', async () => {
      const proposalId = await opened();
      const clock = await clockOf(proposalId);
      const { id } = await office.done(...wish(clock.id, { rule: '2026-08-31' }));
      await coordinator.done(`/api/extensions/${id}/grant`, {});
      const [told] = await em.query(
        `SELECT payload FROM outbox WHERE topic = 'notice.tell' AND payload->>'kind' = 'extension_granted' ORDER BY id DESC LIMIT 1`,
      );
      expect([told.payload.title, told.payload.body]).toEqual([
        '答复提案者延期到2026年8月31日，请告知提案者',
        expect.stringMatching(/请告知：.+。告知后请在案卷里登记。/),
      ]);
      await office.done(`/api/extensions/${id}/tell-proposer`, { on: '2026-03-09', how: '电话' });
      expect(await lastWords(proposalId)).toBe('2026年3月9日已把延期告知提案者（电话）。');
    });

    it('should leave the due day when it is refused', async () => {
      const clock = await clockOf(await opened());
      const { id } = await office.done(...wish(clock.id));
      await coordinator.done(`/api/extensions/${id}/refuse`, { words: '请按期办理。' });
      expect(await dueOf(clock.id)).toBe('2026-06-09');
      await office.done(...wish(clock.id));
    });

    it('should not be granted twice for one clock', async () => {
      const clock = await clockOf(await opened());
      const { id } = await office.done(...wish(clock.id, { rule: '4个月' }));
      expect((await refusal(office, ...wish(clock.id)))[2]).toBe('已有一份延期申请等待批复。');
      await coordinator.done(`/api/extensions/${id}/grant`, {});
      expect((await refusal(office, ...wish(clock.id)))[2]).toBe('这项时限已经延期过一次，不能再延。');
    });

    it('should be kept when a pause comes after it, to a Sunday that is worked', async () => {
      const clock = await clockOf(await opened());
      const { id } = await office.done(...wish(clock.id));
      await coordinator.done(`/api/extensions/${id}/grant`, {});
      await coordinator.done(...paused(clock.id));
      expect(await dueOf(clock.id)).toBe('2026-09-20');
    });

    it.each<[string, object, string, string]>([
      ['it comes on the due day', {}, '2026-06-09', 'extension.too-late'],
      ['it comes after the due day', {}, '2026-06-12', 'extension.too-late'],
      ['it is longer than the place allows', { rule: '7个月' }, '2026-03-10', 'extension.over-cap'],
      ['it is no longer than before', { rule: '2个月' }, '2026-03-10', 'extension.not-longer'],
      ['nobody can read it', { rule: '尽快' }, '2026-03-10', 'rule.unknown'],
      ['it asks for nothing', { rule: '0个月' }, '2026-03-10', 'rule.amount'],
      ['it asks for less than nothing', { rule: '-3个月' }, '2026-03-10', 'rule.amount'],
      ['its day does not exist', { rule: '2026-06-31' }, '2026-03-10', 'date.impossible'],
      ['it gives no reason', { reason: ' ' }, '2026-03-10', 'request.invalid'],
    ])('should be refused and change nothing when %s', async (_when, more, today, code) => {
      const clock = await clockOf(await opened());
      const asker = await on(today, 'office');
      const before = [await em.findOneByOrFail(Deadline, { id: clock.id }), await audited()];
      expect((await refusal(asker, ...wish(clock.id, more)))[1]).toBe(code);
      expect([await em.findOneByOrFail(Deadline, { id: clock.id }), await audited()]).toEqual(before);
    });

    it('should not be asked for a clock that the place does not extend', async () => {
      const clock = await clockOf(await opened(), 'contact');
      expect((await refusal(office, ...wish(clock.id)))[1]).toBe('guard.failed');
    });
  });

  describe('the explanation of a due day', () => {
    it('should give rule, place, each day, pauses and extension', async () => {
      const clock = await clockOf(await opened());
      await coordinator.done(...paused(clock.id));
      const { id } = await office.done(`/api/clocks/${clock.id}/request-extension`, {
        rule: '5个月',
        reason: '要等批复',
      });
      await coordinator.done(`/api/extensions/${id}/grant`, {});
      const { body } = await office.get<Explanation>(`/api/clocks/${clock.id}`);
      expect(body).toMatchObject({
        dueOn: '2026-08-19',
        standsIn: { file: 'clocks.yaml', key: 'reply', version: 1 },
        pauses: [{ from: '2026-03-10', until: '2026-03-19', skipped: 10 }],
        extension: { text: '5个月', extendedFrom: '2026-06-22' },
      });
      expect(body.days.filter(({ paused: still }) => still)).toHaveLength(10);
      expect(body.days.at(-1)?.date).toBe(body.dueOn);
    });

    it('should not be found by who may not see the case, nor where there is none', async () => {
      const clock = await clockOf(await opened());
      const stranger = await world.cast.as('system');
      expect((await stranger.get(`/api/clocks/${clock.id}`)).status).toBe(404);
      expect((await office.get(`/api/clocks/${newId()}`)).status).toBe(404);
      expect((await office.get('/api/clocks/none')).status).toBe(404);
    });
  });

  it('should start every clock of the hand-over that the profile has for the role', async () => {
    const proposalId = await opened();
    const rows = await em.find(Deadline, { where: { proposalId, unitId: await world.unit(CO[0]) } });
    const own = await em.find(Deadline, { where: { proposalId, unitId: await world.unit('gongxin') } });
    expect([rows, own].map((each) => each.map(({ clock }) => clock).sort())).toEqual([
      ['opinion', 'return'],
      ['contact', 'reply', 'return'],
    ]);
  });
});
