import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shanghaiInstant } from '@fuhan/kernel';
import { nextMorning } from '@fuhan/rules';
import { Cluster } from './cluster';
import { holds, HouseTime, pause } from './house-time';
import { Nemesis } from './nemesis';
import { People } from './people';
import { Supervised } from './processes';
import { RedisServer } from './redis-server';
import { setStage, type Stage } from './stage';
import { judge, type Measured, silent, type Verdict } from './verdict';
import { Writer } from './writer';

export interface FaultPlan {
  readonly backend: 'redis' | 'postgres';
  /** How long things fail, and not before every kind of harm was done. */
  readonly seconds: number;
  readonly cases: number;
  readonly letters: number;
  /** A fault about every so many milliseconds. */
  readonly everyMs: number;
  readonly say: (line: string) => void;
}

export interface Outcome extends Verdict {
  readonly faults: number;
  readonly line: string;
  readonly passed: boolean;
}

/** A Monday morning, after the place's first moment of the day. */
const START = shanghaiInstant('2026-06-01', '09:30');
/** So long, at most, is waited for what a run has to have done. */
const SLOWEST_MS = 60_000;
/** A day takes twelve seconds. */
const PACE = 7_200;
const SETTLE_WITHIN_MS = 30_000;
const MORNINGS = 3;

interface House {
  readonly stage: Stage;
  readonly time: HouseTime;
  readonly apis: readonly Supervised[];
  readonly workers: readonly Supervised[];
  readonly cluster: Cluster;
  readonly redis: RedisServer | null;
}

async function open(cluster: Cluster, redis: RedisServer | null, letters: number): Promise<House> {
  const stage = await setStage(cluster.url, letters);
  const time = new HouseTime(START, PACE);
  const { DATABASE_URL, DATA_DIR } = stage.app.house.settings;
  const env = {
    ...{ DATABASE_URL, DATA_DIR, REDIS_URL: redis?.url ?? '', DATABASE_POOL: '6', DEMO: '0' },
    // The longest there are: a day of this house takes seconds.
    ...{ SESSION_IDLE_MINUTES: '1440', SESSION_HOURS: '72' },
    ...time.env,
  };
  const [apis, workers] = await Promise.all(
    (['api', 'worker'] as const).map((role) => Promise.all([1, 2].map(() => Supervised.start(role, env)))),
  );
  return { stage, time, apis: apis ?? [], workers: workers ?? [], cluster, redis };
}

/**
 * Everything that is due by the next working morning gets its time to speak. What a house that was down has put off speaks in the
 * mornings after: it is given two more. What is still silent then is lost.
 */
async function settle({ stage, time }: House): Promise<Measured> {
  const { dataSource, workingDays } = stage.app.house;
  const calendar = await workingDays.current(dataSource.manager);
  const { profile } = stage;
  for (let morning = 1; ; morning++) {
    const until = nextMorning(time.now(), profile.reminders.at, calendar);
    await time.until(until);
    const open = async (): Promise<number> => {
      const [row] = (await dataSource.query(
        `SELECT (SELECT count(*)::int FROM reminder WHERE state = 'pending' AND due_at <= $1)
              + (SELECT count(*)::int FROM outbox WHERE dispatched_at IS NULL) AS n`,
        [until],
      )) as [{ n: number }];
      return row.n;
    };
    await holds(async () => (await open()) === 0, SETTLE_WITHIN_MS);
    const measured = { profile, calendar, until };
    if (morning === MORNINGS || (await silent(dataSource, measured)).length === 0) return measured;
  }
}

async function failing(house: House, plan: FaultPlan): Promise<Omit<Outcome, 'line' | 'passed'>> {
  const { stage, time, cluster, redis, apis, workers } = house;
  const people = new People(apis.map(({ url }) => url));
  const writer = new Writer(stage, people, time, plan.cases);
  const databaseUrl = stage.app.house.settings.DATABASE_URL;
  const nemesis = new Nemesis({ cluster, databaseUrl, redis, apis, workers }, plan.everyMs);
  writer.start();
  nemesis.start();
  await pause(plan.seconds * 1000);
  // A slow machine takes longer over each harm: every kind is done once all the same.
  await holds(() => nemesis.hasDoneEverything, SLOWEST_MS);
  await nemesis.stop();
  await holds(() => writer.allCreated, SLOWEST_MS);
  await writer.stop();
  const measured = await settle(house);
  const { acknowledged, unanswered } = people;
  const { app, drafts } = stage;
  const verdict = await judge(app.house.dataSource, measured, { acknowledged, letters: drafts.length });
  const kinds = [...nemesis.done].map(([name, times]) => `${times} × ${name}`).join(', ');
  plan.say(`${plan.backend}: ${kinds}`);
  plan.say(
    `${plan.backend}: ${verdict.clocks} clocks, ${acknowledged.length} commands done and ${unanswered} times pressed in vain, ${drafts.length} letters; house time ${time.now().toISOString()}`,
  );
  return { ...verdict, faults: nemesis.count };
}

function tellBroken(plan: FaultPlan, outcome: Outcome, house: House): void {
  for (const sentence of [...outcome.broken, ...outcome.losses.slice(0, 20)])
    plan.say(`${plan.backend}: ${sentence}`);
  if (outcome.passed) return;
  for (const { role, printed } of [...house.apis, ...house.workers])
    for (const line of printed.slice(-20)) plan.say(`  ${role} | ${line}`);
}

/** The program in several processes, with clocks that run, while everything under it is killed; then the count. */
export async function runFaults(plan: FaultPlan): Promise<Outcome> {
  const dir = await mkdtemp(path.join(tmpdir(), 'fuhan-faults-'));
  const cluster = await Cluster.open(path.join(dir, 'postgres'));
  const redis = plan.backend === 'redis' ? await RedisServer.open(dir) : null;
  let house: House | null = null;
  try {
    house = await open(cluster, redis, plan.letters);
    const counted = await failing(house, plan);
    const { reminders, faults, lost, doubled, early, broken } = counted;
    const line = `${plan.backend}: ${reminders} reminders, ${faults} faults, ${lost} lost, ${doubled} doubled, ${early} early`;
    const passed = reminders > 0 && lost + doubled + early === 0 && broken.length === 0;
    const outcome = { ...counted, line, passed };
    tellBroken(plan, outcome, house);
    return outcome;
  } finally {
    await Promise.all([...(house?.apis ?? []), ...(house?.workers ?? [])].map((each) => each.stop()));
    await house?.stage.app.close();
    await redis?.close();
    await cluster.close();
    await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
