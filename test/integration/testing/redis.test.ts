import { Redis } from 'ioredis';
import { describeEachBackend, redisIsAvailable, startRedis } from '@fuhan/testing';

describeEachBackend('a suite of the queue', (backend) => {
  it(`should have an address of Redis only when it runs on Redis (${backend.name})`, () => {
    expect(backend.redisUrl !== undefined).toBe(backend.name === 'Redis');
  });
});

(redisIsAvailable() ? describe : describe.skip)('a Redis for tests', () => {
  it('should be empty when it starts', async () => {
    const server = await startRedis();
    const redis = new Redis(server.url);
    const keys = await redis.dbsize();
    await redis.quit();
    await server.stop();
    expect(keys).toBe(0);
  });

  it('should never evict a job', async () => {
    const server = await startRedis();
    const redis = new Redis(server.url);
    const answer = await redis.config('GET', 'maxmemory-policy');
    await redis.quit();
    await server.stop();
    expect(answer).toEqual(['maxmemory-policy', 'noeviction']);
  });
});
