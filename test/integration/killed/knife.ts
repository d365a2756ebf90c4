import { Client } from 'pg';

type Query = (this: Client, ...given: unknown[]) => unknown;

const writes = /^\s*(INSERT|UPDATE|DELETE|COMMIT|SELECT (audit_append|pg_notify))/i;
const textOf = (given: unknown): string =>
  typeof given === 'string' ? given : String((given as { text?: string } | undefined)?.text ?? '');

/**
 * Ends the database session of a transaction right before the n-th statement with which it would write, or commit. Where one statement is sent
 * several times in a row (one reminder after the other), the first stands for all of them.
 */
export class Knife {
  private readonly original = Client.prototype.query as unknown as Query;
  private readonly last = new WeakMap<Client, string>();
  private left = 0;
  private struck = '';

  private constructor(private readonly own: Client) {}

  static async open(url: string): Promise<Knife> {
    const own = new Client({ connectionString: url });
    await own.connect();
    const knife = new Knife(own);
    Client.prototype.query = knife.wrapped() as never;
    return knife;
  }

  private wrapped(): Query {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the wrapper's own `this` is the session
    const knife = this;
    return function (...given) {
      const text = textOf(given[0]);
      if (/^START TRANSACTION/i.test(text)) knife.last.set(this, text);
      const before = knife.last.get(this);
      const writing = before !== undefined && writes.test(text);
      if (writing) knife.last.set(this, text);
      if (writing && before !== text && knife.left > 0 && --knife.left === 0) {
        knife.struck = text.trim().slice(0, 60);
        return knife.end(this).then(() => knife.original.apply(this, given));
      }
      return knife.original.apply(this, given);
    };
  }

  private async end(session: Client): Promise<void> {
    const { processID } = session as unknown as { processID: number };
    await this.own.query('SELECT pg_terminate_backend($1, 5000)', [processID]);
  }

  /** Does the work with the n-th write cut off. @returns the statement that was not reached; null when there were fewer */
  async cut(n: number, work: () => Promise<void>): Promise<{ statement: string | null; error: unknown }> {
    this.left = n;
    this.struck = '';
    const error = await work().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    this.left = 0;
    return { statement: this.struck || null, error };
  }

  async close(): Promise<void> {
    Client.prototype.query = this.original as never;
    await this.own.end();
  }
}
