import createClient, { type Middleware } from 'openapi-fetch';
import { problemOf } from './problem';
import type { paths } from './schema';

/** A page of another site cannot add a header, so the server asks for this one wherever something changes. */
export const ownHeader = { 'X-Requested-With': 'fuhan' } as const;

const throwsProblems: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET')
      for (const [name, value] of Object.entries(ownHeader)) request.headers.set(name, value);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return response;
  },
};

/** The API, typed from its own description. Every failure is thrown as a `Problem`. */
export const api = createClient<paths>({ baseUrl: '/api' });
api.use(throwsProblems);

/** An address as the API writes it, below `/api` or in full, as the browser needs it. */
export const apiUrl = (href: string): string => (/^(\/api\/|https?:)/.test(href) ? href : `/api${href}`);

/** A key for one sending of a command: repeated under it, the command is done once. */
export const newSendingKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Sends a command to the address its button carries.
 * @param key the same for every try at the same sending
 * @param seen the version of what is changed, as it stood on the screen
 */
export async function postCommand(
  href: string,
  body: unknown,
  key: string = newSendingKey(),
  seen?: number,
): Promise<Record<string, unknown>> {
  const response = await fetch(apiUrl(href), {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'idempotency-key': key, ...ownHeader },
      ...(seen !== undefined && { 'if-match': `"${seen}"` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Record<string, unknown>;
}

/** Sends a file's bytes to an address and returns what it answers. */
export async function sendFile<T>(href: string, file: File): Promise<T> {
  const response = await fetch(apiUrl(href), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...ownHeader },
    body: file,
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

/**
 * Stores a file and returns what the server calls it.
 * @param purpose what packages of files are for, which are taken for that alone
 */
export function uploadFile(file: File, purpose?: 'letters'): Promise<{ id: string; name: string }> {
  const query = new URLSearchParams({ name: file.name, ...(purpose && { for: purpose }) });
  return sendFile(`/files?${query}`, file);
}
