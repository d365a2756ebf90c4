import { performance } from 'node:perf_hooks';
import { reminderDesk } from '@fuhan/casework';
import {
  anyDue,
  type ClockContext,
  type ClockSubject,
  fireDue,
  startClock,
  sweepReminders,
} from '@fuhan/clocks';
import { answeredRun, newId, shanghaiInstant } from '@fuhan/kernel';
import {
  createDataSource,
  type JobHandlers,
  JobRunner,
  JobSender,
  prepareQueue,
  type QueueBackend,
} from '@fuhan/platform';
import { Client, describeEachBackend, savePerson, startTestApp, type TestApp } from '@fuhan/testing';
import { HouseWorker } from '../../apps/server/worker/worker';
import { median, report, timed } from './figures';

const UNITS = 20;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await pause(20);
}
const nothing = (): Promise<void> => Promise.resolve();
const idle: JobHandlers = {
  'letter.produce': nothing,
  'notice.tell': nothing,
  'reminder.wake': nothing,
  'import.work': () => Promise.resolve(),
  'letterImport.work': () => Promise.resolve(),
  'clocks.recompute': () => Promise.resolve(),
  'dispatch.send': nothing,
};

const contextOf = async ({ house }: TestApp): Promise<Omit<ClockContext, 'em'>> => ({
  now: house.clock.now(),
  today: house.clock.today(),
  profile: await house.profiles.current(house.dataSource.manager),
  calendar: await house.workingDays.current(house.dataSource.manager),
  horizonHours: 24,
});

/** `clocks` open clocks of one case for the units of the place, and a reminder each that falls due over a stretch of time. */
async function fill(app: TestApp, clocks: number, dueFrom: Date, everyMs: number): Promise<void> {
  const em = app.house.dataSource.manager;
  await em.query('TRUNCATE reminder, deadline, notice CASCADE');
  const [subject] = (await em.query(
    'SELECT p.id AS "proposalId", gen_random_uuid() AS "subjectId", (SELECT id FROM unit LIMIT 1) AS "unitId" FROM proposal p LIMIT 1',
  )) as [ClockSubject];
  const model = await startClock({ ...(await contextOf(app)), em }, 'reply', subject);
  await em.query('DELETE FROM reminder');
  await em.query(
    `INSERT INTO deadline SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'subject_id', gen_random_uuid(), 'unit_id', u.id))).*
     FROM deadline d, generate_series(0, $1::int - 1) n, LATERAL (SELECT id FROM unit ORDER BY code OFFSET n % ${UNITS} LIMIT 1) u`,
    [clocks],
  );
  await em.query('DELETE FROM deadline WHERE id = $1', [model?.id]);
  await em.query(
    `INSERT INTO reminder (id, deadline_id, due_at, state, rev, kind, rule)
     SELECT gen_random_uuid(), id, $1::timestamptz + (row_number() OVER ()) * $2::float8 * interval '1 millisecond', 'pending', 1, 'remind', '到期前1个工作日提醒' FROM deadline`,
    [dueFrom, everyMs],
  );
  // As in a house that has stood for a while.
  await em.query('ANALYZE reminder, deadline');
}

async function bureau(redisUrl: string | undefined): Promise<TestApp> {
  const app = await startTestApp({ at: '2026-06-08T01:00:00Z', ...(redisUrl ? { redisUrl } : {}) });
  const em = app.house.dataSource.manager;
  const units = (await em.query(`SELECT code FROM unit ORDER BY code LIMIT ${UNITS}`)) as { code: string }[];
  for (const [n, { code }] of units.entries()) await savePerson(em, `office${n}`, code, ['proposal_office']);
  await savePerson(em, 'coordinator', 'zhengfuban', ['coordinator']);
  const coordinator = await new Client(app.url).signIn('coordinator');
  await coordinator.done('/api/proposals', {
    ...{ kind: 'plenary', number: '135999', term: 13, meeting: 5, title: '关于测量的提案' },
    proposers: [{ kind: 'organisation', name: '民盟中山市委会' }],
    ...{ fullText: '提案全文。', suggestions: [{ title: '尽快推进', body: '' }] },
  });
  return app;
}

