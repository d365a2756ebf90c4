import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type Mail, MailServer, partsOf } from '@fuhan/testing';
import type { SMTPServerOptions } from 'smtp-server';
import type { Outcome, Outgoing } from '../channel';
import { MailChannel, meaningOf } from './mail-channel';

const message = (more: Partial<Outgoing> = {}): Outgoing => ({
  address: 'liqing@example.gov.cn',
  key: '0d0c5a3e-0000-4000-8000-000000000001',
  kind: 'handed_over',
  title: '有新交办的提案，请签收',
  body: '第135021号提案《关于推动充电设施进厂区的建议》',
  link: 'https://fuhan.example.gov.cn/proposals/1',
  names: ['李青'],
  createdAt: new Date('2026-03-02T01:00:00Z'),
  ...more,
});

const channelTo = (port: number, from = '复函 <fuhan@example.gov.cn>') =>
  new MailChannel({ url: `smtp://127.0.0.1:${port}`, from, patienceMs: 2_000 });

const headOf = (raw: string): string => raw.slice(0, raw.indexOf('\r\n\r\n'));

/** An encoded header as a person reads it. */
function headerOf(raw: string, name: string): string {
  const unfolded = headOf(raw).replace(/\r\n[ \t]+/g, ' ');
  const line =
    unfolded.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
  const words = line
    .slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, '?==?');
  const bytes = words.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
    way.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString('latin1')
      : text
          .replaceAll('_', ' ')
          .replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

describe('a notice by mail', () => {
  const post = new MailServer();
  let port: number;
  beforeAll(async () => {
    port = await post.open();
  });
  beforeEach(() => void post.mails.splice(0));
  afterAll(() => post.close());

  const sent = async (more: Partial<Outgoing> = {}): Promise<Mail> => {
    expect(await channelTo(port).send(message(more))).toMatchObject({ end: 'sent' });
    const [letter] = post.mails;
    if (!letter) throw new Error('no letter arrived');
    return letter;
  };

  it('should reach the one address it is for', async () => {
    const { from, to } = await sent();
    expect([from, to]).toEqual(['fuhan@example.gov.cn', ['liqing@example.gov.cn']]);
  });

  it('should carry its key as its number, so that a repetition can be seen', async () => {
    const { raw } = await sent();
    expect(headerOf(raw, 'Message-ID')).toBe(`<${message().key}@example.gov.cn>`);
  });

  it('should say the same in plain text and in HTML, with the link to the thing to do', async () => {
    const [text = '', html = ''] = partsOf((await sent()).raw);
    expect(text).toContain('李青：');
    expect(text).toContain('https://fuhan.example.gov.cn/proposals/1');
    expect(html).toContain('href="https://fuhan.example.gov.cn/proposals/1"');
    for (const part of [text, html]) expect(part).toContain('第135021号提案《关于推动充电设施进厂区的建议》');
  });

  it('should not let a written tag become markup', async () => {
    const [text = '', html = ''] = partsOf(
      (await sent({ body: '<img src=x onerror=alert(1)> & 《甲》' })).raw,
    );
    expect(html).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; &amp; 《甲》');
    expect(text).toContain('<img src=x onerror=alert(1)> & 《甲》');
  });

  it.each([
    '\r\nBcc: x@example.com',
    '\nBcc: x@example.com',
    '\rBcc: x@example.com',
    '\u2028Bcc: x@example.com',
    '\u0000Bcc: x@example.com',
  ])('should not let a title begin another header: %j', async (tail) => {
    const { raw, to } = await sent({ title: `请签收${tail}` });
    expect(to).toEqual(['liqing@example.gov.cn']);
    expect(headOf(raw)).not.toMatch(/^bcc:/im);
    expect(headerOf(raw, 'Subject')).toBe('请签收 Bcc: x@example.com');
  });

  it('should keep a character beyond the first plane whole', async () => {
    const { raw } = await sent({ title: '关于𠮷林路口的建议，请𠮷某签收' });
    expect(headerOf(raw, 'Subject')).toBe('关于𠮷林路口的建议，请𠮷某签收');
  });

  it('should cut a very long title in the subject, never through a character, and keep it whole in the text', async () => {
    const title = '𠮷'.repeat(500);
    const { raw } = await sent({ title });
    expect(headerOf(raw, 'Subject')).toBe(`${'𠮷'.repeat(79)}…`);
    expect(partsOf(raw)[0]).toContain(title);
  });

  it('should keep every header line within what servers take', async () => {
    const { raw } = await sent({ title: '关于'.repeat(200) });
    expect(
      Math.max(
        ...headOf(raw)
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998);
  });

  it('should call itself automatic, so that nobody’s holiday answers', async () => {
    expect(headerOf((await sent()).raw, 'Auto-Submitted')).toBe('auto-generated');
  });
});

describe('what the server says', () => {
  const post = new MailServer();
  afterEach(() => post.close());

  const refusing = (responseCode: number) => Object.assign(new Error('no'), { responseCode });
  const toServer = async (options: SMTPServerOptions): Promise<Outcome> =>
    channelTo(await post.open(options)).send(message());

  it.each([
    [451, 'later'],
    [452, 'later'],
    [550, 'refused'],
    [553, 'refused'],
  ])('should mean by %i at the recipient: %s', async (code, end) => {
    expect(await toServer({ onRcptTo: (_address, _session, done) => done(refusing(code)) })).toMatchObject({
      end,
    });
  });

  it.each([
    [450, 'later'],
    [554, 'refused'],
  ])('should mean by %i after the whole message: %s', async (code, end) => {
    const onData: SMTPServerOptions['onData'] = (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(refusing(code)));
    };
    expect(await toServer({ onData })).toMatchObject({ end });
  });

  it('should mean by a refused sign-in: later, since it is ours to mend', async () => {
    const port = await post.open({
      authOptional: false,
      onAuth: (_auth, _session, done) => done(refusing(535)),
    });
    const channel = new MailChannel({
      url: `smtp://u:wrong@127.0.0.1:${port}`,
      from: 'fuhan@example.gov.cn',
      patienceMs: 2_000,
    });
    expect(await channel.send(message())).toMatchObject({ end: 'later' });
  });

  it('should be tried later while the server is down, and arrive once it is up', async () => {
    const port = await post.open();
    await post.close();
    expect(await channelTo(port).send(message())).toMatchObject({ end: 'later' });
    await post.open({}, port);
    expect(await channelTo(port).send(message())).toMatchObject({ end: 'sent' });
  });

  it('should be tried later when the name of the server is nobody’s', async () => {
    const channel = new MailChannel({
      url: 'smtp://mail.invalid:25',
      from: 'fuhan@example.gov.cn',
      patienceMs: 2_000,
    });
    expect(await channel.send(message())).toMatchObject({ end: 'later' });
  });
});

