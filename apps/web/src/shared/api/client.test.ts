import { apiUrl, postCommand, uploadFile } from './client';
import { asProblem, Problem } from './problem';

const answers = (status: number, body: string) =>
  jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(body, { status }));
const sentTo = (fetched: jest.SpyInstance) => fetched.mock.calls[0] as [string, RequestInit];
const failureOf = (work: Promise<unknown>): Promise<Problem> => work.then(() => fail(), asProblem);
const fail = (): never => {
  throw new Error('It did not fail.');
};

afterEach(() => jest.restoreAllMocks());

describe('apiUrl', () => {
  it.each([
    ['/drafts/1/submit', '/api/drafts/1/submit'],
    ['/api/files/1', '/api/files/1'],
    ['https://example.org/f/1', 'https://example.org/f/1'],
    ['/apiary', '/api/apiary'],
  ])('should lead from %s to %s', (href, address) => {
    expect(apiUrl(href)).toBe(address);
  });
});

describe('postCommand', () => {
  it('should carry the header that a page of another site cannot add', async () => {
    const fetched = answers(200, '{}');
    await postCommand('/drafts/1/submit', {});
    expect(sentTo(fetched)[1].headers).toMatchObject({ 'X-Requested-With': 'fuhan' });
  });
  it('should carry the key of its sending', async () => {
    const fetched = answers(200, '{}');
    await postCommand('/x', {}, 'sending-1');
    expect(sentTo(fetched)[1].headers).toMatchObject({ 'idempotency-key': 'sending-1' });
  });
  it('should carry a key of its own, fit for the server, when none is given', async () => {
    const fetched = answers(200, '{}');
    await postCommand('/x', {});
    expect((sentTo(fetched)[1].headers as Record<string, string>)['idempotency-key']).toMatch(
      /^[0-9a-f]{32}$/,
    );
  });
  it('should send null as null, which is not the same as nothing', async () => {
    const fetched = answers(200, '{}');
    await postCommand('/x', { heading: null });
    expect(sentTo(fetched)[1].body).toBe('{"heading":null}');
  });
  it('should throw what the server says when it refuses', async () => {
    answers(409, JSON.stringify({ code: 'stale', detail: '别人改过。' }));
    expect(await failureOf(postCommand('/x', {}))).toMatchObject({ status: 409, detail: '别人改过。' });
  });
  it('should keep the message of each place', async () => {
    const errors = [{ path: 'contactPhone', message: '电话只能有数字' }];
    answers(422, JSON.stringify({ code: 'invalid', detail: '请改正', errors }));
    expect((await failureOf(postCommand('/x', {}))).errors).toEqual(errors);
  });
  it('should give readable words when a proxy answers with a page of its own', async () => {
    answers(502, '<html>Bad Gateway</html>');
    expect((await failureOf(postCommand('/x', {}))).detail).toContain('请稍后再试');
  });
  it('should say that the words are not lost when no answer came', async () => {
    jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await failureOf(postCommand('/x', {}))).toMatchObject({ status: 0, code: 'offline' });
  });
});

describe('uploadFile', () => {
  it('should keep a Chinese name whole in the address', async () => {
    const fetched = answers(200, '{"id":"1","name":"原件 & 1.pdf"}');
    await uploadFile(new File(['%PDF'], '原件 & 1.pdf'));
    const address = new URL(sentTo(fetched)[0], 'http://here');
    expect(address.searchParams.get('name')).toBe('原件 & 1.pdf');
  });
  it('should throw the reason when the file is too large', async () => {
    answers(413, JSON.stringify({ code: 'file.tooLarge', detail: '文件太大。' }));
    expect((await failureOf(uploadFile(new File(['x'], 'x.pdf')))).detail).toBe('文件太大。');
  });
});

describe('asProblem', () => {
  it('should hand a problem on as it is', () => {
    const problem = new Problem(403, 'forbidden', '不归您办');
    expect(asProblem(problem)).toBe(problem);
  });
});
