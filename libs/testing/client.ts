import { COOKIE } from '../../apps/server/api/auth';

export interface Answer<T = Record<string, never>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** A person at the API: keeps the cookie, sends what the page sends. */
export class Client {
  private cookie = '';

  constructor(private readonly url: string) {}

  /** @param more headers beside the page's own: `If-Match`, `Idempotency-Key` */
  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        'X-Requested-With': 'test',
        ...(this.cookie ? { Cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().find((each) => each.startsWith(`${COOKIE}=`));
    if (set) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: (json && text ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path);
  }

  post<T = { id: string }>(
    path: string,
    body: unknown = {},
    more: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, more);
  }

  /** Posts and expects it to be done. */
  async done<T = { id: string }>(path: string, body: unknown = {}): Promise<T> {
    const { status, body: answer } = await this.post<T>(path, body);
    if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(answer)}`);
    return answer;
  }

  /** A file as it comes. */
  async download(path: string): Promise<Uint8Array> {
    const response = await fetch(`${this.url}${path}`, { headers: { Cookie: this.cookie } });
    if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Stores a file. @returns what the server calls it */
  async upload(name: string, bytes: Buffer, purpose = ''): Promise<{ id: string }> {
    const query = `name=${encodeURIComponent(name)}&for=${purpose}`;
    const response = await fetch(`${this.url}/api/files?${query}`, {
      method: 'POST',
      headers: {
        'X-Requested-With': 'test',
        Cookie: this.cookie,
        'Content-Type': 'application/octet-stream',
      },
      body: new Uint8Array(bytes),
    });
    if (response.status !== 201)
      throw new Error(`upload answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { id: string };
  }

  async signIn(account: string, password = PASSWORD): Promise<this> {
    await this.done('/api/session', { account, password });
    return this;
  }
}

/** The password of everyone in tests. */
export const PASSWORD = 'test-password-1';
