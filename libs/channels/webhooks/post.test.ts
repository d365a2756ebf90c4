import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { post, type PostOptions } from './post';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

describe('a call to an address that somebody typed in', () => {
  let server: Server;
  let port: number;
  let handler: Handler;
  let called: { url: string; host: string; body: string }[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        called.push({ url: request.url ?? '', host: request.headers.host ?? '', body });
        handler(request, response, body);
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    called = [];
    handler = (_request, response) => void response.end('{"errcode":0}');
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise<void>((closed) => void server.close(() => closed()));
  });

  const inside: PostOptions = { allowPrivate: true, patienceMs: 1_000 };
  const outside: PostOptions = { allowPrivate: false, patienceMs: 1_000 };
  const to = (address: string, options: PostOptions) =>
    post(address, { 'Content-Type': 'text/plain' }, '提案𠮷', options);

  it('should bring the body and take the answer', async () => {
    const end = await to(`http://127.0.0.1:${port}/hook?key=1`, inside);
    expect(end).toEqual({ end: 'answered', status: 200, body: '{"errcode":0}' });
    expect(called).toMatchObject([{ url: '/hook?key=1', body: '提案𠮷' }]);
  });

  it.each([
    '127.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
    '2130706433',
    '10.0.0.1',
    '169.254.169.254',
  ])('should not be made into the house: %s', async (host) => {
    expect(await to(`http://${host}:${port}/`, outside)).toMatchObject({ end: 'forbidden' });
    expect(called).toEqual([]);
  });

  it('should not be made when one of several addresses is inside', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: '8.8.8.8', family: 4 as const },
        { address: '127.0.0.1', family: 4 as const },
      ]);
    expect(await to(`http://robot.example:${port}/`, { ...outside, resolve })).toMatchObject({
      end: 'forbidden',
    });
  });

  it('should go to the address that was checked, whatever the name says afterwards', async () => {
    const resolve = jest
      .fn()
      .mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }])
      .mockRejectedValue(new Error('asked again'));
    const end = await to(`http://robot.invalid:${port}/`, { ...inside, resolve });
    expect(end).toMatchObject({ end: 'answered' });
    expect([resolve.mock.calls.length, called[0]?.host]).toEqual([1, `robot.invalid:${port}`]);
  });

  it('should not follow a redirection', async () => {
    handler = (_request, response) => void response.writeHead(302, { Location: '/elsewhere' }).end();
    expect(await to(`http://127.0.0.1:${port}/`, inside)).toMatchObject({ end: 'answered', status: 302 });
    expect(called.map(({ url }) => url)).toEqual(['/']);
  });

  it('should not have been sent when nobody listens', async () => {
    expect(await to('http://127.0.0.1:9/', inside)).toMatchObject({ end: 'notSent' });
  });

  it('should not have been sent when the name is nobody’s', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await to('http://robot.invalid/', { ...outside, resolve })).toEqual({
      end: 'notSent',
      error: 'ENOTFOUND',
    });
  });

  it('should be lost when no answer comes in time', async () => {
    handler = () => undefined;
    expect(await to(`http://127.0.0.1:${port}/`, { ...inside, patienceMs: 200 })).toMatchObject({
      end: 'lost',
    });
  });

  it('should be lost when the connection is cut instead of an answer', async () => {
    handler = (request) => void request.socket.destroy();
    expect(await to(`http://127.0.0.1:${port}/`, inside)).toMatchObject({ end: 'lost' });
  });

  it('should not read an answer without end', async () => {
    handler = (_request, response) => {
      response.on('error', () => undefined);
      for (let i = 0; i < 64; i += 1) response.write('x'.repeat(16 * 1024));
    };
    const end = await to(`http://127.0.0.1:${port}/`, inside);
    expect(end.end === 'answered' && end.body.length <= 64 * 1024).toBe(true);
  });
});
