import { tellPeople } from '@fuhan/casework';
import { Outbox } from '@fuhan/platform';
import { type Client, savePerson } from '@fuhan/testing';
import { refusal, startWorld, type World } from './casework-world';

interface Delegations {
  items: { id: string; from: string; to: string; state: string; actions: { href: string }[] }[];
  actions: { href: string; choices: Record<string, { label: string }[]>; defaults: { duties: string[] } }[];
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const { manager } = world.app.house.dataSource;
  await savePerson(manager, 'colleague', 'gongxin', ['drafter'], { name: '李四' });
  await savePerson(manager, 'helper', 'gongxin', [], { name: '赵六' });
  await savePerson(manager, 'deputy', 'gongxin', ['leader'], { name: '孙七' });
});
afterAll(async () => world.app.close());

const as = (account: string): Promise<Client> => world.cast.as(account);
const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  world.app.house.dataSource.query(text, values);
const idOf = async (account: string): Promise<string> =>
  (await sql<{ id: string }>('SELECT id FROM person WHERE account = $1', [account]))[0]?.id ?? '';
const on = (day: string): void => world.app.clock.moveTo(new Date(`${day}T02:00:00Z`));
const leave = async (to: string, more: object = {}): Promise<object> => ({
  ...{ toPersonId: await idOf(to), duties: ['drafter'], reason: 'vacation' },
  ...{ fromOn: '2026-03-10', untilOn: '2026-03-12', ...more },
});
const pathOf = async (account: string): Promise<string> => `/api/people/${await idOf(account)}/delegate`;
const delegate = async (from: string, to: string, more: object = {}): Promise<string> =>
  (await (await as(from)).done(await pathOf(from), await leave(to, more))).id;
const refused = async (from: string, to: string, more: object = {}) =>
  refusal(await as(from), await pathOf(from), await leave(to, more));
const delegations = async (account: string): Promise<Delegations> =>
  (await (await as(account)).get<Delegations>('/api/delegations')).body;
const dutiesOf = async (account: string): Promise<string[]> =>
  (await (await as(account)).get<{ duties: string[] }>('/api/me')).body.duties;
const mine = async (account: string): Promise<number> =>
  (await (await as(account)).get<{ counts: { mine: number } }>('/api/todo')).body.counts.mine;
