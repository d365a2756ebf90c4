import { createHmac } from 'node:crypto';
import type { Outgoing } from '../channel';
import { signedForDingtalk, webhookFormats } from './formats';

const now = new Date('2026-03-02T01:00:00.123Z');
const message: Outgoing = {
  address: 'w1',
  key: 'k1',
  kind: 'handed_over',
  title: '有新交办的提案\n请签收',
  body: '第135021号提案《𠮷》',
  link: 'https://f.example/proposals/1',
  names: ['甲', '乙', '丙', '丁'],
  createdAt: now,
};
const hook = { url: 'https://robot.example/send?access_token=a%2Bb', secret: 'SEC0123456789abcdef' };
const answered = (status: number, body: unknown = {}) =>
  ({ end: 'answered', status, body: typeof body === 'string' ? body : JSON.stringify(body) }) as const;

describe.each(['wecom', 'dingtalk'] as const)('the %s robot', (name) => {
  const format = webhookFormats[name];

  it('should get a text message that names everybody and leads to the thing to do', () => {
    const { msgtype, text } = JSON.parse(format.callOf(hook, message, now).body) as {
      msgtype: string;
      text: { content: string };
    };
    expect([msgtype, text.content]).toEqual([
      'text',
      '【复函】有新交办的提案 请签收\n第135021号提案《𠮷》\n请 甲、乙、丙等 4 人 办理：https://f.example/proposals/1',
    ]);
  });
  it('should get no more than it takes', () => {
    const { body } = format.callOf(hook, { ...message, body: '𠮷'.repeat(3_000) }, now);
    expect(
      Buffer.byteLength((JSON.parse(body) as { text: { content: string } }).text.content),
    ).toBeLessThanOrEqual(2_048);
  });
  it.each([
    ['a yes', answered(200, { errcode: 0, errmsg: 'ok' }), 'sent'],
    ['busy', answered(200, { errcode: -1 }), 'later'],
    ['a no', answered(200, { errcode: 310_000, errmsg: 'sign not match' }), 'refused'],
    ['a broken server', answered(502, '<html>'), 'later'],
    ['too many calls', answered(429), 'later'],
    ['no such address', answered(404), 'refused'],
    ['a way elsewhere', answered(302), 'refused'],
    ['something else', answered(200, '<html>'), 'unknown'],
  ] as const)('should be understood: %s', (_words, answer, end) => {
    expect(format.read(answer).end).toBe(end);
  });
});

describe('too fast', () => {
  it.each([
    ['wecom', 45_009],
    ['dingtalk', 130_101],
  ] as const)('should be tried again at %s', (name, errcode) => {
    expect(webhookFormats[name].read(answered(200, { errcode })).end).toBe('later');
  });
});

describe('the signature of 钉钉', () => {
  const url = new URL(signedForDingtalk(hook.url, hook.secret, now));

  it('should be the HMAC of the moment and the secret', () => {
    const timestamp = String(now.getTime());
    const sign = createHmac('sha256', hook.secret).update(`${timestamp}\n${hook.secret}`).digest('base64');
    expect([url.searchParams.get('timestamp'), url.searchParams.get('sign')]).toEqual([timestamp, sign]);
  });
  it('should leave the rest of the address as it was', () => {
    expect(url.searchParams.get('access_token')).toBe('a+b');
  });
  it('should not be there without a secret', () => {
    expect(signedForDingtalk(hook.url, null, now)).toBe(hook.url);
  });
});

describe('a program of one’s own', () => {
  const call = webhookFormats.generic.callOf(hook, message, now);

  it('should be able to check who sent it, when, and that nothing was changed', () => {
    const timestamp = call.headers['X-Fuhan-Timestamp'] ?? '';
    const expected = createHmac('sha256', hook.secret).update(`${timestamp}.${call.body}`).digest('hex');
    expect([timestamp, call.headers['X-Fuhan-Signature']]).toEqual(['1772413200', `sha256=${expected}`]);
  });
  it('should be able to see a repetition', () => {
    expect(call.headers['Idempotency-Key']).toBe('k1');
  });
  it('should get the words as they are', () => {
    expect(JSON.parse(call.body)).toMatchObject({
      id: 'k1',
      kind: 'handed_over',
      title: message.title,
      names: message.names,
    });
  });
  it.each([
    [204, 'sent'],
    [408, 'later'],
    [500, 'later'],
    [401, 'refused'],
  ])('should say by %i: %s', (status, end) => {
    expect(webhookFormats.generic.read(answered(status)).end).toBe(end);
  });
});
