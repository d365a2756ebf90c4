import {
  HistoryEntry,
  Letter,
  loadMaterial,
  type CaseMaterial,
  loadSnapshot,
  Proposal,
} from '@fuhan/casework';
import { Deadline, Notice } from '@fuhan/clocks';
import { Person } from '@fuhan/identity';
import { Outbox, verifyAudit } from '@fuhan/platform';
import { type CaseSnapshot, stageOf } from '@fuhan/rules';
import { Client, startTestApp, type TestApp } from '@fuhan/testing';
import { readCast } from '../../apps/server/demo/demo-files';
import { type DemoSummary, demoSummary } from '../../apps/server/demo/demo-summary';
import { loadDemo } from '../../apps/server/demo/load-demo';

const ISSUED = '135026';
const MIDWAY = '135208';
const WAITING = '135215';
const { password } = readCast();
/** A Monday: twelve days before it is a Wednesday, one day before it a Sunday. */
const AT = '2026-11-23T02:00:00Z';

const load = async (house: TestApp['house']): Promise<void> => void (await loadDemo(house));

const idOf = async ({ house }: TestApp, number: string): Promise<string> =>
  (await house.dataSource.manager.findOneByOrFail(Proposal, { number })).id;

async function snapshotOf(app: TestApp, number: string): Promise<CaseSnapshot> {
  const snapshot = await loadSnapshot(
    app.house.dataSource.manager,
    await idOf(app, number),
    app.clock.today(),
  );
  if (!snapshot) throw new Error(`no case ${number}`);
  return snapshot;
}

const materialOf = async (app: TestApp, number: string): Promise<CaseMaterial> =>
  loadMaterial(app.house.dataSource.manager, await idOf(app, number));

