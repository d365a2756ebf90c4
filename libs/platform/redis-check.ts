import type { Redis } from 'ioredis';

/** What matters of a Redis server for a queue that should not lose jobs. Null: the server does not tell. */
export interface RedisFacts {
  readonly version: string | null;
  readonly policy: string | null;
  readonly appendOnly: boolean;
  /** When snapshots are taken; empty: never. */
  readonly save: string | null;
}

const OLDEST = [6, 2] as const;

function tooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

/** What an operator should change, in plain sentences; none where all is well. PostgreSQL holds the truth, so none of it stops the start. */
export function redisWarnings({ version, policy, appendOnly, save }: RedisFacts): string[] {
  return [
    ...(version !== null && tooOld(version)
      ? [`Redis 的版本是 ${version}，队列要 ${OLDEST.join('.')} 以上；请升级。`]
      : []),
    ...(policy !== null && policy !== 'noeviction'
      ? [`Redis 的 maxmemory-policy 是 ${policy}，内存不足时会丢任务；请设为 noeviction。`]
      : []),
    ...(!appendOnly && save === ''
      ? ['Redis 没有开持久化，重启后队列是空的，要等下一次清点才补上；请设 appendonly yes。']
      : []),
  ];
}

const fieldOf = (info: string, name: string): string | null =>
  new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? null;

/** Asks the server. A hosted server may keep its settings to itself: what it does not tell is not warned of. */
export async function readRedisFacts(redis: Redis): Promise<RedisFacts> {
  const info = await redis.info().catch(() => '');
  const config = async (name: string): Promise<string | null> =>
    ((await redis.config('GET', name).catch(() => [])) as string[])[1] ?? null;
  return {
    version: fieldOf(info, 'redis_version'),
    policy: await config('maxmemory-policy'),
    appendOnly: fieldOf(info, 'aof_enabled') === '1',
    save: await config('save'),
  };
}
