import { request } from 'node:http';
import { startTestApp, type TestApp } from '@fuhan/testing';

interface Page {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => app.close());

/** Asks for an address exactly as it is written, which `fetch` would tidy. */
const ask = (path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Page> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.url);
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (bytes: Buffer) => (text += bytes.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    asked.on('error', reject).end();
  });
const policy = ({ headers }: Page): string => String(headers['content-security-policy']);
const nonceOf = (page: Page): string => /'nonce-([^']+)'/.exec(policy(page))?.[1] ?? '';
const linked = async (): Promise<string[]> =>
  [...(await ask('/')).text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? '');

describe('the page', () => {
  it.each([
    '/',
    '/todo',
    '/login',
    '/proposals/018f0000-0000-7000-8000-000000000000',
    '/f/some-token',
    '/apis',
  ])('should be given at every address that is no file: %s', async (path) => {
    const { status, text } = await ask(path);
    expect([status, text.includes('<div id="root">')]).toEqual([200, true]);
  });

  it('should have another nonce in every answer', async () => {
    const nonces = [nonceOf(await ask('/')), nonceOf(await ask('/'))];
    expect(new Set(nonces).size).toBe(2);
  });

  it('should have a nonce of 128 bits', async () => {
    expect(Buffer.from(nonceOf(await ask('/')), 'base64')).toHaveLength(16);
  });

  it('should bear the nonce of its own policy on every script', async () => {
    const page = await ask('/todo');
    const borne = [...page.text.matchAll(/<script[^>]*>/g)].map(
      ([script]) => /nonce="([^"]*)"/.exec(script)?.[1],
    );
    expect(borne).toEqual(borne.map(() => nonceOf(page)));
  });

  it.each([
    '/',
    '/index.html',
    '/index.html?x=1',
    '/index%2Ehtml',
    '/%69ndex.html',
    '//index.html',
    '/./index.html',
    '/x/../index.html',
    '/INDEX.HTML',
  ])('should never show the place of the nonce unfilled: %s', async (path) => {
    expect((await ask(path)).text).not.toContain('__NONCE__');
  });

  it('should be kept by nobody, because its nonce is used once', async () => {
    expect((await ask('/')).headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['scripts from elsewhere', /script-src 'self' 'nonce-[^']+'(;|$)/],
    ['plug-ins', /object-src 'none'/],
    ['another base address', /base-uri 'self'/],
    ['forms that lead elsewhere', /form-action 'self'/],
    ['being framed by others', /frame-ancestors 'self'/],
    ['anything else from elsewhere', /default-src 'self'/],
  ])('should not allow %s', async (_, rule) => {
    expect(policy(await ask('/'))).toMatch(rule);
  });

  it('should answer a look without a body', async () => {
    const { status, text } = await ask('/', 'HEAD');
    expect([status, text]).toEqual([200, '']);
  });

  it('should not be given to a write', async () => {
    expect((await ask('/todo', 'POST')).status).toBe(404);
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f.built-web',
  ])('should never be a file from outside the built folder: %s', async (path) => {
    expect((await ask(path)).text).not.toMatch(/"dependencies"|^[0-9a-f]{64}/);
  });

  it.each(['/%', '/%E0%A4%A', '/%00', '/index.html%00'])(
    'should stand an address that cannot be read: %j',
    async (path) => {
      expect((await ask(path)).status).toBeLessThan(500);
    },
  );
});

describe('every answer', () => {
  it.each(['/', '/api/health', '/api/none', '/assets/none.js', '/favicon.svg'])(
    'should not be guessed at, named elsewhere, or betray what runs here: %s',
    async (path) => {
      const { headers } = await ask(path);
      const {
        'x-content-type-options': sniff,
        'referrer-policy': referrer,
        'x-powered-by': powered,
      } = headers;
      expect([sniff, referrer, powered]).toEqual(['nosniff', 'no-referrer', undefined]);
    },
  );

  it.each(['/api/health', '/api/none'])(
    'should run no inline script where it is no page: %s',
    async (path) => {
      expect(policy(await ask(path))).toMatch(/script-src 'self';/);
    },
  );

  it('should allow no other site to read it', async () => {
    const { headers } = await ask('/api/health', 'GET', { Origin: 'https://evil.example' });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('the assets', () => {
  it('should all be there that the page names', async () => {
    const statuses = await Promise.all((await linked()).map(async (file) => (await ask(file)).status));
    expect([...new Set(statuses)]).toEqual([200]);
  });

  it('should be kept for a year, because their names change with their content', async () => {
    const [file = ''] = await linked();
    expect((await ask(file)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['identity', undefined],
  ])('should come packed as a browser takes them: %s', async (accepted, encoding) => {
    const [file = ''] = await linked();
    const plain = Number((await ask(file)).headers['content-length']);
    const { status, headers } = await ask(file, 'GET', { 'Accept-Encoding': accepted });
    const smaller = Number(headers['content-length']) < plain / 2;
    expect([status, headers['content-encoding'], smaller]).toEqual([200, encoding, encoding !== undefined]);
    expect([headers['content-type'], headers['cache-control']]).toEqual([
      expect.stringContaining('javascript'),
      'public, max-age=31536000, immutable',
    ]);
  });

  it.each(['/assets/none.js', '/assets/', '/assets/deep/er.css'])(
    'should be missing in plain words, not as a page: %s',
    async (path) => {
      const { status, headers } = await ask(path);
      expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    },
  );
});

describe('the page of the interface', () => {
  it('should lead to its folder, so that its own files are found', async () => {
    const { status, headers } = await ask('/api/docs');
    expect([status, headers.location]).toEqual([302, '/api/docs/']);
  });

  it('should load nothing from elsewhere', async () => {
    expect((await ask('/api/docs/')).text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('should have every file it names', async () => {
    const { text } = await ask('/api/docs/');
    const files = [...text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => `/api/docs/${file}`);
    const statuses = await Promise.all(files.map(async (file) => (await ask(file)).status));
    expect(statuses).toEqual([200, 200, 200]);
  });

  it('should not give the package’s own example page, which loads from elsewhere', async () => {
    expect((await ask('/api/docs/')).text).not.toContain('petstore');
  });

  it('should start on the document of this program', async () => {
    expect((await ask('/api/docs/start.js')).text).toContain("url: '/api/openapi.json'");
  });

  it('should have no inline script, which the policy would stop', async () => {
    expect((await ask('/api/docs/')).text).not.toMatch(/<script>/);
  });
});

describe('an address of the interface that is none', () => {
  it.each(['/api', '/api/', '/api/none', '/api/files/1', '/api/letters/1/files/pdf'])(
    'should be answered by a problem document, never by the page: %s',
    async (path) => {
      expect((await ask(path)).headers['content-type']).toBe('application/problem+json; charset=utf-8');
    },
  );
});
