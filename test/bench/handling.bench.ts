import { performance } from 'node:perf_hooks';
import { Client as Session } from 'pg';
import { startWorld, type World } from '../integration/casework-world';
import { recorded, replay } from './handling/bare';
import { fill } from './handling/fill';
import { report } from './figures';

const SIZES = [10_000, 100_000] as const;
const READS = 150;

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
async function eachTimed(times: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await took(() => work(i)));
  return all;
}

interface Open {
  readonly proposal: string;
  readonly assignment: string;
}
/** A house with so many cases, and a session to its database with nothing round it. */
interface Place {
  readonly size: number;
  readonly world: World;
  readonly bare: Session;
  readonly open: readonly Open[];
}

async function placeOf(size: number): Promise<Place> {
  const world = await startWorld();
  const { id } = await world.opened('138001');
  const { dataSource, settings } = world.app.house;
  const [like] = await dataSource.query(
    `SELECT id FROM deadline WHERE proposal_id = $1 AND clock = 'reply'`,
    [id],
  );
  await fill(dataSource, size, like.id);
  const open = await dataSource.query(
    `SELECT a.proposal_id AS proposal, a.id AS assignment FROM assignment a JOIN unit u ON u.id = a.unit_id
     WHERE a.state = 'handed_over' AND u.code = 'gongxin' ORDER BY a.id`,
  );
  const bare = new Session({ connectionString: settings.DATABASE_URL });
  await bare.connect();
  return { size, world, bare, open };
}

describe('handling', () => {
  const places: Place[] = [];

  beforeAll(async () => {
    for (const size of SIZES) places.push(await placeOf(size));
  });
  afterAll(async () => {
    for (const { bare, world } of places) {
      await bare.end();
      await world.app.close();
    }
  });

  /** The same reading in both houses, over HTTP and bare, in turns: a machine growing slower or faster favours none. */
  async function read(what: string, who: string, pathOf: (place: Place) => string): Promise<void> {
    const readings = await Promise.all(
      places.map(async (place) => ({
        ...place,
        client: await place.world.cast.as(who),
        path: pathOf(place),
      })),
    );
    const turns = [];
    for (const { size, client, path, bare } of readings) {
      const get = () => client.get(path);
      await get();
      const sent = await recorded(get);
      const again = () => replay(bare, sent, new Map());
      await again();
      turns.push({ size, statements: sent.length, get, again, ours: [] as number[], theirs: [] as number[] });
    }
    for (let i = 0; i < READS; i++)
      for (const { get, again, ours, theirs } of turns) {
        ours.push(await took(get));
        theirs.push(await took(again));
      }
    for (const { size, statements, ours, theirs } of turns) {
      report(`${what} among ${size}, p95`, p95(ours), 'ms');
      report(`${what} among ${size}, its ${statements} statements bare, p95`, p95(theirs), 'ms');
      report(`${what} among ${size}, times bare (asked: 2)`, p95(ours) / p95(theirs), '×');
    }
    const [small, large] = turns;
    if (!small || !large) return;
    report(`${what}, growth to ${large.size} (asked: 1.3)`, p95(large.ours) / p95(small.ours), '×');
    report(`${what}, growth bare`, p95(large.theirs) / p95(small.theirs), '×');
  }

  it('should report the reading of a case, of worklists, of the ledger', async () => {
    await read('case file', 'office', ({ open }) => `/api/proposals/${open[0]?.proposal}`);
    await read('待办 of a unit', 'office', () => '/api/todo?box=todo');
    await read('待办 of the coordinator', 'coordinator', () => '/api/todo?box=todo');
    await read('台账 of a unit', 'office', () => '/api/proposals?limit=20');
    await read('台账 of the coordinator', 'coordinator', () => '/api/proposals?limit=20');
    const sought = (words: string): string => `/api/proposals?limit=20&q=${encodeURIComponent(words)}`;
    await read('台账, words one case has', 'coordinator', () => sought('第777件'));
    await read('台账, words ten times as many have', 'coordinator', () => sought('第777'));
  });

  it.each(SIZES)('should report transitions per second beside the same SQL bare, among %d', async (size) => {
    const { world, bare, open } = places[SIZES.indexOf(size)]!;
    const office = await world.cast.as('office');
    const half = Math.floor((open.length - 1) / 2);
    const sign = (i: number) => office.done(`/api/assignments/${open[i]?.assignment}/sign`);
    const sent = await recorded(() => sign(0));
    const first = open[0] as Open;
    const ours = await eachTimed(half, (i) => sign(1 + i));
    const theirs = await eachTimed(half, (i) => {
      const other = open[1 + half + i] as Open;
      return replay(
        bare,
        sent,
        new Map([
          [first.proposal, other.proposal],
          [first.assignment, other.assignment],
        ]),
      );
    });
    const perSecond = (all: number[]): number =>
      (1000 * all.length) / all.reduce((sum, each) => sum + each, 0);
    report(`签收 among ${size}, one after the other over HTTP`, perSecond(ours), '1/s');
    report(`签收 among ${size}, its ${sent.length} statements bare`, perSecond(theirs), '1/s');
    report(`签收 among ${size}, times bare`, perSecond(theirs) / perSecond(ours), '×');
  });
});
