import { FuhanError } from '@fuhan/kernel';
import type { ClientBase } from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { SnakeNaming } from './naming';

export interface DatabaseOptions {
  readonly url: string;
  readonly pool: number;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
}

/** The product's connection to PostgreSQL: bounded waits everywhere, so that nothing hangs for good. */
export function createDataSource({ url, pool, entities }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as never,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    applicationName: 'fuhan',
    poolSize: pool,
    extra: {
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
}

/** What went wrong, as PostgreSQL says it; undefined for an error that is none of its. */
export const sqlState = (error: unknown): string | undefined => {
  const driver = (error as { driverError?: unknown } | null | undefined)?.driverError ?? error;
  const code = (driver as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

/** The constraint a statement ran into, where it ran into one. */
export const violatedConstraint = (error: unknown): string | undefined => {
  const driver = (error as { driverError?: unknown } | null | undefined)?.driverError ?? error;
  const name = (driver as { constraint?: unknown } | null)?.constraint;
  return typeof name === 'string' ? name : undefined;
};

// deadlock_detected, serialization_failure: nothing happened, so the whole transaction may be tried again.
const retryable = new Set(['40P01', '40001']);
// Connection lost, server shutting down or starting, too many connections.
const unavailable = /^(08|57P0|53300)|^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/;

const isUnavailable = (error: unknown): boolean =>
  unavailable.test(sqlState(error) ?? '') ||
  (error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|QueryRunnerAlreadyReleased/.test(
      `${error.name} ${error.message}`,
    ));

/**
 * One transaction; tried again up to three times when PostgreSQL chose it as a deadlock's victim.
 * @throws FuhanError `service.unavailable` when the database cannot be reached
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (retryable.has(sqlState(error) ?? '') && attempt < 4) continue;
      if (isUnavailable(error)) throw new FuhanError('service.unavailable');
      throw error;
    }
  }
}

/**
 * Rows of a long statement that is asked often: PostgreSQL keeps its plan under `name` on each connection and need not make it anew, which
 * for a statement of many parts takes longer than to carry it out. One name, one text.
 */
export async function preparedQuery<T>(
  em: EntityManager,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<T[]> {
  const runner = em.queryRunner ?? em.dataSource.createQueryRunner();
  try {
    const session = (await runner.connect()) as Pick<ClientBase, 'query'>;
    const { rows } = await session.query({ name, text, values: [...values] });
    return rows as T[];
  } finally {
    if (!em.queryRunner) await runner.release();
  }
}
