import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { errorLine } from '../channel';
import { isPublicAddress, type Resolve, type Resolved, resolveHost } from './public-address';

export interface PostOptions {
  /** Lets addresses inside the house be called (`WEBHOOK_ALLOW_PRIVATE=1`). */
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve;
  /** The whole call, in milliseconds. */
  readonly patienceMs?: number;
}

/** What came of a call: an answer; nothing was sent (`notSent`); or it was sent and nobody knows (`lost`). */
export type PostEnd =
  | { readonly end: 'answered'; readonly status: number; readonly body: string }
  | { readonly end: 'forbidden' | 'notSent' | 'lost'; readonly error: string };

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;

/** The one address a call goes to: every address of the name is checked first, and the checked one is used, whatever the name says later. */
async function checkedAddress(
  url: URL,
  { allowPrivate, resolve = resolveHost }: PostOptions,
): Promise<Resolved | string> {
  const found = await resolve(url.hostname);
  const [first] = found;
  if (!first) return '这个主机名没有地址';
  const inside = found.find(({ address }) => !isPublicAddress(address));
  return inside && !allowPrivate ? `地址 ${inside.address} 在内网，不允许访问` : first;
}

async function readAnswer(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_ANSWER) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function call(
  url: URL,
  pinned: Resolved,
  headers: Record<string, string>,
  body: string,
  patienceMs: number,
): Promise<PostEnd> {
  const lookup: LookupFunction = (_host, options, done) => {
    if (options.all) done(null, [pinned]);
    else done(null, pinned.address, pinned.family);
  };
  return new Promise((resolve) => {
    let sent = false;
    const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, {
      method: 'POST',
      agent: false,
      lookup,
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(patienceMs),
    });
    const fail = (error: Error): void => resolve({ end: sent ? 'lost' : 'notSent', error: errorLine(error) });
    request.on('error', fail);
    // Once the connection stands, the request goes out at once; before, no server can have seen a byte of it.
    request.on('socket', (socket) =>
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (sent = true)),
    );
    request.on('response', (response) => {
      readAnswer(response).then(
        (text) => resolve({ end: 'answered', status: response.statusCode ?? 0, body: text }),
        fail,
      );
    });
    request.end(body);
  });
}

/** Posts to an address that somebody typed in: checked and pinned, no redirects followed, bounded in time and size. Never throws. */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
  options: PostOptions,
): Promise<PostEnd> {
  const url = new URL(address);
  let pinned: Resolved | string;
  try {
    pinned = await checkedAddress(url, options);
  } catch (error) {
    return { end: 'notSent', error: errorLine(error) };
  }
  if (typeof pinned === 'string') return { end: 'forbidden', error: pinned };
  return call(url, pinned, headers, body, options.patienceMs ?? PATIENCE_MS);
}
