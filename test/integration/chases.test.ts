import { fireDue, type Notice, Reminder } from '@fuhan/clocks';
import { reminderDesk } from '@fuhan/casework';
import { type Client, savePerson } from '@fuhan/testing';
import { caseOf } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

interface Chases {
  readonly sent: number;
  readonly items: readonly {
    assignmentId: string;
    ok: boolean;
    code: string | null;
    detail: string | null;
  }[];
}

describe('催办 by hand', () => {
  let world: World;
  let coordinator: Client;
  let office: Client;
  let id: string;
  /** Assignments by short name; the lead as `lead`. */
  let of: Map<string, string>;

  beforeAll(async () => {
    world = await startWorld();
    coordinator = await world.cast.as('coordinator');
    office = await world.cast.as('office');
    ({ id } = await world.opened('136501'));
    const { assignments } = await caseOf(coordinator, id);
    of = new Map(assignments.map((each) => [each.role === 'lead' ? 'lead' : each.unit, each.id]));
  });
  afterAll(() => world.app.close());
  beforeEach(async () => {
    world.app.clock.moveTo(new Date('2026-03-10T02:00:00Z'));
    coordinator = await world.cast.as('coordinator');
    office = await world.cast.as('office');
    await world.app.house.dataSource.query('DELETE FROM notice');
    await world.app.house.dataSource.query(`DELETE FROM reminder WHERE sent_by IS NOT NULL`);
  });

  const path = (name: string): string => `/api/assignments/${of.get(name)}/chase`;
  const fire = async (): Promise<number> => {
    const { dataSource, clock, workingDays, profiles } = world.app.house;
    const calendar = await workingDays.current(dataSource.manager);
    const profile = await profiles.current(dataSource.manager);
    const now = clock.now();
    const desk = reminderDesk((em, version) => profiles.version(em, version));
    return fireDue(dataSource, { now, today: clock.today(), profile, calendar, horizonHours: 24 }, desk);
  };
  const told = async (account: string): Promise<Notice[]> =>
    (await (await world.cast.as(account)).get<Notice[]>('/api/notices')).body;
  const byHand = (): Promise<Reminder[]> =>
    world.app.house.dataSource.manager
      .createQueryBuilder(Reminder, 'r')
      .where('r.sentBy IS NOT NULL')
      .orderBy('r.dueAt')
      .getMany();

  it('should reach the unit at once, with the words and the case', async () => {
    await coordinator.done(path('lead'), { text: '请周五前报进展。' });
    await fire();
    const [notice, ...others] = await told('drafter');
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'chase',
      title: expect.stringMatching(/^催办：首次联系提案者将于2026年3月\d+日到期，剩\d+个工作日$/) as unknown,
      body: expect.stringContaining('第136501号提案') as unknown,
      link: `/proposals/${id}`,
    });
    expect(notice?.body).toMatch(/：请周五前报进展。$/);
  });

  it('should stand in the history of the case, and with its sender in the list of reminders', async () => {
    await coordinator.done(path(CO[0]), { text: '请尽快。' });
    const { history } = await caseOf(coordinator, id);
    expect(history.findLast(({ action }) => action === 'assignment.chase')?.words).toMatch(
      /^催办市住房城乡建设局：/,
    );
    expect((await byHand()).map(({ rule, words }) => [rule, words])).toEqual([
      ['市政府办公室测试coordinator催办', '请尽快。'],
    ]);
  });

  it('should be the lead’s 提案办’s for its co-handlers, not for itself', async () => {
    await office.done(path(CO[0]), { text: '请尽快。' });
    expect((await refusal(office, path('lead'), { text: '请尽快。' })).slice(0, 2)).toEqual([
      403,
      'permission.denied',
    ]);
  });

  it('should not be a co-handler’s, neither for the lead nor for another', async () => {
    const co = await world.co(CO[0]);
    const tries = await Promise.all(
      ['lead', CO[1]].map(async (name) => refusal(co, path(name), { text: '请尽快。' })),
    );
    expect(tries.map(([status, code]) => [status, code])).toEqual(Array(2).fill([403, 'permission.denied']));
  });

  it('should ask for words', async () => {
    expect((await refusal(coordinator, path('lead'), { text: ' ' })).slice(0, 2)).toEqual([
      422,
      'request.invalid',
    ]);
  });

  it('should offer the usual words with the day, to be changed', async () => {
    const { nextActions } = await caseOf(coordinator, id);
    const chase = nextActions.find(
      ({ command, targetLabel }) => command === 'assignment.chase' && targetLabel === CO[1],
    );
    expect(chase?.defaults).toEqual({
      text: '请市商务局抓紧办理（时限2026年4月9日）；确有困难的，请及时说明。',
    });
  });

  it('should wait for the morning when it is sent in the evening, and come in that morning’s digest', async () => {
    world.app.clock.moveTo(new Date('2026-03-10T12:00:00Z'));
    await (await world.cast.as('coordinator')).done(path('lead'), { text: '请明早报进展。' });
    expect(await fire()).toBe(0);
    expect((await byHand()).map(({ dueAt }) => dueAt.toISOString())).toEqual(['2026-03-11T01:00:00.000Z']);
    world.app.clock.moveTo(new Date('2026-03-11T01:00:00Z'));
    await fire();
    expect(await told('drafter')).toHaveLength(1);
  });

  it('should fall silent when the duty is done before the morning', async () => {
    world.app.clock.moveTo(new Date('2026-03-10T12:00:00Z'));
    await (await world.cast.as('coordinator')).done(path(CO[1]), { text: '请明早提交。' });
    await fire();
    await giveOpinion(CO[1]);
    world.app.clock.moveTo(new Date('2026-03-11T01:00:00Z'));
    await fire();
    expect(
      (await told(world.cast.coAccounts.get(CO[1]) ?? '')).filter(({ kind }) => kind === 'chase'),
    ).toEqual([]);
    expect(
      (await refusal(await world.cast.as('coordinator'), path(CO[1]), { text: '请提交。' })).slice(1),
    ).toEqual(['guard.failed', '会办意见已经提交，不用再催。']);
  });

  it('should count towards the escalation: the third reaches the leader', async () => {
    for (const hour of ['02', '03', '04']) {
      world.app.clock.moveTo(new Date(`2026-03-12T${hour}:00:00Z`));
      await (await world.cast.as('coordinator')).done(path('lead'), { text: `${hour} 时催。` });
      await fire();
    }
    expect((await told('leader')).map(({ body }) => body.split('：').at(-1))).toEqual(['04 时催。']);
    expect((await byHand()).map(({ escalatedTo }) => escalatedTo)).toEqual([[], [], ['leader']]);
  });

  async function giveOpinion(unit: string): Promise<void> {
    const view = await caseOf(await world.co(unit), id);
    const opinion = view.opinions.find((each) => each.unit === unit);
    await (
      await world.co(unit)
    ).done(`/api/opinions/${opinion?.id}/submit`, {
      contactName: '联络员',
      contactPhone: '0760-12345678',
      items: [{ suggestionId: view.suggestions[0]?.id, position: 'noted', body: '没有补充意见。' }],
    });
  }

  describe('of many at once', () => {
    const chase = async (assignmentIds: readonly (string | undefined)[], key?: string) =>
      (await world.cast.as('coordinator')).post<Chases>(
        '/api/chases',
        { assignmentIds, text: '请各单位抓紧。' },
        key === undefined ? {} : { 'Idempotency-Key': key },
      );
    const nobody = '00000000-0000-4000-8000-000000000000';

    it('should tell of each what became of it, and chase those it can', async () => {
      const { status, body } = await chase([of.get('lead'), of.get(CO[1]), nobody, of.get(CO[0])]);
      expect([status, body.sent]).toEqual([200, 2]);
      expect(body.items.map(({ ok, code }) => [ok, code])).toEqual([
        [true, null],
        [false, 'guard.failed'],
        [false, 'request.not-found'],
        [true, null],
      ]);
      expect(await byHand()).toHaveLength(2);
    });

    it('should chase one that is named twice once', async () => {
      const { body } = await chase([of.get('lead'), of.get('lead')]);
      expect([body.sent, body.items.length]).toEqual([1, 1]);
    });

    it('should chase nobody twice when the same sending arrives again', async () => {
      await chase([of.get('lead'), of.get(CO[0])], 'chase-of-march');
      const { body } = await chase([of.get('lead'), of.get(CO[0])], 'chase-of-march');
      expect(body.sent).toBe(2);
      expect(await byHand()).toHaveLength(2);
    });

    it('should be nothing but refusals for who may chase nobody', async () => {
      const { body } = await (
        await world.cast.as('drafter')
      ).post<Chases>('/api/chases', { assignmentIds: [of.get('lead')], text: '请抓紧。' });
      expect(body).toMatchObject({ sent: 0, items: [{ ok: false, code: 'permission.denied' }] });
      expect(await byHand()).toEqual([]);
    });

    it.each([
      ['no unit', { assignmentIds: [], text: '请抓紧。' }],
      ['no words', { assignmentIds: [nobody], text: '' }],
      ['no id', { assignmentIds: ['x'], text: '请抓紧。' }],
    ])('should be refused as a whole with %s', async (_what, input) => {
      const answer = await (await world.cast.as('coordinator')).post<{ code: string }>('/api/chases', input);
      expect([answer.status, answer.body.code]).toEqual([422, 'request.invalid']);
    });
  });

  describe('督办', () => {
    interface Duty {
      assignmentId: string;
      unit: string;
      dueOn: string;
      light: { color: string };
      chases: number;
      mayChase: boolean;
    }
    interface Supervision {
      duties: Duty[];
      asked: { unit: string; what: string }[];
    }
    const seen = async (account: string): Promise<Supervision> =>
      (await (await world.cast.as(account)).get<Supervision>('/api/supervision')).body;
    const opinions = async (account: string): Promise<Duty[]> =>
      (await seen(account)).duties.filter(({ assignmentId }) => assignmentId === of.get(CO[0]));

    it('should name what is near its day and what is late, the latest first, as the lights of the place say', async () => {
      expect(await opinions('coordinator')).toEqual([]);
      world.app.clock.moveTo(new Date('2026-04-08T02:00:00Z'));
      expect((await opinions('coordinator')).map(({ light }) => light.color)).toEqual(['red']);
      world.app.clock.moveTo(new Date('2026-04-15T02:00:00Z'));
      const { duties } = await seen('coordinator');
      expect((await opinions('coordinator')).map(({ light }) => light.color)).toEqual(['overdue']);
      expect(duties.map(({ dueOn }) => dueOn)).toEqual([...duties.map(({ dueOn }) => dueOn)].sort());
    });

    it('should count the chases, and say whom the reader may chase', async () => {
      world.app.clock.moveTo(new Date('2026-04-15T02:00:00Z'));
      await fire();
      const [before] = await opinions('coordinator');
      await (await world.cast.as('coordinator')).done(path(CO[0]), { text: '请抓紧。' });
      await fire();
      expect(await opinions('coordinator')).toMatchObject([
        { chases: (before?.chases ?? 0) + 1, mayChase: true },
      ]);
      expect(await opinions('office')).toMatchObject([{ mayChase: true }]);
      expect(await opinions('drafter')).toMatchObject([{ mayChase: false }]);
    });

    it('should show a co-handler its own part, and a stranger nothing', async () => {
      world.app.clock.moveTo(new Date('2026-04-15T02:00:00Z'));
      const own = await (await world.co(CO[0])).get<Supervision>('/api/supervision');
      expect([...new Set(own.body.duties.map(({ unit }) => unit))]).toEqual([CO[0]]);
      await savePerson(world.app.house.dataSource.manager, 'stranger', 'gongan', ['proposal_office']);
      expect((await seen('stranger')).duties).toEqual([]);
    });

    it('should stand in the calendar of its month on its day, for whom it concerns', async () => {
      const month = async (account: string) =>
        (
          await (
            await world.cast.as(account)
          ).get<{ days: { date: string; why: string | null }[]; due: Duty[] }>(
            '/api/due-calendar?month=2026-04',
          )
        ).body;
      world.app.clock.moveTo(new Date('2026-04-08T02:00:00Z'));
      const [own] = await opinions('coordinator');
      const all = await month('coordinator');
      expect(all.due).toContainEqual(expect.objectContaining({ unit: CO[0], dueOn: own?.dueOn }));
      expect(all.days).toHaveLength(30);
      expect(all.days.find(({ date }) => date === '2026-04-06')?.why).toBe('清明节放假');
      expect((await month('stranger')).due).toEqual([]);
      const refused = await (await world.cast.as('office')).get('/api/due-calendar?month=2026-13');
      expect(refused.status).toBe(422);
    });

    it('should show what a unit has asked for until it is answered', async () => {
      const office = await world.cast.as('office');
      const wish = { wish: 'nobody', unitId: null, reason: '不属本局职责。' };
      const { id: requestId } = await office.done(`/api/assignments/${of.get('lead')}/request-return`, wish);
      expect((await seen('coordinator')).asked).toMatchObject([{ what: 'return' }]);
      const keep = { decision: 'keep', unitId: null, words: '仍由你局承办。' };
      await (await world.cast.as('coordinator')).done(`/api/return-requests/${requestId}/decide`, keep);
      expect((await seen('coordinator')).asked).toEqual([]);
    });
  });
});