describeEachBackend('reminders', (place) => {
  let app: TestApp;
  let backend: QueueBackend;

  beforeAll(async () => {
    app = await bureau(place.redisUrl);
    backend = { databaseUrl: app.house.settings.DATABASE_URL, redisUrl: place.redisUrl };
    await prepareQueue(backend);
  });
  afterAll(() => app.close());

  const now = (): Date => app.house.clock.now();
  const count = async (state: string): Promise<number> => {
    const [{ n }] = (await app.house.dataSource.query(
      'SELECT count(*)::int AS n FROM reminder WHERE state = $1',
      [state],
    )) as [{ n: number }];
    return n;
  };
  const firing = (counted: () => void = () => undefined): JobHandlers => {
    const { dataSource, profiles, clock } = app.house;
    const desk = reminderDesk((em, version) => profiles.version(em, version));
    const fire = answeredRun(async () => {
      if (await anyDue(dataSource, clock.now())) await fireDue(dataSource, await contextOf(app), desk);
    });
    return {
      ...idle,
      'reminder.wake': async () => {
        await fire.first();
        counted();
      },
    };
  };
  /** Runs the jobs that wait, and takes the time until the last is done. */
  const drained = async (jobs: number, handlers: (counted: () => void) => JobHandlers): Promise<number> => {
    let done = 0;
    const runner = new JobRunner(
      backend,
      handlers(() => void done++),
    );
    const took = await timed(() => until(() => done >= jobs));
    await runner.close();
    return took;
  };

  const JOBS = 5_000;
  /** The same jobs, run by the same queue, for which nothing is done. */
  const bare = async (): Promise<number> => {
    const sender = new JobSender(backend);
    await sender.send(
      Array.from({ length: JOBS }, () => {
        const reminderId = newId();
        return { name: 'reminder.wake' as const, id: `rem-${reminderId}-1`, data: { reminderId, rev: 1 } };
      }),
    );
    await sender.close();
    return drained(JOBS, (counted) => ({ ...idle, 'reminder.wake': () => Promise.resolve(counted()) }));
  };
  const ours = async (): Promise<number> => {
    await fill(app, JOBS, new Date(now().getTime() - 60_000), 0);
    const sender = new JobSender(backend);
    await sweepReminders(app.house.dataSource, sender, now(), 24);
    await sender.close();
    const took = await drained(JOBS, firing);
    expect(await count('sent')).toBe(JOBS);
    return took;
  };

  it('should report reminders a second against a bare worker', async () => {
    const rounds = { bare: [] as number[], ours: [] as number[] };
    // A round on Redis takes two seconds, less than the machine's own moods last: more of them.
    const pairs = place.redisUrl ? 15 : 9;
    for (let round = 0; round <= pairs; round++) {
      // Each goes first in every other round; the first one warms both.
      const turns = [
        async (): Promise<unknown> => rounds.bare.push(await bare()),
        async (): Promise<unknown> => rounds.ours.push(await ours()),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    }
    const [alone, told] = [rounds.bare, rounds.ours].map((each) => median(each.slice(1)));
    report(`${place.name}: bare worker, jobs a second`, (JOBS / alone!) * 1000, '1/s');
    report(`${place.name}: reminders a second`, (JOBS / told!) * 1000, '1/s');
    report(
      `${place.name}: reminders against a bare worker, medians of ${pairs} in turns (asked: 0.8)`,
      alone! / told!,
      '×',
    );
  });

  it('should report how late 10,000 within one minute are', async () => {
    const DUE = 10_000;
    app.clock.moveTo(shanghaiInstant('2026-06-08', '10:00'));
    await fill(app, DUE, new Date(now().getTime() + 15_000), 60_000 / DUE);
    const sender = new JobSender(backend);
    await sweepReminders(app.house.dataSource, sender, now(), 24);
    const runner = new JobRunner(backend, firing());
    await until(async () => {
      await pause(500);
      return (await count('sent')) === DUE;
    });
    await runner.close();
    await sender.close();
    const [{ p50, p99, last }] = (await app.house.dataSource.query(
      `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY late) AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY late) AS p99, max(late) AS last
       FROM (SELECT extract(epoch FROM sent_at - due_at)::float8 AS late FROM reminder WHERE state = 'sent') s`,
    )) as [{ p50: number; p99: number; last: number }];
    report(`${place.name}: 10,000 in one minute, lateness p50`, p50, 's');
    report(`${place.name}: 10,000 in one minute, lateness p99 (asked on Redis: 5)`, p99, 's');
    report(`${place.name}: 10,000 in one minute, the latest`, last, 's');
  });

  it('should report the sweep over 100,000 open clocks', async () => {
    const CLOCKS = 100_000;
    // Each clock's next reminder somewhere in the two months ahead, as in a full house.
    await fill(app, CLOCKS, now(), (60 * 86_400_000) / CLOCKS);
    const sender = new JobSender(backend);
    const from = performance.now();
    const first = await sweepReminders(app.house.dataSource, sender, now(), 24);
    report(
      `${place.name}: first sweep over 100,000 open clocks, ${first?.offered} offered (asked: 2)`,
      (performance.now() - from) / 1000,
      's',
    );
    const took = await timed(() =>
      sweepReminders(app.house.dataSource, sender, now(), 24, first?.until ?? null),
    );
    report(`${place.name}: the sweep of a later minute`, took / 1000, 's');
    const heal = await timed(() =>
      app.house.dataSource.query(
        `SELECT id FROM deadline d WHERE state = 'running' AND NOT is_window
         AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.deadline_id = d.id AND r.kind = 'remind' AND r.state = 'pending' AND r.sent_by IS NULL)`,
      ),
    );
    report(`${place.name}: looking for clocks without a plan, at the start`, heal / 1000, 's');
    await sender.close();
    await app.house.dataSource.query('TRUNCATE reminder, deadline, notice CASCADE');
  });

  it('should report what an idle worker costs', async () => {
    const SECONDS = 30;
    const worker = new HouseWorker(app.house);
    await worker.start();
    // PostgreSQL counts what a session did before only once it has been idle for ten seconds.
    await pause(12_000);
    const watcher = createDataSource({ url: backend.databaseUrl, pool: 1, entities: [] });
    await watcher.initialize();
    const transactions = async (): Promise<number> => {
      const [{ n }] = (await watcher.query(
        `SELECT pg_stat_get_db_xact_commit(oid) + pg_stat_get_db_xact_rollback(oid) AS n FROM pg_database WHERE datname = current_database()`,
      )) as [{ n: string }];
      return Number(n);
    };
    const before = { n: await transactions(), cpu: process.cpuUsage() };
    await pause(SECONDS * 1000);
    const { user, system } = process.cpuUsage(before.cpu);
    const asked = (await transactions()) - before.n;
    report(`${place.name}: idle worker, CPU of one core`, (user + system) / 10_000 / SECONDS, '%');
    report(`${place.name}: idle worker, transactions a minute`, (asked / SECONDS) * 60, '1/min');
    await watcher.destroy();
    await worker.stop();
  });
});
