import { asProblem, Problem, problemOf } from './problem';

const refused = (status: number, body: unknown): Promise<Problem> =>
  problemOf(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));

describe('what went wrong', () => {
  it('should be told in the words of the server', async () => {
    expect((await refused(409, { code: 'stale', detail: '别人改过。' })).detail).toBe('别人改过。');
  });
  it('should keep the code by which the page decides', async () => {
    expect((await refused(409, { code: 'stale', detail: '别人改过。' })).code).toBe('stale');
  });
  it('should keep the status of the answer', async () => {
    expect((await refused(423, {})).status).toBe(423);
  });
  it('should keep the message of each place', async () => {
    const errors = [{ path: 'title', message: '请填写案由' }];
    expect((await refused(422, { code: 'invalid', detail: '请改正', errors })).errors).toEqual(errors);
  });
  it('should have no messages for places where the server names none', async () => {
    expect((await refused(403, { code: 'forbidden', detail: '不归您办' })).errors).toEqual([]);
  });
  it.each(['', '<html>Bad Gateway</html>', 'null', '"gone"', '[]'])(
    'should be readable when the answer is %p',
    async (body) => {
      expect((await refused(502, body)).detail).toBe('服务器没有给出可读的回答（502），请稍后再试。');
    },
  );
  it('should have the code of the unknown when the answer has none', async () => {
    expect((await refused(502, '')).code).toBe('unknown');
  });
  it('should be what an error page reads as well', () => {
    expect(String(new Problem(409, 'stale', '别人改过。'))).toBe('Problem: 别人改过。');
  });
});

describe('a thrown thing that is no problem', () => {
  it.each([new TypeError('Failed to fetch'), 'oops', undefined, null])(
    'should be an answer that never came: %p',
    (thrown) => {
      expect(asProblem(thrown).code).toBe('offline');
    },
  );
  it('should not look like an answer of the server', () => {
    expect(asProblem(new TypeError('Failed to fetch')).status).toBe(0);
  });
  it('should say that the words are still there', () => {
    expect(asProblem(new TypeError('Failed to fetch')).detail).toContain('已填写的内容仍在本页');
  });
});
