import { Client } from 'pg';

interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}
type Query = (this: Client, ...given: unknown[]) => unknown;

/** A statement whose plan is kept; bare it is sent as what it is. */
const isPrepared = (query: unknown): query is { text: string; values?: unknown[] } =>
  typeof query === 'object' && query !== null && 'name' in query && 'text' in query;

/** The SQL that some work sends, in its order. */
export async function recorded(work: () => Promise<unknown>): Promise<Sent[]> {
  const original = Client.prototype.query as unknown as Query;
  const sent: Sent[] = [];
  const recording: Query = function (...given) {
    const [text, values] = given;
    if (typeof text === 'string') sent.push({ text, values: Array.isArray(values) ? values : [] });
    else if (isPrepared(text)) sent.push({ text: text.text, values: text.values ?? [] });
    return original.apply(this, given);
  };
  Client.prototype.query = recording as never;
  try {
    await work();
  } finally {
    Client.prototype.query = original as never;
  }
  return sent;
}

/** Sends it again over one bare session, other ids in the place of those it was recorded with. */
export async function replay(
  session: Client,
  sent: readonly Sent[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const other = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(other);
    return typeof value === 'string' ? (ids.get(value) ?? value) : value;
  };
  for (const { text, values } of sent) await session.query(text, values.map(other));
}
