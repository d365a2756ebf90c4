import { LIVE_CHANNEL, type LiveChange, log } from '@fuhan/platform';
import { Client } from 'pg';

export interface LiveListener {
  changed(change: LiveChange): void;
  /** Something may have been missed (the connection was away): look again. */
  missed(): void;
}

export interface LiveFeedOptions {
  readonly databaseUrl: string;
  /** A connection that does not answer for so long is given up. */
  readonly beatMs?: number;
  readonly longestPauseMs?: number;
}

const BEAT_MS = 10_000;
const LONGEST_PAUSE_MS = 5_000;
const FIRST_PAUSE_MS = 200;

/** Reads what `announce` wrote; null for what nobody here wrote. */
export function readChange(payload: string | undefined): LiveChange | null {
  try {
    const change = JSON.parse(payload ?? '') as Record<string, unknown> | null;
    if (typeof change?.['person'] === 'string') return { person: change['person'] };
    const { case: id, by } = change ?? {};
    if (typeof id === 'string') return { case: id, by: typeof by === 'string' ? by : null };
    return null;
  } catch {
    return null;
  }
}

/**
 * Hears what every process announces, through one connection of its own (LISTEN needs a session; a pool would hand it around). Comes
 * back by itself after any outage and then says that something may have been missed.
 */
export class LiveFeed {
  private readonly listeners = new Set<LiveListener>();
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private pause = FIRST_PAUSE_MS;
  private started = false;
  private closed = false;

  constructor(private readonly options: LiveFeedOptions) {}

  /** @returns how to stop listening */
  listen(listener: LiveListener): () => void {
    this.listeners.add(listener);
    if (!this.started) {
      this.started = true;
      void this.connect();
    }
    return () => void this.listeners.delete(listener);
  }

  private async connect(): Promise<void> {
    const beat = this.options.beatMs ?? BEAT_MS;
    const client = new Client({
      connectionString: this.options.databaseUrl,
      application_name: 'fuhan-live',
      keepAlive: true,
      connectionTimeoutMillis: beat,
      query_timeout: beat,
    });
    this.client = client;
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${LIVE_CHANNEL}`);
    } catch {
      this.lost(client);
      return;
    }
    if (this.client !== client) return;
    this.pause = FIRST_PAUSE_MS;
    for (const listener of this.listeners) listener.missed();
    this.beat(client, beat);
  }

  private hear(payload: string | undefined): void {
    const change = readChange(payload);
    if (change) for (const listener of this.listeners) listener.changed(change);
  }

  /** A network that swallows everything closes no connection: only a question without an answer shows it. */
  private beat(client: Client, ms: number): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.client === client && this.beat(client, ms),
        () => this.lost(client),
      );
    }, ms);
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    clearTimeout(this.timer);
    client.end().catch(() => undefined);
    if (this.closed) return;
    log.warn(`live: connection lost, next try in ${this.pause} ms`);
    this.timer = setTimeout(() => void this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, this.options.longestPauseMs ?? LONGEST_PAUSE_MS);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    this.listeners.clear();
    await client?.end().catch(() => undefined);
  }
}
