import { performance } from 'node:perf_hooks';
import { Client as Session } from 'pg';
import type { Client } from '@fuhan/testing';
import { startWorld, type World } from '../integration/casework-world';
import { recorded, replay } from './handling/bare';
import { fill } from './handling/fill';
import { report } from './figures';

const SIZES = [10_000, 100_000] as const;
const READS = 40;

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

async function eachTimed(times: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const from = performance.now();
    await work(i);
    took.push(performance.now() - from);
  }
  return took;
}

/** What was measured at the size before. */
const atSmaller = new Map<string, number>();

interface Open {
  readonly proposal: string;
  readonly assignment: string;
}

describe.each(SIZES)('handling among %d cases', (size) => {
  let world: World;
  let bare: Session;
  let open: Open[];

  beforeAll(async () => {
    world = await startWorld();
    const { id } = await world.opened('138001');
    const { dataSource, settings } = world.app.house;
    const [like] = await dataSource.query(
      `SELECT id FROM deadline WHERE proposal_id = $1 AND clock = 'reply'`,
      [id],
    );
    await fill(dataSource, size, like.id);
    open = await dataSource.query(
      `SELECT a.proposal_id AS proposal, a.id AS assignment FROM assignment a JOIN unit u ON u.id = a.unit_id
       WHERE a.state = 'handed_over' AND u.code = 'gongxin' ORDER BY a.id`,
    );
    bare = new Session({ connectionString: settings.DATABASE_URL });
    await bare.connect();
  });
  afterAll(async () => {
    await bare.end();
    await world.app.close();
  });

  async function read(what: string, client: Client, path: string): Promise<void> {
    const get = () => client.get(path);
    await get();
    const sent = await recorded(get);
    const again = () => replay(bare, sent, new Map());
    await again();
    const ours = p95(await eachTimed(READS, get));
    const theirs = p95(await eachTimed(READS, again));
    report(`${what} among ${size}, p95`, ours, 'ms');
    report(`${what} among ${size}, its ${sent.length} statements bare, p95`, theirs, 'ms');
    report(`${what} among ${size}, times bare`, ours / theirs, '×');
    const smaller = atSmaller.get(what);
    if (smaller !== undefined) report(`${what}, growth to ${size}`, ours / smaller, '×');
    atSmaller.set(what, ours);
  }

  it('should report the reading of a case, of worklists, of the ledger', async () => {
    const office = await world.cast.as('office');
    const coordinator = await world.cast.as('coordinator');
    await read('case file', office, `/api/proposals/${open[0]?.proposal}`);
    await read('待办 of a unit', office, '/api/todo?box=todo');
    await read('待办 of the coordinator', coordinator, '/api/todo?box=todo');
    await read('台账 of a unit', office, '/api/proposals?limit=20');
    await read('台账 of the coordinator', coordinator, '/api/proposals?limit=20');
    await read('台账, words sought', coordinator, '/api/proposals?limit=20&q=%E7%AC%AC777');
  });

  it('should report transitions per second beside the same SQL bare', async () => {
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
    const perSecond = (took: number[]): number =>
      (1000 * took.length) / took.reduce((sum, each) => sum + each, 0);
    report(`签收 among ${size}, one after the other over HTTP`, perSecond(ours), '1/s');
    report(`签收 among ${size}, its ${sent.length} statements bare`, perSecond(theirs), '1/s');
    report(`签收 among ${size}, times bare`, perSecond(theirs) / perSecond(ours), '×');
  });
});
