import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from './database';
import { Outbox } from './entities';
import type { JobName, Jobs } from './jobs';
import { log } from './log';
import type { JobSender, NewJob } from './queue';

/** A job as the business transaction leaves it; the relay carries it to the queue after the commit. */
export type OutboxMessage = {
  readonly [N in JobName]: { readonly topic: N; readonly payload: OutboxPayload<N> };
}[JobName];
/** `notice.tell` finds its own row by the outbox id, which is known only once it is written. */
type OutboxPayload<N extends JobName> = N extends 'notice.tell'
  ? Record<string, unknown>
  : Jobs[N] & { runAt?: string };

/** Writes messages; only rows of the same transaction's business may be named in them. */
export async function writeOutbox(em: EntityManager, messages: readonly OutboxMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await em.insert(
    Outbox,
    messages.map(({ topic, payload }) => ({ topic, payload: payload as Record<string, never> })),
  );
}

interface Row {
  id: string;
  topic: JobName;
  payload: Record<string, unknown>;
}

/** What is tried at most once for each revision or attempt says so in its id. */
function jobIdOf({ id, topic }: Row, data: Record<string, unknown>): string {
  if (topic === 'reminder.wake') return `rem-${String(data['reminderId'])}-${String(data['rev'])}`;
  if (topic === 'dispatch.send') return `disp-${String(data['dispatchId'])}-${String(data['attempt'])}`;
  return `out-${id}`;
}

function jobOf(row: Row, now: Date): NewJob {
  if (row.topic === 'notice.tell')
    return { name: row.topic, id: `notice-${row.id}`, data: { outboxId: row.id } };
  const { runAt, ...data } = row.payload;
  const delay = typeof runAt === 'string' ? Date.parse(runAt) - now.getTime() : 0;
  return { name: row.topic, id: jobIdOf(row, data), data: data as unknown as Jobs[typeof row.topic], delay };
}

/**
 * Carries outbox rows to the queue. Several may run: each row is taken by one (`FOR UPDATE SKIP LOCKED`). A crash between
 * the queue and the commit carries a row twice; job ids and idempotent handlers make that harmless.
 */
export class OutboxRelay {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = true;

  constructor(
    private readonly dataSource: DataSource,
    private readonly sender: JobSender,
    private readonly now: () => Date,
    private readonly pauseMs = 250,
  ) {}

  start(): void {
    this.stopped = false;
    this.schedule(0);
  }

  private schedule(pause: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.carry()
        .catch((error: unknown) => {
          log.warn(`outbox: ${error instanceof Error ? error.message : String(error)}`);
          return 0;
        })
        .then((carried) => this.schedule(carried > 0 ? 0 : this.pauseMs));
    }, pause);
  }

  /** Carries one batch; how many rows it took. */
  async carry(): Promise<number> {
    return inTransaction(this.dataSource, async (em) => {
      const rows = (await em.query(
        'SELECT id, topic, payload FROM outbox WHERE dispatched_at IS NULL ORDER BY id LIMIT 200 FOR UPDATE SKIP LOCKED',
      )) as Row[];
      if (rows.length === 0) return 0;
      await this.sender.send(rows.map((row) => jobOf(row, this.now())));
      await em.query('UPDATE outbox SET dispatched_at = now() WHERE id = ANY($1::bigint[])', [
        rows.map((row) => row.id),
      ]);
      return rows.length;
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
