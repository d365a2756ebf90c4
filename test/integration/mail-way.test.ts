import { Person } from '@fuhan/identity';
import { Client, type Mail, MailServer, partsOf } from '@fuhan/testing';
import { CO, startWorld, type World } from './casework-world';

/** From a button in the page to a letter in a mailbox: the command, the outbox, the queue, the channel, a real mail server. */
describe('a chase on its way to a mailbox', () => {
  const post = new MailServer();
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
      settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: '复函 <fuhan@example.gov.cn>' },
    });
    const account = world.cast.coAccounts.get(CO[0]) ?? '';
    ({ id } = await world.opened('136801'));
    await dataSource().manager.update(Person, { account }, { mail: 'lianluo@example.gov.cn' });
    const coordinator = await world.cast.as('coordinator');
    const duty = (await world.seen('coordinator', id)).assignments.find(({ unit }) => unit === CO[0]);
    await coordinator.done(`/api/assignments/${duty?.id}/chase`, { text: '请本周内提交会办意见。' });
  });
  afterAll(async () => {
    await world.app.close();
    await post.close();
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

  it('should be on file as sent', async () => {
    expect(await sentTo(world.cast.coAccounts.get(CO[0]) ?? '')).toContain('sent');
  });
});
