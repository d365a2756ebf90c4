import { type RedisFacts, redisWarnings } from './redis-check';

const good: RedisFacts = { version: '7.0.15', policy: 'noeviction', appendOnly: true, save: '' };
const warned = (more: Partial<RedisFacts>): string[] => redisWarnings({ ...good, ...more });

describe('a Redis server at the start', () => {
  it('should pass in silence when all is well', () => {
    expect(warned({})).toEqual([]);
  });

  it.each(['6.2.0', '6.10.1', '7.0.0', '8.2.1'])('should be new enough: %s', (version) => {
    expect(warned({ version })).toEqual([]);
  });

  it.each(['6.0.16', '5.0.7', '6.1.9'])('should be called too old: %s', (version) => {
    expect(warned({ version })).toEqual([`Redis 的版本是 ${version}，队列要 6.2 以上；请升级。`]);
  });

  it('should be told to keep what it holds when memory is short', () => {
    expect(warned({ policy: 'allkeys-lru' })).toEqual([
      expect.stringMatching(/allkeys-lru.*请设为 noeviction。$/),
    ]);
  });

  it('should be told to persist when it keeps nothing at all', () => {
    expect(warned({ appendOnly: false })).toEqual([expect.stringMatching(/没有开持久化.*appendonly yes。$/)]);
  });

  it('should pass with snapshots alone', () => {
    expect(warned({ appendOnly: false, save: '3600 1 300 100' })).toEqual([]);
  });

  it('should not be warned of what it does not tell', () => {
    expect(redisWarnings({ version: null, policy: null, appendOnly: false, save: null })).toEqual([]);
  });

  it('should be told everything at once', () => {
    expect(warned({ version: '5.0.0', policy: 'volatile-ttl', appendOnly: false })).toHaveLength(3);
  });
});
