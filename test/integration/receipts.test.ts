import { type Client, savePerson } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { issue, waitForFiles, walkToSigned } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

interface DeliveryView {
  id: string;
  recipient: string;
  recipientKind: string;
  state: string;
  stateLabel: string;
  receivedAt: string | null;
  link: string | null;
}
interface Notice {
  title: string;
  link: string;
}

let world: World;
let id: string;
let letterId: string;

const as = (account: string): Promise<Client> => world.cast.as(account);
const deliveries = async (): Promise<DeliveryView[]> =>
  (await world.seen('clerk', id)).letters[0]?.deliveries as unknown as DeliveryView[];
const to = async (recipient: string): Promise<DeliveryView> => {
  const found = (await deliveries()).find((each) => each.recipient === recipient);
  if (!found) throw new Error(`nothing went to ${recipient}`);
  return found;
};
const receive = async (account: string, recipient: string) =>
  refusal(await as(account), `/api/deliveries/${(await to(recipient)).id}/receive`);
const offered = async (account: string): Promise<string[]> =>
  (await world.seen(account, id)).nextActions
    .filter(({ command }) => command === 'delivery.receive')
    .map(({ targetLabel }) => targetLabel);
const historyOf = async (): Promise<string[]> =>
  (await world.seen('clerk', id)).history.map(({ actor, words }) => `${actor}：${words}`);

/** The notice of a copy, once the worker has told it. */
async function noticeOf(account: string): Promise<Notice | undefined> {
  for (let tries = 0; tries < 100; tries++) {
    const { body } = await (await as(account)).get<Notice[]>('/api/notices');
    const found = body.find(({ title }) => title === '收到一份答复函（抄送），请签收');
    if (found) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  return undefined;
}

beforeAll(async () => {
  world = await startWorld({ worker: true });
  const em = world.app.house.dataSource.manager;
  await savePerson(em, 'tian-office', 'zhengxie_tian', ['proposal_office']);
  await savePerson(em, 'tian-drafter', 'zhengxie_tian', ['drafter', 'clerk']);
  const gone = await savePerson(em, 'tian-gone', 'zhengxie_tian', ['proposal_office']);
  await em.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone.id]);
  await savePerson(em, 'zfb-office', 'zhengfuban', ['proposal_office']);
  await savePerson(em, 'stranger', 'gongan', ['proposal_office']);
  const plan = shortPlan('137401');
  const walked = await walkToSigned(world.app, world.cast, plan);
  id = walked.id;
  letterId = (await issue(world.app, world.cast, walked, plan)).id;
  await (await as('clerk')).done(`/api/letters/${letterId}/deliver`);
}, 120_000);
afterAll(async () => world.app.close());

describe('a copy that has gone out', () => {
  it('should wait for a receipt from every recipient', async () => {
    expect((await deliveries()).map(({ state }) => state)).toEqual(Array(5).fill('sent'));
  });

  it('should be called 已发出 on the screen', async () => {
    expect((await to(CO[0])).stateLabel).toBe('已发出');
  });

  it('should be told to the 提案办 of its unit, and lead to the case', async () => {
    expect((await noticeOf('tian-office'))?.link).toBe(`/proposals/${id}`);
  });

  it('should not be told to the unit’s other people', async () => {
    await noticeOf('tian-office');
    const { body } = await (await as('tian-drafter')).get<Notice[]>('/api/notices');
    expect(body).toEqual([]);
  });

  it('should not be told to who has left', async () => {
    await noticeOf('tian-office');
    const rows = await world.app.house.dataSource.query(
      `SELECT 1 FROM notice n JOIN person p ON p.id = n.person_id WHERE p.account = 'tian-gone'`,
    );
    expect(rows).toEqual([]);
  });

  it('should make the case known to a unit that had no part in it before', async () => {
    expect((await (await as('tian-office')).get(`/api/proposals/${id}`)).status).toBe(200);
  });

  it('should show that unit the letter, and no opinion and no draft', async () => {
    const { letters, opinions, drafts } = await world.seen('tian-office', id);
    expect([letters.length, opinions.length, drafts.length]).toEqual([1, 0, 0]);
  });

  it('should offer each unit its own copy to sign for', async () => {
    expect(await offered('tian-office')).toEqual(['市政协提案委']);
  });

  it('should offer nothing to who oversees all', async () => {
    expect(await offered('supervisor')).toEqual([]);
  });

  it('should be offered to a colleague from the moment the duty is given, and no longer when it is taken', async () => {
    const [{ id: person }] = await world.app.house.dataSource.query(
      `SELECT id FROM person WHERE account = 'tian-drafter'`,
    );
    const security = await as('security');
    const set = (duties: string[]) => security.done(`/api/people/${person}/set-duties`, { duties });
    await set(['drafter', 'proposal_office']);
    const given = await offered('tian-drafter');
    await set(['drafter', 'clerk']);
    expect([given, await offered('tian-drafter')]).toEqual([['市政协提案委'], []]);
  });

  it('should not go out a second time', async () => {
    const [status, code] = await refusal(await as('clerk'), `/api/letters/${letterId}/deliver`);
    expect([status, code]).toEqual([409, 'state.moved-on']);
  });
});

