import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Person } from '@fuhan/identity';
import { Client, type Mail, MailServer, partsOf } from '@fuhan/testing';
import { CO, startWorld, type World } from './casework-world';

const SECRET = 'a secret of sixteen and more';

/** What a unit's own program is called with. */
class Robot {
  readonly calls: { headers: IncomingHttpHeaders; body: string }[] = [];
  private server: Server | undefined;

  /** @returns the address to call */
  async open(): Promise<string> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (bytes: Buffer) => (body += bytes.toString('utf8')));
      request.on('end', () => {
        this.calls.push({ headers: request.headers, body });
        response.end('{}');
      });
    });
    this.server = server;
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  }

  close(): void {
    this.server?.close();
  }
}

/** From a button in the page to a mailbox and a unit's own program: the command, the outbox, the queue, the channels, real servers. */
describe('a chase on its way out', () => {
  const post = new MailServer();
  const robot = new Robot();
  let world: World;
  let port: number;
  let id: string;

  const dataSource = () => world.app.house.dataSource;
  const arrived = async (count: number): Promise<readonly Mail[]> => {
    for (let tries = 0; tries < 200 && post.mails.length < count; tries++)
      await new Promise((again) => setTimeout(again, 50));
    return post.mails;
  };
  const sentTo = async (account: string): Promise<string[]> =>
    (
      await dataSource().query(
        `SELECT d.state FROM notice_dispatch d JOIN notice n ON n.id = d.notice_id JOIN person p ON p.id = n.person_id
         WHERE p.account = $1 ORDER BY n.created_at`,
        [account],
      )
    ).map(({ state }: { state: string }) => state);
  const plain = ({ raw }: Mail): string => partsOf(raw)[0] ?? '';

  beforeAll(async () => {
    port = await post.open();
    world = await startWorld({
      worker: true,
      settings: {
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        MAIL_FROM: '复函 <fuhan@example.gov.cn>',
        WEBHOOK_ALLOW_PRIVATE: '1',
      },
    });
    const account = world.cast.coAccounts.get(CO[0]) ?? '';
    ({ id } = await world.opened('136801'));
    await dataSource().manager.update(Person, { account }, { mail: 'lianluo@example.gov.cn' });
    const program = { name: '督办平台', format: 'generic', url: await robot.open(), secret: SECRET };
    const system = await world.cast.as('system');
    await system.done(`/api/units/${await world.unit(CO[0])}/add-webhook`, program);
    const coordinator = await world.cast.as('coordinator');
    const duty = (await world.seen('coordinator', id)).assignments.find(({ unit }) => unit === CO[0]);
    await coordinator.done(`/api/assignments/${duty?.id}/chase`, { text: '请本周内提交会办意见。' });
  });
  afterAll(async () => {
    await world.app.close();
    await post.close();
    robot.close();
  });

  it('should arrive once, at the one address, in the words it was sent with', async () => {
    const mails = await arrived(1);
    expect(mails.map(({ to }) => to)).toEqual([['lianluo@example.gov.cn']]);
    expect(plain(mails[0] as Mail)).toContain('请本周内提交会办意见。');
  });

  it('should lead to the case, which opens to who was chased', async () => {
    const [mail] = await arrived(1);
    const [, path = ''] = /https?:\/\/[^/\s]+(\/\S+)/.exec(plain(mail as Mail)) ?? [];
    expect(path).toContain(`/proposals/${id}`);
    const page = await new Client(world.app.url).get<string>(path);
    const api = await (await world.co(CO[0])).get(`/api/proposals/${id}`);
    expect([page.status, api.status]).toEqual([200, 200]);
  });

  it('should reach the unit’s program once, signed with the secret that was typed in', async () => {
    for (let tries = 0; tries < 200 && robot.calls.length === 0; tries++)
      await new Promise((again) => setTimeout(again, 50));
    const [call] = robot.calls;
    const { 'x-fuhan-timestamp': at, 'x-fuhan-signature': signature } = call?.headers ?? {};
    const expected = createHmac('sha256', SECRET)
      .update(`${String(at)}.${call?.body}`)
      .digest('hex');
    expect([robot.calls.length, signature]).toEqual([1, expect.stringContaining(expected)]);
  });

  it('should be on file as sent', async () => {
    expect(await sentTo(world.cast.coAccounts.get(CO[0]) ?? '')).toContain('sent');
  });
});
