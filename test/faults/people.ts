import { randomUUID } from 'node:crypto';
import { type Answer, Client } from '@fuhan/testing';
import { pause } from './house-time';

const PATIENCE_MS = 45_000;
const ANSWER_WITHIN_MS = 15_000;

type Sent = Answer<{ id: string }>;

/** What was asked for, or null where it takes too long. */
async function within<T>(ms: number, asked: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => (timer = setTimeout(() => done(null), ms)));
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** People at their browsers: whoever gets no answer presses again, at another process, until there is one. */
export class People {
  private readonly clients = new Map<string, Client>();
  private turn = 0;
  /** What was answered as done: command and the id it gave. */
  readonly acknowledged: { readonly action: string; readonly object: string }[] = [];
  /** How often nothing or an excuse came back. */
  unanswered = 0;

  constructor(private readonly urls: readonly string[]) {}

  /** @returns the id that was answered; null where the house refused it for a reason of its own */
  async press(account: string, action: string, path: string, body: unknown): Promise<string | null> {
    // The same sending each time: the house does it once.
    const key = { 'Idempotency-Key': randomUUID() };
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(150)) {
      const answer = await this.once(account, path, body, key);
      if (answer === null || answer.status >= 500) this.unanswered++;
      else if (answer.status < 300) {
        this.acknowledged.push({ action, object: answer.body.id });
        return answer.body.id;
      } else if (answer.status !== 401) return null;
    }
    throw new Error(`${action} by ${account} was never answered`);
  }

  private async once(
    account: string,
    path: string,
    body: unknown,
    key: Record<string, string>,
  ): Promise<Sent | null> {
    const url = this.urls[this.turn++ % this.urls.length] ?? '';
    const name = `${account} ${url}`;
    try {
      const client = this.clients.get(name) ?? (await new Client(url).signIn(account));
      this.clients.set(name, client);
      const answer = await within(ANSWER_WITHIN_MS, client.post<{ id: string }>(path, body, key));
      if (answer?.status === 401) this.clients.delete(name);
      return answer;
    } catch {
      return null;
    }
  }
}
