import { Letter, Proposal } from '@fuhan/casework';
import { shanghaiDate } from '@fuhan/kernel';
import { actorOf, Person } from '@fuhan/identity';
import { readRows } from '@fuhan/platform';
import { Client, savePerson, startTestApp, type TestApp } from '@fuhan/testing';
import type { ObjectLiteral } from 'typeorm';
import { readStories } from '../../apps/server/demo/demo-files';
import { demoSummary } from '../../apps/server/demo/demo-summary';
import { loadDemo } from '../../apps/server/demo/load-demo';

const { issued, waiting } = readStories();

/** A moment at which a house is started for the first time, and the working day on which its last case is then registered. */
type FirstStart = readonly [start: string, day: string];
const MONDAY: FirstStart = ['2026-11-23T02:00:00Z', '2026-11-20'];
const WEDNESDAY: FirstStart = ['2026-11-25T02:00:00Z', '2026-11-24'];
const LONG_HOLIDAY_IN_AUTUMN: FirstStart = ['2026-10-03T04:00:00Z', '2026-09-30'];

let app: TestApp;
afterEach(() => {
  jest.restoreAllMocks();
});

const em = () => app.house.dataSource.manager;
const counts = async (): Promise<number[]> => [
  await em().count(Proposal),
  await em().count(Person),
  await em().count(Letter),
];
const dayOfRegistration = async (): Promise<string> =>
  shanghaiDate((await em().findOneByOrFail(Proposal, { number: waiting.proposal.number })).registeredAt);

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

// A load takes seconds. Each describe below is one house with one story: its tests stand in the order in which things happen.

describe('a demo that several processes load at the same time', () => {
  let loaded: boolean[];
  let moved: number;

  beforeAll(async () => {
    app = await startTestApp({ demo: true, at: MONDAY[0] });
    const before = app.house.clock.now();
    loaded = await Promise.all([loadDemo(app.house), loadDemo(app.house), loadDemo(app.house)]);
    moved = app.house.clock.now().getTime() - before.getTime();
  });
  afterAll(async () => app.close());

  it('should be loaded once', () => {
    expect(loaded.filter(Boolean)).toHaveLength(1);
  });

  it('should be read row by row as the entities are', async () => {
    const read: string[] = [];
    for (const { target, name, primaryColumns } of app.house.dataSource.entityMetadatas) {
      const key = primaryColumns.map(({ propertyName }) => propertyName);
      const found = await em().find<ObjectLiteral>(target, {
        order: Object.fromEntries(key.map((column) => [column, 'ASC'])),
      });
      expect({ name, rows: await readRows<ObjectLiteral>(em(), target, { order: key }) }).toEqual({
        name,
        rows: found,
      });
      if (found.length > 0) read.push(name);
    }
    expect(read.length).toBeGreaterThan(30);
  });

  it('should register on the working day before when the first start is on a Monday', async () => {
    expect(await dayOfRegistration()).toBe(MONDAY[1]);
  });

  it('should not have moved the clock of the house', () => {
    expect(moved).toBeLessThan(60_000);
  });

  it('should gain nothing when it is loaded again', async () => {
    const before = await counts();
    await loadDemo(app.house);
    expect(await counts()).toEqual(before);
  });

  it('should keep the letter back in its summary when its files are not all there', async () => {
    await em().query(`UPDATE letter_file SET state = 'pending', blob_id = NULL WHERE format = 'docx'`);
    expect((await demoSummary(app.house))?.letter).toBeNull();
  });
});

describe('a demo whose load fails half way', () => {
  beforeAll(async () => {
    app = await startTestApp({ demo: true, at: LONG_HOLIDAY_IN_AUTUMN[0] });
  });
  afterAll(async () => app.close());

  it('should say nothing in its summary before it was loaded', async () => {
    expect((await new Client(app.url).get('/api/demo')).body).toBeNull();
  });

  it('should leave nothing behind', async () => {
    jest.spyOn(app.house.printer, 'render').mockRejectedValue(new Error('out of paper'));
    await expect(loadDemo(app.house)).rejects.toThrow('out of paper');
    expect(await counts()).toEqual([0, 0, 0]);
  });

  it('should be loaded after all the next time', async () => {
    expect(await loadDemo(app.house)).toBe(true);
  });

  it('should register on the last working day when the first start is in the long holiday in autumn', async () => {
    expect(await dayOfRegistration()).toBe(LONG_HOLIDAY_IN_AUTUMN[1]);
  });
});

describe('loading the demo', () => {
  beforeEach(async () => {
    app = await startTestApp({ demo: true });
  });
  afterEach(async () => app.close());

  it('should register on the day before when the first start is on a Wednesday', async () => {
    app.clock.moveTo(new Date(WEDNESDAY[0]));
    await loadDemo(app.house);
    expect(await dayOfRegistration()).toBe(WEDNESDAY[1]);
  });

  it('should leave a house alone when it has people of its own', async () => {
    await savePerson(em(), 'xitong', 'zhengfuban', ['system_admin']);
    await loadDemo(app.house);
    expect(await counts()).toEqual([0, 1, 0]);
  });

  it('should leave a house alone, and say nothing in its summary, when it has a proposal of the same number', async () => {
    await registerRealProposal('关于别的事情的提案');
    await loadDemo(app.house);
    expect([await counts(), await demoSummary(app.house)]).toEqual([[1, 1, 0], null]);
  });

  it('should say nothing in its summary when the accounts are not those of the demo', async () => {
    await registerRealProposal(issued.proposal.title);
    expect(await demoSummary(app.house)).toBeNull();
  });
});