describe('a receipt', () => {
  it('should not be given by a unit without part in the case', async () => {
    expect((await receive('stranger', CO[0])).slice(0, 2)).toEqual([404, 'request.not-found']);
  });

  it('should not be given by another unit that got a copy', async () => {
    expect((await receive('tian-office', CO[0])).slice(0, 2)).toEqual([403, 'permission.denied']);
  });

  it('should not be given by the unit that wrote the letter', async () => {
    expect((await receive('office', CO[0])).slice(0, 2)).toEqual([403, 'permission.denied']);
  });

  it('should not be given by somebody of the unit who is not its 提案办, who is told who is', async () => {
    const [status, , detail] = await receive('tian-drafter', '市政协提案委');
    expect([status, detail]).toEqual([403, '您的职责不能做“签收来函”。需要由提案办办理。']);
  });

  it('should not be given for the proposer by any unit', async () => {
    expect((await receive('office', '民盟中山市委会'))[0]).toBe(403);
  });

  it('should not be given for a copy that does not exist', async () => {
    const path = '/api/deliveries/018f0000-0000-7000-8000-000000000000/receive';
    expect((await refusal(await as('tian-office'), path))[0]).toBe(404);
  });

  it('should need a sign-in', async () => {
    const path = `/api/deliveries/${(await to(CO[0])).id}/receive`;
    const response = await fetch(`${world.app.url}${path}`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'test' },
    });
    expect(response.status).toBe(401);
  });

  it('should carry nothing but itself', async () => {
    const path = `/api/deliveries/${(await to(CO[0])).id}/receive`;
    expect((await refusal(await as('co-zhujian'), path, { receivedAt: '2020-01-01' }))[0]).toBe(422);
  });

  it('should have left every copy waiting, refused as all of these were', async () => {
    expect((await deliveries()).map(({ state }) => state)).toEqual(Array(5).fill('sent'));
  });

  it('should be refused without a trace in the history', async () => {
    expect((await historyOf()).filter((words) => words.includes('签收了答复函'))).toEqual([]);
  });
});

