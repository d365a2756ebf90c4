import {
  createDataSource,
  inTransaction,
  type JobSender,
  type NewJob,
  OutboxRelay,
  platformEntities,
  writeOutbox,
} from '@fuhan/platform';
import { createTestDatabase, type TestDatabase } from '@fuhan/testing';
import type { DataSource } from 'typeorm';

/** A queue as the relay sees it: the same id while the job lives is the same job. */
class RecordingQueue {
  readonly calls: NewJob[] = [];
  failures = 0;

  send(jobs: readonly NewJob[]): Promise<void> {
    this.calls.push(...jobs);
    if (this.failures === 0) return Promise.resolve();
    this.failures -= 1;
    return Promise.reject(new Error('the queue went away'));
  }

  get ids(): string[] {
    return this.calls.map(({ id }) => id);
  }
}

describe('the outbox', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let queue: RecordingQueue;
  const now = new Date('2026-03-09T02:00:00Z');
  const relay = (): OutboxRelay => new OutboxRelay(dataSource, queue as unknown as JobSender, () => now, 5);
  const write = (count: number): Promise<void> =>
    inTransaction(dataSource, (em) =>
      writeOutbox(
        em,
        Array.from({ length: count }, (_, i) => ({
          topic: 'letter.produce' as const,
          payload: { letterId: `l-${i}` },
        })),
      ),
    );
  const waiting = async (): Promise<number> =>
    (await dataSource.query('SELECT count(*)::int AS n FROM outbox WHERE dispatched_at IS NULL'))[0].n;

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({
      url: database.url,
      pool: 8,
      entities: platformEntities,
    }).initialize();
    queue = new RecordingQueue();
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('should carry nothing when nothing waits', async () => {
    expect(await relay().carry()).toBe(0);
  });

  it('should carry each row once when several relays run', async () => {
    await write(900);
    const relays = Array.from({ length: 4 }, relay);
    for (const each of relays) each.start();
    while ((await waiting()) > 0) await new Promise((done) => setTimeout(done, 10));
    await Promise.all(relays.map((each) => each.stop()));
    expect([queue.ids.length, new Set(queue.ids).size]).toEqual([900, 900]);
  });

  it('should not see a row before its transaction commits', async () => {
    await inTransaction(dataSource, async (em) => {
      await writeOutbox(em, [{ topic: 'letter.produce', payload: { letterId: 'l' } }]);
      expect(await relay().carry()).toBe(0);
    });
    expect(await relay().carry()).toBe(1);
  });

  it('should have nothing to carry when the transaction is rolled back', async () => {
    const refused = inTransaction(dataSource, async (em) => {
      await writeOutbox(em, [{ topic: 'letter.produce', payload: { letterId: 'l' } }]);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await relay().carry()).toBe(0);
  });

  it('should lose nothing and use the same ids again when it dies between queue and commit', async () => {
    await write(3);
    queue.failures = 1;
    await expect(relay().carry()).rejects.toThrow('the queue went away');
    expect(await waiting()).toBe(3);
    await relay().carry();
    expect(queue.ids.slice(3)).toEqual(queue.ids.slice(0, 3));
    expect(await waiting()).toBe(0);
  });

  it('should go on by itself when the queue was away for a while', async () => {
    await write(3);
    queue.failures = 2;
    const one = relay();
    one.start();
    while ((await waiting()) > 0) await new Promise((done) => setTimeout(done, 10));
    await one.stop();
    expect(new Set(queue.ids).size).toBe(3);
  });

  it('should take nothing after it was stopped', async () => {
    const one = relay();
    one.start();
    await one.stop();
    await write(1);
    await new Promise((done) => setTimeout(done, 40));
    expect(await waiting()).toBe(1);
  });

  it('should let a reminder wait until its moment, under an id of its own', async () => {
    await inTransaction(dataSource, (em) =>
      writeOutbox(em, [
        { topic: 'reminder.wake', payload: { reminderId: 'r-1', rev: 2, runAt: '2026-03-09T03:00:00Z' } },
      ]),
    );
    await relay().carry();
    expect(queue.calls).toEqual([
      { name: 'reminder.wake', id: 'rem-r-1-2', data: { reminderId: 'r-1', rev: 2 }, delay: 3_600_000 },
    ]);
  });

  it('should hand over a notice by the id of its row, without its words', async () => {
    await inTransaction(dataSource, (em) =>
      writeOutbox(em, [{ topic: 'notice.tell', payload: { title: '有新交办的提案', audiences: [] } }]),
    );
    await relay().carry();
    expect(queue.calls).toEqual([{ name: 'notice.tell', id: 'notice-1', data: { outboxId: '1' } }]);
  });
});