describe('the demo', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ demo: true, at: AT, prepare: load });
  });
  afterAll(async () => app.close());

  const em = () => app.house.dataSource.manager;
  const todoOf = async (account: string): Promise<{ number: string; waitingFor: string | null }[]> => {
    const client = await new Client(app.url).signIn(account, password);
    type Todo = { items: { number: string; waitingFor: string | null }[] };
    return (await client.get<Todo>('/api/todo')).body.items;
  };

  describe('its stages', () => {
    it.each([
      [ISSUED, 'delivered'],
      [MIDWAY, 'opinions'],
      [WAITING, 'registered'],
    ])('should leave case %s %s', async (number, stage) => {
      expect(stageOf(await snapshotOf(app, number))).toBe(stage);
    });

    it('should hold three proposals and no more', async () => {
      expect(await em().count(Proposal)).toBe(3);
    });

    it('should leave an audit chain that is whole', async () => {
      expect((await verifyAudit(em())).firstBad).toBeNull();
    });

    it('should leave an audit entry for each entry of the history but the opened link', async () => {
      const commands = await em().countBy(HistoryEntry, {});
      // One entry of the audit log sets the start of the number series; opening a link is no command.
      expect((await verifyAudit(em())).entries).toBe(commands);
    });
  });

  describe('its clocks', () => {
    const statesOf = async (number: string): Promise<string[]> => {
      const deadlines = await em().find(Deadline, { where: { proposalId: await idOf(app, number) } });
      return deadlines.map(({ clock, state }) => `${clock} ${state}`).sort();
    };

    it('should have met what was owed in the issued case, and let run on only what the proposer is asked', async () => {
      expect(await statesOf(ISSUED)).toEqual([
        'contact cancelled',
        ...Array<string>(5).fill('opinion met'),
        'publish met',
        'rating running',
        'reply met',
        ...Array<string>(6).fill('return met'),
      ]);
    });

    it('should have met the reply clock of the issued case before its due day', async () => {
      const proposalId = await idOf(app, ISSUED);
      const clock = await em().findOneByOrFail(Deadline, { proposalId, clock: 'reply' });
      expect([clock.startedOn, clock.dueOn, clock.metOn]).toEqual(['2026-03-16', '2026-06-16', '2026-06-01']);
    });

    it('should run the clocks of what is still owed in the case under way', async () => {
      expect(await statesOf(MIDWAY)).toEqual([
        'contact running',
        'opinion met',
        'opinion running',
        'opinion running',
        'reply running',
        // One co-handler has not signed for it yet.
        ...['return met', 'return met', 'return met', 'return running'],
      ]);
    });

    it('should start the case under way twelve days before the first start', async () => {
      const clock = await em().findOneByOrFail(Deadline, {
        proposalId: await idOf(app, MIDWAY),
        clock: 'reply',
      });
      expect(clock.startedOn).toBe('2026-11-11');
    });

    it('should explain a due day when asked', async () => {
      const [clock] = await em().findBy(Deadline, { proposalId: await idOf(app, MIDWAY) });
      expect(clock?.explanation.length).toBeGreaterThan(1);
    });

    it('should run no clock when nothing was handed over', async () => {
      expect(await statesOf(WAITING)).toEqual([]);
    });
  });

  describe('its history', () => {
    const daysOf = async (number: string): Promise<string[]> => {
      const { history } = await materialOf(app, number);
      return history.map(({ at, action }) => `${at.toISOString().slice(0, 10)} ${action}`);
    };

    it('should carry the days on which things happened', async () => {
      expect(await daysOf(ISSUED)).toEqual(
        expect.arrayContaining([
          '2026-03-16 proposal.handOver',
          '2026-04-08 opinion.sendBack',
          '2026-05-14 reviewStep.sendBack',
          '2026-06-01 draft.issue',
          '2026-06-02 delivery.open',
        ]),
      );
    });

    it('should move a step to the working day before when it would fall on a day off', async () => {
      expect(await daysOf(WAITING)).toEqual(['2026-11-20 proposal.register']);
    });

    it.each([ISSUED, MIDWAY])('should never go backwards in case %s', async (number) => {
      const times = (await materialOf(app, number)).history.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });

    it('should lie wholly in the past', async () => {
      const times = (await em().find(HistoryEntry)).map(({ at }) => at);
      expect(times.filter((at) => at >= app.clock.now())).toEqual([]);
    });

    it('should leave no notice of the issued case to be told at the first start', async () => {
      const proposalId = await idOf(app, ISSUED);
      const waiting = (await em().find(Outbox)).filter(
        ({ dispatchedAt, payload }) => dispatchedAt === null && payload['proposalId'] === proposalId,
      );
      expect(waiting).toEqual([]);
    });

    it('should leave the notices of the case under way for the worker', async () => {
      expect([
        await em().count(Notice),
        (await em().findBy(Outbox, { topic: 'notice.tell' })).length > 0,
      ]).toEqual([0, true]);
    });
  });

  describe('what waits for whom', () => {
    it.each([
      ['jiaoban', WAITING, '交办'],
      ['gx-nigao', MIDWAY, '接受意见'],
      ['gx-tianban', MIDWAY, '接受意见'],
      ['wj-nigao', MIDWAY, '提交会办意见'],
      ['jt-tianban', MIDWAY, '签收'],
      ['tc-tianban', ISSUED, '签收来函'],
      ['sj-tianban', ISSUED, '签收来函'],
    ])('should let %s find case %s waiting for %s', async (account, number, label) => {
      const found = (await todoOf(account)).find((each) => each.number === number);
      expect(found?.waitingFor).toContain(label);
    });

    it.each(['gx-hegao', 'gx-lingdao', 'gx-juzhang', 'gx-wenshu', 'kj-nigao', 'duban'])(
      'should let %s find nothing waiting yet',
      async (account) => {
        expect(await todoOf(account)).toEqual([]);
      },
    );

    it.each(['xitong', 'anquan'])('should let administrator %s keep the house', async (account) => {
      const client = await new Client(app.url).signIn(account, password);
      expect((await client.get('/api/people')).status).toBe(200);
    });

    it('should have an account for every duty', async () => {
      const held = readCast().people.flatMap(({ duties }) => duties);
      expect(new Set(held).size).toBe(11);
    });

    it('should write every person of the file and nobody else', async () => {
      const named = readCast().people.map(({ account }) => account);
      expect((await em().find(Person)).map(({ account }) => account).sort()).toEqual(named.sort());
    });
  });

  describe('the issued case', () => {
    it('should have sent one opinion back and received it again', async () => {
      const { opinions } = await materialOf(app, ISSUED);
      expect(opinions.map(({ version }) => version).sort()).toEqual([1, 1, 1, 1, 2]);
    });

    it('should show a passage that was edited after it had been adopted', async () => {
      const { passages, sources } = await materialOf(app, ISSUED);
      const edited = sources.filter(
        ({ passageId, text }) => passages.find(({ id }) => id === passageId)?.body !== text,
      );
      expect(edited.map(({ opinionVersion }) => opinionVersion).sort()).toEqual([1, 2]);
    });

    it('should have gone on its way twice when the leader sent it back', async () => {
      const { steps } = await materialOf(app, ISSUED);
      expect(steps.map(({ round, state }) => `${round} ${state}`)).toEqual([
        '1 approved',
        '1 sent_back',
        '1 cancelled',
        '2 approved',
        '2 approved',
        '2 approved',
      ]);
    });

    it('should have all four files ready', async () => {
      const { files } = await materialOf(app, ISSUED);
      expect(files.map(({ format, state }) => `${format} ${state}`).sort()).toEqual([
        'docx ready',
        'html ready',
        'pdf ready',
        'txt ready',
      ]);
    });

    it('should be delivered to the proposer, the fixed recipients and the co-handlers', async () => {
      const { deliveries } = await materialOf(app, ISSUED);
      expect(deliveries.map(({ recipientName }) => recipientName).sort()).toEqual(
        ['致公党中山市委会', '市政协提案委', '市政府办公室', ...coHandlers].sort(),
      );
    });
  });

  const coHandlers = ['市人力资源社会保障局', '市卫生健康局', '市投促局', '市科技局', '市市场监管局'];

  describe('the letter', () => {
    let letter: Letter;
    beforeAll(async () => {
      letter = await em().findOneByOrFail(Letter, {});
    });

    it('should have the number after the ones given on paper', () => {
      expect(letter.text).toContain('\n中工信函〔2026〕87号\n');
    });

    it('should have the title with session and number', () => {
      expect(letter.text).toContain('关于市政协十三届五次会议第135026号提案答复的函');
    });

    it('should name the five co-handlers in order in the opening', () => {
      expect(letter.model.opening[0]).toContain(`经综合${coHandlers.join('、')}意见`);
    });

    it('should send copies in the same order', () => {
      expect(letter.model.copyTo).toEqual(['市政协提案委', '市政府办公室', ...coHandlers]);
    });

    it('should begin with the situation as a whole', () => {
      expect(letter.model.sections.map(({ suggestion }) => suggestion === null)).toEqual([
        true,
        false,
        false,
        false,
        false,
      ]);
    });

    it('should have a verdict, headings of the second level and a next step in every answer', () => {
      const answers = letter.model.sections.slice(1);
      const complete = answers.filter(({ verdict, blocks }) => {
        const words = blocks.map((block) => ('text' in block ? block.text : ''));
        const heads = words.filter((text) => /^（[一二三四]）/.test(text));
        return verdict === '吸收采纳。' && heads.length >= 3 && words.at(-1)?.startsWith('下一步，');
      });
      expect(complete).toHaveLength(4);
    });

    it('should count in words: 一是, 二是', () => {
      expect(letter.text.match(/[。；：]二是/g)?.length).toBeGreaterThan(4);
    });

    it('should be of class A and open to the public', () => {
      expect([letter.outcomeClass, letter.model.publication]).toEqual(['A', '主动公开']);
    });

    it('should take eight to ten pages', () => {
      expect([8, 9, 10]).toContain(letter.pages);
    });

    it.each(['{{', '}}', '**', 'undefined', 'null', '[object', '<'])(
      'should have no "%s" left in it',
      (mark) => {
        expect(letter.text).not.toContain(mark);
      },
    );

    it('should name no unit of the city that was not asked', () => {
      const units = letter.text.match(/市[一-龥]{2,6}(?:局|办公室|委员会)/g) ?? [];
      const known = new Set([...coHandlers, '市政府办公室', '市工业和信息化局']);
      expect(units.filter((name) => ![...known].some((each) => name.includes(each)))).toEqual([]);
    });
  });

  describe('the case under way', () => {
    it('should have one opinion given and two awaited', async () => {
      const { opinions } = await snapshotOf(app, MIDWAY);
      expect(opinions.map(({ state }) => state).sort()).toEqual(['awaited', 'awaited', 'submitted']);
    });

    it('should have its first section written, with passages from the opinion', async () => {
      const { passages, sources } = await materialOf(app, MIDWAY);
      const adopted = new Set(sources.map(({ passageId }) => passageId));
      expect(passages.map(({ id }) => adopted.has(id))).toEqual([false, true, true, false]);
    });

    it('should have the drafter named', async () => {
      const { assignments, directory } = await materialOf(app, MIDWAY);
      const { drafterId } = assignments.find(({ role }) => role === 'lead') ?? {};
      expect(directory.people.get(drafterId ?? '')?.account).toBe('gx-nigao');
    });
  });

  describe('its summary', () => {
    let summary: DemoSummary | null;
    beforeAll(async () => {
      summary = (await new Client(app.url).get<DemoSummary>('/api/demo')).body;
    });
    const pathOf = (address = ''): string => new URL(address).pathname;

    it('should list the accounts in the order of the path', () => {
      expect(summary?.accounts.slice(0, 7).map(({ account }) => account)).toEqual([
        'jiaoban',
        'gx-tianban',
        'gx-nigao',
        'gx-hegao',
        'gx-lingdao',
        'gx-juzhang',
        'gx-wenshu',
      ]);
    });

    it('should open the letter by the proposer’s personal link', async () => {
      const token = pathOf(summary?.letter?.page).split('/').at(-1);
      const { body } = await new Client(app.url).get(`/api/f/${token}`);
      expect(body).toMatchObject({ documentNumber: '中工信函〔2026〕87号', recipient: '致公党中山市委会' });
    });

    it.each([
      ['pdf', 'application/pdf'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ] as const)('should link the letter as %s', async (format, mime) => {
      const { headers } = await new Client(app.url).get(pathOf(summary?.letter?.[format]));
      expect(headers.get('content-type')).toContain(mime);
    });

    it('should leave an account out when it has been disabled', async () => {
      const { id } = await em().findOneByOrFail(Person, { account: 'duban' });
      await em().update(Person, { id }, { disabledAt: new Date() });
      const accounts = (await demoSummary(app.house))?.accounts.map(({ account }) => account);
      await em().update(Person, { id }, { disabledAt: null });
      expect(accounts).not.toContain('duban');
    });
  });
});