describe('a connection that is cut', () => {
  let server: Server;
  afterEach(() => new Promise<void>((closed) => void server.close(() => closed())));

  /** A server that talks along and hangs up where it is told to. */
  const cutting = (where: 'greeting' | 'RCPT' | 'DATA' | 'dot'): Promise<number> =>
    new Promise((ready) => {
      server = createServer((socket: Socket) => {
        socket.on('error', () => undefined);
        if (where === 'greeting') return void socket.destroy();
        socket.write('220 test\r\n');
        let inData = false;
        socket.on('data', (bytes) => {
          const text = bytes.toString('latin1');
          if (inData) return text.includes('\r\n.\r\n') ? void socket.destroy() : undefined;
          if (/^RCPT/m.test(text) && where === 'RCPT') return void socket.destroy();
          if (/^DATA/m.test(text)) {
            if (where === 'DATA') return void socket.destroy();
            inData = true;
            return void socket.write('354 go on\r\n');
          }
          return void socket.write('250 ok\r\n');
        });
      }).listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port));
    });

  it.each([
    ['greeting', 'later'],
    ['RCPT', 'later'],
    ['DATA', 'later'],
    ['dot', 'unknown'],
  ] as const)('should leave us at %s with: %s', async (where, end) => {
    expect(await channelTo(await cutting(where)).send(message())).toMatchObject({ end });
  });

  it('should be unknown as well when the server takes the message and never answers', async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 test\r\n');
      let inData = false;
      socket.on('data', (bytes) => {
        if (inData) return;
        inData = /^DATA/m.test(bytes.toString('latin1'));
        socket.write(inData ? '354 go on\r\n' : '250 ok\r\n');
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const channel = new MailChannel({
      url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
      from: 'fuhan@example.gov.cn',
      patienceMs: 300,
    });
    expect(await channel.send(message())).toMatchObject({ end: 'unknown' });
  });
});

describe('the meaning of an error', () => {
  const error = (more: object): Error => Object.assign(new Error('x'), more);

  it('should be the server’s word where there is one, even after the whole message', () => {
    expect(meaningOf(error({ responseCode: 421 }), true).end).toBe('later');
  });
  it('should be a refusal where the address itself cannot be written', () => {
    expect(meaningOf(error({ code: 'EENVELOPE' }), false).end).toBe('refused');
  });
  it('should be kept in one line', () => {
    expect(meaningOf(new Error('a\r\nb'), false)).toEqual({ end: 'later', error: 'a b' });
  });
});
