import { Letter, Proposal } from '@fuhan/casework';
import { shanghaiDate } from '@fuhan/kernel';
import { actorOf, Person } from '@fuhan/identity';
import { Client, savePerson, startTestApp, type TestApp } from '@fuhan/testing';
import { readStories } from '../../apps/server/demo/demo-files';
import { demoSummary } from '../../apps/server/demo/demo-summary';
import { loadDemo } from '../../apps/server/demo/load-demo';

const { issued, waiting } = readStories();

describe('loading the demo', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startTestApp({ demo: true });
  });
  afterEach(async () => app.close());

  const em = () => app.house.dataSource.manager;
  const counts = async (): Promise<number[]> => [
    await em().count(Proposal),
    await em().count(Person),
    await em().count(Letter),
  ];
  const registered = async (): Promise<Date> =>
    (await em().findOneByOrFail(Proposal, { number: waiting.proposal.number })).registeredAt;

  /** What a real house has: a coordinator, and a proposal that is not the demo's. */
  async function registerRealProposal(title: string): Promise<void> {
    const { id } = await savePerson(em(), 'coordinator', 'zhengfuban', ['coordinator']);
    const { number, term, meeting } = issued.proposal;
    const actor = await actorOf(em(), id, app.house.clock.today());
    await app.house.door.run(actor, 'proposal.register', null, {
      ...{ kind: 'plenary', number, term, meeting, title, fullText: '全文。' },
      proposers: [{ kind: 'member', name: '某某' }],
      suggestions: [{ title: '一条建议' }],
    });
  }

  it('should load once when several processes start at the same time', async () => {
    const loaded = await Promise.all([loadDemo(app.house), loadDemo(app.house), loadDemo(app.house)]);
    expect(loaded.filter(Boolean)).toHaveLength(1);
  });

  it('should add nothing when it has been loaded', async () => {
    await loadDemo(app.house);
    const before = await counts();
    await loadDemo(app.house);
    expect(await counts()).toEqual(before);
  });

  it('should leave a house alone when it has a proposal of its own', async () => {
    await registerRealProposal('关于别的事情的提案');
    await loadDemo(app.house);
    expect(await counts()).toEqual([1, 1, 0]);
  });

  it('should leave a house alone when it has people of its own', async () => {
    await savePerson(em(), 'xitong', 'zhengfuban', ['system_admin']);
    await loadDemo(app.house);
    expect(await counts()).toEqual([0, 1, 0]);
  });

  it('should leave nothing behind when the load fails half way', async () => {
    const print = jest.spyOn(app.house.printer, 'render').mockRejectedValue(new Error('out of paper'));
    await expect(loadDemo(app.house)).rejects.toThrow('out of paper');
    print.mockRestore();
    expect(await counts()).toEqual([0, 0, 0]);
  });

  it('should load after all when an earlier load had failed', async () => {
    const print = jest.spyOn(app.house.printer, 'render').mockRejectedValue(new Error('out of paper'));
    await loadDemo(app.house).catch(() => undefined);
    print.mockRestore();
    expect(await loadDemo(app.house)).toBe(true);
  });

  it.each([
    ['the long holiday in autumn', '2026-10-03T04:00:00Z', '2026-09-30'],
    ['a Monday', '2026-11-23T02:00:00Z', '2026-11-20'],
    ['a Wednesday', '2026-11-25T02:00:00Z', '2026-11-24'],
  ])('should register on a working day when the first start is in %s', async (_when, start, day) => {
    app.clock.moveTo(new Date(start));
    await loadDemo(app.house);
    expect(shanghaiDate(await registered())).toBe(day);
  });

  it('should not move the clock of the house', async () => {
    const before = app.clock.now();
    await loadDemo(app.house);
    expect(app.clock.now().getTime() - before.getTime()).toBeLessThan(60_000);
  });

  describe('its summary', () => {
    it('should say nothing when no demo was loaded', async () => {
      expect((await new Client(app.url).get('/api/demo')).body).toBeNull();
    });

    it('should say nothing when a real proposal bears the same number', async () => {
      await registerRealProposal('关于别的事情的提案');
      expect(await demoSummary(app.house)).toBeNull();
    });

    it('should say nothing when the accounts are not those of the demo', async () => {
      await registerRealProposal(issued.proposal.title);
      expect(await demoSummary(app.house)).toBeNull();
    });

    it('should keep the letter back when its files are not all there', async () => {
      await loadDemo(app.house);
      await em().query(`UPDATE letter_file SET state = 'pending', blob_id = NULL WHERE format = 'docx'`);
      expect((await demoSummary(app.house))?.letter).toBeNull();
    });
  });
});