const lastWords = async (id: string) =>
  (
    await sql<{ actor: string; action: string }>(
      'SELECT actor, action FROM history_entry WHERE proposal_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    )
  )[0];
/** Every notice that waits in the outbox reaches its people. */
async function tellAll(): Promise<void> {
  const { dataSource, clock } = world.app.house;
  for (const { id } of await dataSource.manager.findBy(Outbox, { topic: 'notice.tell' }))
    await tellPeople(dataSource, { outboxId: id }, clock.now());
}
const noticesOf = async (account: string): Promise<string[]> => {
  await tellAll();
  return (await (await as(account)).get<{ title: string }[]>('/api/notices')).body.map(({ title }) => title);
};

describe('a drafter on leave', () => {
  let id: string;
  let draftId: string;
  let delegationId: string;

  const addSection = async (account: string, heading: string) =>
    (await as(account)).post(`/api/drafts/${draftId}/add-section`, { heading, position: 1 });

  beforeAll(async () => {
    on('2026-03-09');
    ({ id, draftId } = await world.opened('136101'));
    delegationId = await delegate('drafter', 'helper');
  });

  it('should still be alone with the work on the day before', async () => {
    expect((await addSection('helper', '早了一天')).status).toBe(403);
    expect(await dutiesOf('helper')).toEqual([]);
  });

  it('should be told to the colleague at once', async () => {
    expect((await noticesOf('helper'))[0]).toContain('休假，2026-03-10 至 2026-03-12 委托您代办：承办人');
  });

  it('should be stood in for from the first day to the last, in Shanghai', async () => {
    world.app.clock.moveTo(new Date('2026-03-09T16:00:00Z'));
    expect((await addSection('helper', '第一天')).status).toBe(200);
    world.app.clock.moveTo(new Date('2026-03-12T15:59:00Z'));
    expect((await addSection('helper', '最后一天')).status).toBe(200);
  });

  it('should have the work in the colleague’s box too', async () => {
    on('2026-03-11');
    expect([await mine('helper'), await mine('colleague')]).toEqual([1, 0]);
  });

  it('should be named in history and audit beside the colleague', async () => {
    const drafter = (await sql<{ name: string }>(`SELECT name FROM person WHERE account = 'drafter'`))[0];
    expect(await lastWords(id)).toEqual({ actor: `赵六（代${drafter?.name}）`, action: 'draft.addSection' });
    const [entry] = await sql<{ detail: object }>(
      `SELECT detail FROM audit_log WHERE action = 'draft.addSection' ORDER BY seq DESC LIMIT 1`,
    );
    expect(JSON.stringify(entry?.detail)).toContain(await idOf('drafter'));
  });

  it('should be reached by notices, and the colleague with them', async () => {
    on('2026-03-11');
    const [assignment] = (await world.seen('drafter', id)).assignments.filter(({ role }) => role === 'lead');
    const [office] = await sql<{ id: string }>(
      `SELECT office_id AS id FROM person WHERE account = 'drafter'`,
    );
    await (
      await as('office')
    ).done(`/api/assignments/${assignment?.id}/divide`, {
      officeId: office?.id,
      drafterId: await idOf('drafter'),
    });
    const told = '有一件提案分给您承办';
    expect([await noticesOf('drafter'), await noticesOf('helper')]).toEqual([
      expect.arrayContaining([told]),
      expect.arrayContaining([told]),
    ]);
  });

  it('should write under the own name alone when back and in the office', async () => {
    on('2026-03-11');
    await addSection('drafter', '自己写的');
    expect((await lastWords(id))?.actor).not.toContain('代');
  });

  it('should be alone with the work again on the day after', async () => {
    on('2026-03-13');
    expect((await addSection('helper', '晚了一天')).status).toBe(403);
    expect((await delegations('helper')).items.map(({ state }) => state)).toEqual(['ended']);
  });

  it('should not end what is over', async () => {
    const [status, , detail] = await refusal(await as('drafter'), `/api/delegations/${delegationId}/revoke`);
    expect([status, detail]).toEqual([409, '这项委托已经结束。']);
  });
});

describe('a delegation', () => {
  beforeEach(() => on('2026-04-01'));
  const april = { fromOn: '2026-04-01', untilOn: '2026-04-05' };

  it.each<[string, string, object, string]>([
    ['from a day that has passed', 'helper', { fromOn: '2026-03-31', untilOn: '2026-04-05' }, '已经过去'],
    ['backwards', 'helper', { fromOn: '2026-04-05', untilOn: '2026-04-01' }, '早于'],
    ['longer than a year', 'helper', { fromOn: '2026-04-01', untilOn: '2027-04-01' }, '12 个月'],
    ['of a duty that is another’s', 'helper', { ...april, duties: ['head'] }, '自己担任的职责'],
    ['to oneself', 'drafter', april, '本单位的同事'],
    ['to another unit', 'coordinator', april, '本单位的同事'],
  ])('should be refused %s', async (_what, to, more, words) => {
    const [, , detail] = await refused('drafter', to, more);
    expect(detail).toContain(words);
  });

  it('should not be made for somebody else', async () => {
    const [, code] = await refusal(await as('office'), await pathOf('drafter'), await leave('helper', april));
    expect(code).toBe('guard.failed');
  });

  it('should not be an administrator’s', async () => {
    const [, code] = await refusal(
      await as('system'),
      await pathOf('system'),
      await leave('security', april),
    );
    expect(code).toBe('permission.denied');
  });

  it('should not lay work on an administrator', async () => {
    const { manager } = world.app.house.dataSource;
    await savePerson(manager, 'unitAdmin', 'gongxin', ['audit_admin']);
    expect((await refused('drafter', 'unitAdmin', april))[2]).toContain('管理员');
  });

  it('should be one for each duty and day', async () => {
    const id = await delegate('leader', 'helper', { ...april, duties: ['leader'] });
    const other = { fromOn: '2026-04-05', untilOn: '2026-04-09', duties: ['leader'] };
    expect((await refused('leader', 'deputy', other))[1]).toBe('delegation.overlap');
    await (await as('leader')).done(`/api/delegations/${id}/revoke`);
    const again = await delegate('leader', 'deputy', other);
    await (await as('leader')).done(`/api/delegations/${again}/revoke`);
  });

  it('should go no further than the delegate', async () => {
    const id = await delegate('drafter', 'colleague', april);
    expect((await refused('colleague', 'helper', april))[1]).toBe('delegation.chain');
    await (await as('colleague')).done(`/api/delegations/${id}/revoke`);
  });

  it('should not be laid on who has gone away too', async () => {
    const id = await delegate('deputy', 'helper', { ...april, duties: ['leader'] });
    expect((await refused('leader', 'deputy', { ...april, duties: ['leader'] }))[1]).toBe('delegation.chain');
    await (await as('deputy')).done(`/api/delegations/${id}/revoke`);
  });

  it('should not begin a chain when two are made at the same moment', async () => {
    const clients = [await as('drafter'), await as('colleague')] as const;
    const bodies = [await leave('colleague', april), await leave('helper', april)] as const;
    const paths = [await pathOf('drafter'), await pathOf('colleague')] as const;
    const answers = await Promise.all(([0, 1] as const).map((i) => clients[i].post(paths[i], bodies[i])));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(2);
    await sql('UPDATE delegation SET revoked_at = now() WHERE revoked_at IS NULL');
  });

  it('should end at once when it is revoked', async () => {
    const id = await delegate('drafter', 'helper', april);
    expect(await dutiesOf('helper')).toEqual(['drafter']);
    const [button] = (await delegations('drafter')).items.find((each) => each.id === id)?.actions ?? [];
    await (await as('drafter')).done(button?.href ?? '');
    expect(await dutiesOf('helper')).toEqual([]);
    expect((await noticesOf('helper'))[0]).toContain('结束了');
  });

  it('should be nobody else’s to revoke', async () => {
    const id = await delegate('drafter', 'helper', april);
    const [, code] = await refusal(await as('office'), `/api/delegations/${id}/revoke`);
    expect(code).toBe('request.not-found');
    await (await as('drafter')).done(`/api/delegations/${id}/revoke`);
  });

  it('should lose a duty with the person who delegated it', async () => {
    const id = await delegate('deputy', 'helper', { ...april, duties: ['leader'] });
    const set = async (held: string[]) =>
      (await as('security')).done(`/api/people/${await idOf('deputy')}/set-duties`, { duties: held });
    await set(['reviewer']);
    expect(await dutiesOf('helper')).toEqual([]);
    await set(['leader']);
    await (await as('deputy')).done(`/api/delegations/${id}/revoke`);
  });

  it('should end when the delegate becomes an administrator', async () => {
    await savePerson(world.app.house.dataSource.manager, 'riser', 'gongxin', []);
    await delegate('deputy', 'riser', { ...april, duties: ['leader'] });
    const path = `/api/people/${await idOf('riser')}/set-duties`;
    await (await as('security')).done(path, { duties: ['audit_admin'] });
    expect(await dutiesOf('riser')).toEqual(['audit_admin']);
  });

  it.each(['from', 'to'])('should end when an account is disabled: %s', async (side) => {
    const [from, to] = [`goer-${side}`, `stayer-${side}`];
    const { manager } = world.app.house.dataSource;
    await savePerson(manager, from, 'gongxin', ['clerk']);
    await savePerson(manager, to, 'gongxin', []);
    await delegate(from, to, { ...april, duties: ['clerk'] });
    const [gone, stays] = side === 'from' ? [from, to] : [to, from];
    await (await as('system')).done(`/api/people/${await idOf(gone)}/disable`);
    expect((await delegations(stays)).items.map(({ state }) => state)).toEqual(['ended']);
    expect(await dutiesOf(to === stays ? to : from)).toEqual(side === 'from' ? [] : ['clerk']);
  });

  it('should offer the own duties and the colleagues of the unit', async () => {
    const [form] = (await delegations('drafter')).actions;
    expect(form?.defaults.duties).toEqual(['drafter']);
    const labels = form?.choices['colleagues']?.map(({ label }) => label) ?? [];
    expect(labels).toEqual(expect.arrayContaining(['李四', '赵六', '孙七']));
    expect(labels).not.toContain('测试coordinator');
  });

  it('should offer an administrator nothing', async () => {
    expect(await delegations('system')).toEqual({ items: [], actions: [] });
  });
});