describe('a copy that was signed for', () => {
  let before: DeliveryView[];
  beforeAll(async () => {
    before = await deliveries();
    world.app.clock.moveTo(new Date('2026-06-08T03:00:00Z'));
    await receive('tian-office', '市政协提案委');
  });

  it('should be received', async () => {
    expect(await to('市政协提案委')).toMatchObject({ state: 'received', stateLabel: '已签收' });
  });

  it('should bear the moment of the receipt', async () => {
    expect((await to('市政协提案委')).receivedAt?.slice(0, 16)).toBe('2026-06-08T03:00');
  });

  it('should remember who of the unit signed for it', async () => {
    const [row] = await world.app.house.dataSource.query(
      `SELECT received_by AS by FROM delivery WHERE recipient_name = '市政协提案委'`,
    );
    expect(row.by).toBe('测试tian-office');
  });

  it('should stand in the history in words', async () => {
    expect((await historyOf()).at(-1)).toBe('测试tian-office：市政协提案委签收了答复函。');
  });

  it('should stand in the audit', async () => {
    const { id: target } = await to('市政协提案委');
    const rows = await world.app.house.dataSource.query(
      `SELECT 1 FROM audit_log WHERE action = 'delivery.receive' AND object = $1`,
      [target],
    );
    expect(rows).toHaveLength(1);
  });

  it('should not be offered any more', async () => {
    expect(await offered('tian-office')).toEqual([]);
  });

  it('should leave the other recipients’ copies as they were', async () => {
    const others = (list: DeliveryView[]): DeliveryView[] =>
      list.filter(({ recipient }) => recipient !== '市政协提案委');
    expect(others(await deliveries())).toEqual(others(before));
  });

  it('should not be signed for twice', async () => {
    const [status, code, detail] = await receive('tian-office', '市政协提案委');
    expect([status, code, detail.includes('已签收')]).toEqual([409, 'state.moved-on', true]);
  });

  it('should keep the moment of the first receipt', async () => {
    const { receivedAt } = await to('市政协提案委');
    world.app.clock.moveTo(new Date('2026-06-09T03:00:00Z'));
    await receive('tian-office', '市政协提案委');
    expect((await to('市政协提案委')).receivedAt).toBe(receivedAt);
  });

  it('should be signed for once when two of the unit press together', async () => {
    const answers = await Promise.all([
      receive('zfb-office', '市政府办公室'),
      receive('zfb-office', '市政府办公室'),
    ]);
    expect(answers.map(([status]) => status).sort()).toEqual([200, 409]);
  });

  it('should be a co-handler’s too, whose duty has long ended', async () => {
    await receive('co-zhujian', CO[0]);
    expect((await to(CO[0])).state).toBe('received');
  });
});

describe('the proposer’s receipt', () => {
  const link = async (): Promise<string> =>
    `/api${new URL((await to('民盟中山市委会')).link ?? '').pathname}`;
  const open = async () =>
    (
      await fetch(`${world.app.url}${await link()}/receive`, {
        method: 'POST',
        headers: { 'X-Requested-With': 'test' },
      })
    ).status;

  it('should come from the link, without a sign-in', async () => {
    expect(await open()).toBe(204);
  });

  it('should be in the proposer’s own name', async () => {
    expect((await historyOf()).at(-1)).toBe('民盟中山市委会：民盟中山市委会打开了答复函。');
  });

  it('should be written once, however often the letter is opened', async () => {
    await open();
    expect((await historyOf()).filter((words) => words.endsWith('打开了答复函。'))).toHaveLength(1);
  });
});

/** 市政府办公室 gets a copy of every letter; here it also gave an opinion. */
describe('a fixed recipient that co-handles the case', () => {
  const both = '市政府办公室';
  let second: string;
  beforeAll(async () => {
    const cast = { as, coAccounts: new Map([...world.cast.coAccounts, [both, 'zfb-office']]) };
    const plan = { ...shortPlan('137402'), coHandlers: [CO[0], both] };
    const walked = await walkToSigned(world.app, cast, plan);
    second = walked.id;
    await (await as('clerk')).done(`/api/drafts/${walked.draftId}/issue`, { date: '2026-03-09' });
    const { id: letter } = await waitForFiles(await as('clerk'), second);
    await (await as('clerk')).done(`/api/letters/${letter}/deliver`);
  });

  it('should get one copy to sign for', async () => {
    const { letters } = await world.seen('clerk', second);
    expect(letters[0]?.deliveries.filter(({ recipient }) => recipient === both)).toHaveLength(1);
  });

  it('should be named once in the copy-to list', async () => {
    const { letters } = await world.seen('clerk', second);
    const { body } = await (await as('clerk')).get<string>(`/api/letters/${letters[0]?.id}/files/txt`);
    expect(/^抄送：.*$/m.exec(body)?.[0]).toBe('抄送：市政协提案委、市住房城乡建设局、市政府办公室。');
  });
});
