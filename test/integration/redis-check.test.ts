import { Redis } from 'ioredis';
import { prepareQueue, readRedisFacts, redisWarnings } from '@fuhan/platform';
import { redisIsAvailable, startRedis } from '@fuhan/testing';

// A Redis that is not there is told of by the suites of the queue.
(redisIsAvailable() ? describe : describe.skip)('a real Redis at the start', () => {
  let server: Awaited<ReturnType<typeof startRedis>>;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    await redis.quit();
    await server.stop();
  });

  it('should tell what is asked, and pass as the tests start it', async () => {
    const facts = await readRedisFacts(redis);
    expect(facts.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(redisWarnings(facts)).toEqual([]);
  });

  it('should be warned of in plain words, and be used all the same, when it forgets and evicts', async () => {
    const written: string[] = [];
    const spy = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation((text) => Boolean(written.push(String(text))));
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await redis.config('SET', 'appendonly', 'no');
    await prepareQueue({ databaseUrl: 'postgres://127.0.0.1:1/none', redisUrl: server.url });
    spy.mockRestore();
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    expect(written.map((line) => /warn (.*?)，/.exec(line)?.[1])).toEqual([
      'Redis 的 maxmemory-policy 是 allkeys-lru',
      'Redis 没有开持久化',
    ]);
  });
});
