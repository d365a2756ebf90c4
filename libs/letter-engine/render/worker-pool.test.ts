import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkerPool, type PoolOptions } from './worker-pool';

/** A thread that does as it is told: answers, fails, hangs, or dies. */
const OBEDIENT = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ order, pages }) => {
  if (order === 'hang') for (;;);
  if (order === 'die') throw new Error('gone');
  if (order === 'fail') parentPort.postMessage({ fault: 'no' });
  else parentPort.postMessage({ pdf: Uint8Array.of(threadId), pages });
});
parentPort.postMessage({ ready: true });
`;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-pool-'));
  writeFileSync(join(folder, 'worker.cjs'), OBEDIENT);
});
afterAll(() => rmSync(folder, { recursive: true }));

const withPool = async (
  options: Partial<PoolOptions>,
  use: (pool: ReturnType<typeof createWorkerPool>) => Promise<void>,
) => {
  const pool = createWorkerPool({
    file: join(folder, 'worker.cjs'),
    size: 1,
    timeoutMs: 5000,
    workerData: {},
    ...options,
  });
  try {
    await use(pool);
  } finally {
    await pool.close();
  }
};

describe('a pool of threads', () => {
  it('should answer each job with its own result', () =>
    withPool({}, async (pool) => {
      const results = await Promise.all([1, 2, 3].map((pages) => pool.run(() => ({ pages }))));
      expect(results.map((r) => r.pages)).toEqual([1, 2, 3]);
    }));

  it('should keep its thread from job to job', () =>
    withPool({}, async (pool) => {
      const [first, second] = [await pool.run(() => ({})), await pool.run(() => ({}))];
      expect(first.pdf).toEqual(second.pdf);
    }));

  it('should use as many threads as it has seats', () =>
    withPool({ size: 2 }, async (pool) => {
      const threads = await Promise.all([1, 2].map(() => pool.run(() => ({}))));
      expect(new Set(threads.map((t) => t.pdf[0])).size).toBe(2);
    }));

  it('should refuse a job that cannot be prepared, and do the ones behind it', () =>
    withPool({}, async (pool) => {
      const bad = (): never => {
        throw new Error('no letter');
      };
      const refused = [bad, bad].map((job) => expect(pool.run(job)).rejects.toThrow('no letter'));
      expect((await pool.run(() => ({ pages: 9 }))).pages).toBe(9);
      await Promise.all(refused);
    }));

  it('should prepare no more than the jobs next in turn', () =>
    withPool({}, async (pool) => {
      let prepared = 0;
      const jobs = [1, 2, 3, 4].map((pages) => pool.run(() => ({ pages, nth: ++prepared })));
      expect(prepared).toBe(2);
      await Promise.all(jobs);
    }));

  it('should report what the thread says is wrong', () =>
    withPool({}, async (pool) => {
      await expect(pool.run(() => ({ order: 'fail' }))).rejects.toMatchObject({
        code: 'letter.layout-failed',
        params: { detail: 'no' },
      });
    }));

  it('should end a thread that hangs', () =>
    withPool({ timeoutMs: 500 }, async (pool) => {
      await expect(pool.run(() => ({ order: 'hang' }))).rejects.toMatchObject({
        code: 'letter.layout-timeout',
      });
    }));

  it('should do the next job when one has hung', () =>
    withPool({ timeoutMs: 1500 }, async (pool) => {
      const hung = pool.run(() => ({ order: 'hang' }));
      const next = pool.run(() => ({ pages: 7 }));
      await expect(hung).rejects.toThrow();
      expect((await next).pages).toBe(7);
    }));

  it('should do the next job when a thread has died', () =>
    withPool({}, async (pool) => {
      const dead = pool.run(() => ({ order: 'die' }));
      const next = pool.run(() => ({ pages: 8 }));
      await expect(dead).rejects.toMatchObject({ code: 'letter.layout-failed' });
      expect((await next).pages).toBe(8);
    }));

  it('should refuse waiting jobs when it is closed', () =>
    withPool({}, async (pool) => {
      const jobs = [pool.run(() => ({ order: 'hang' })), pool.run(() => ({}))].map((job) =>
        job.then(
          () => 'done',
          () => 'refused',
        ),
      );
      await pool.close();
      expect(await Promise.all(jobs)).toEqual(['refused', 'refused']);
    }));
});
