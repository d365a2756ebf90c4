import { FuhanError } from '@fuhan/kernel';
import {
  type JobHandlers,
  JobRunner,
  JobSender,
  type NewJob,
  prepareQueue,
  type QueueBackend,
  queueNames,
} from '@fuhan/platform';
import { createTestDatabase, describeEachBackend, type TestDatabase } from '@fuhan/testing';

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (holds()) return;
    await pause(20);
  }
  throw new Error('it has not happened within 10 s');
}

const letterJob = (letterId: string, more: Partial<NewJob> = {}): NewJob => ({
  name: 'letter.produce',
  id: `letter-${letterId}`,
  data: { letterId },
  ...more,
});

describeEachBackend('the queue', (place) => {
  let database: TestDatabase;
  let backend: QueueBackend;
  let sender: JobSender;
  let runners: JobRunner[];
  /** The letters whose job ran, in order; with `fail` on the way. */
  let ran: string[];
  let handle: (letterId: string) => Promise<void>;

  const handlers: JobHandlers = {
    'letter.produce': async ({ letterId }) => {
      ran.push(letterId);
      await handle(letterId);
    },
    'notice.tell': ({ outboxId }) => Promise.resolve(void ran.push(`notice ${outboxId}`)),
    'reminder.wake': ({ reminderId, rev }) => Promise.resolve(void ran.push(`reminder ${reminderId} ${rev}`)),
    'import.work': ({ batchId }) => Promise.resolve(void ran.push(`import ${batchId}`)),
    'letterImport.work': ({ importId }) => Promise.resolve(void ran.push(`letters ${importId}`)),
    'clocks.recompute': ({ revision }) => Promise.resolve(void ran.push(`recompute ${revision}`)),
    'dispatch.send': ({ dispatchId }) => Promise.resolve(void ran.push(`dispatch ${dispatchId}`)),
  };
  const run = async (): Promise<JobRunner> => {
    const runner = new JobRunner(backend, handlers);
    runners.push(runner);
    await runner.ready();
    return runner;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    backend = { databaseUrl: database.url, redisUrl: place.redisUrl };
    await prepareQueue(backend);
  });
  beforeEach(() => {
    ran = [];
    runners = [];
    handle = () => Promise.resolve();
    sender = new JobSender(backend);
  });
  afterEach(async () => {
    await Promise.all(runners.map((runner) => runner.close()));
    await sender.close();
  });
  afterAll(() => database.drop());

  it('should run a job once when it is sent once, though two workers listen', async () => {
    await run();
    await run();
    await sender.send([letterJob('once')]);
    await until(() => ran.length > 0);
    await pause(200);
    expect(ran).toEqual(['once']);
  });

  it('should run every job of a batch, each in its own queue', async () => {
    await run();
    await sender.send([
      letterJob('of-three'),
      { name: 'notice.tell', id: 'notice-7', data: { outboxId: '7' } },
      { name: 'reminder.wake', id: 'rem-r-1', data: { reminderId: 'r', rev: 1 } },
      { name: 'dispatch.send', id: 'dispatch-d-1', data: { dispatchId: 'd', attempt: 1 } },
      { name: 'import.work', id: 'import-b-1', data: { batchId: 'b' } },
    ]);
    await until(() => ran.length === queueNames.length);
    expect([...ran].sort()).toEqual(['dispatch d', 'import b', 'notice 7', 'of-three', 'reminder r 1']);
  });

  it('should run what was sent before anybody listened', async () => {
    await sender.send([letterJob('early')]);
    await run();
    await until(() => ran.includes('early'));
    expect(ran).toEqual(['early']);
  });

  it('should wait as the house’s clock does where that runs faster than the machine’s', async () => {
    await run();
    const fast = new JobSender(backend, 1_000);
    await fast.send([letterJob('ten-minutes', { delay: 600_000 })]);
    expect(ran).toEqual([]);
    await until(() => ran.length > 0);
    await fast.close();
    expect(ran).toEqual(['ten-minutes']);
  });

  it('should let a job wait for its moment', async () => {
    await run();
    const sent = Date.now();
    await sender.send([letterJob('later', { delay: 600 })]);
    await until(() => ran.includes('later'));
    expect(Date.now() - sent).toBeGreaterThanOrEqual(550);
  });

  it('should not double a job while one with the same id lives', async () => {
    await sender.send([letterJob('same'), letterJob('same')]);
    await sender.send([letterJob('same')]);
    await run();
    await until(() => ran.includes('same'));
    await pause(200);
    expect(ran).toEqual(['same']);
  });

  it('should take the same id again when the job is done', async () => {
    await run();
    await sender.send([letterJob('again')]);
    await until(() => ran.length === 1);
    await pause(200);
    await sender.send([letterJob('again')]);
    await until(() => ran.length === 2);
    expect(ran).toEqual(['again', 'again']);
  });

  it('should not try again when the business refused', async () => {
    handle = () => Promise.reject(new FuhanError('request.not-found'));
    await run();
    await sender.send([letterJob('refused')]);
    await until(() => ran.includes('refused'));
    await pause(1_800);
    expect(ran).toEqual(['refused']);
  });

  it('should try again when something else went wrong', async () => {
    handle = () => (ran.length === 1 ? Promise.reject(new Error('disk full')) : Promise.resolve());
    await run();
    await sender.send([letterJob('second-try')]);
    await until(() => ran.length === 2);
    expect(ran).toEqual(['second-try', 'second-try']);
  });

  it('should try again when the failure is the server’s own', async () => {
    handle = () =>
      ran.length === 1 ? Promise.reject(new FuhanError('service.unavailable')) : Promise.resolve();
    await run();
    await sender.send([letterJob('unavailable')]);
    await until(() => ran.length === 2);
    expect(ran).toEqual(['unavailable', 'unavailable']);
  });

  it('should take an id again after its job has failed for good', async () => {
    handle = () =>
      ran.length === 1 ? Promise.reject(new FuhanError('request.not-found')) : Promise.resolve();
    await run();
    await sender.send([letterJob('failed')]);
    await until(() => ran.length === 1);
    await pause(200);
    await sender.send([letterJob('failed')]);
    await until(() => ran.length === 2);
    expect(ran).toHaveLength(2);
  });

  it('should let a running job finish when it closes', async () => {
    let finished = false;
    handle = async () => {
      await pause(400);
      finished = true;
    };
    const runner = await run();
    await sender.send([letterJob('slow')]);
    await until(() => ran.includes('slow'));
    await runner.close();
    expect(finished).toBe(true);
  });

  it('should take nothing new after it has closed', async () => {
    await (await run()).close();
    await sender.send([letterJob('unheard')]);
    await pause(300);
    const heard = [...ran];
    await run();
    await until(() => ran.includes('unheard'));
    expect(heard).toEqual([]);
  });

  it('should not start without a handler for every job', () => {
    const { 'notice.tell': _, ...rest } = handlers;
    expect(() => new JobRunner(backend, rest as JobHandlers)).toThrow('no handler for notice.tell');
  });
});

describe('a queue that cannot be reached', () => {
  it('should be a wrong setting, said in one sentence', async () => {
    const nowhere = { databaseUrl: 'postgres://127.0.0.1:1/none', redisUrl: 'redis://127.0.0.1:1' };
    await expect(prepareQueue(nowhere)).rejects.toMatchObject({
      code: 'config.invalid',
      message: expect.stringMatching(/^REDIS_URL .*连不上.*。$/) as unknown,
    });
  });
});
