import { savePerson } from '@fuhan/testing';
import { refusal, startWorld, type World } from './casework-world';

let world: World;
let officeId: string;
beforeAll(async () => {
  world = await startWorld();
  [{ id: officeId }] = (await sql<{ id: string }>(
    `SELECT office_id AS id FROM person WHERE account = 'drafter'`,
  )) as [{ id: string }];
});
afterAll(async () => world.app.close());

const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  world.app.house.dataSource.query(text, values);
const as = (account: string) => world.cast.as(account);
const idOf = async (account: string): Promise<string> =>
  (await sql<{ id: string }>('SELECT id FROM person WHERE account = $1', [account]))[0]?.id ?? '';

let people = 0;
/** A drafter of the lead's unit whom no case knows yet. */
async function newDrafter(name: string): Promise<string> {
  const account = `worker-${++people}`;
  await savePerson(world.app.house.dataSource.manager, account, 'gongxin', ['drafter'], { name });
  return account;
}
interface Lead {
  readonly id: string;
  readonly role: string;
  readonly state: string;
  readonly drafter: string | null;
  readonly office: string | null;
}
const leadOf = async (id: string): Promise<Lead | undefined> => {
  const { body } = await (await as('office')).get<{ assignments: Lead[] }>(`/api/proposals/${id}`);
  return body.assignments.find(({ role }) => role === 'lead');
};
const divide = async (id: string, account: string) =>
  (await as('office')).post(`/api/assignments/${(await leadOf(id))?.id}/divide`, {
    officeId,
    drafterId: await idOf(account),
  });
/** A case handed over and signed for, that this drafter works on. */
async function caseOf(number: string, account: string): Promise<string> {
  const { id } = await world.opened(number);
  expect((await divide(id, account)).status).toBe(200);
  return id;
}
const leavePath = async (account: string): Promise<string> => `/api/people/${await idOf(account)}/leave`;
const isDisabled = async (account: string): Promise<boolean> =>
  (await sql('SELECT 1 FROM person WHERE account = $1 AND disabled_at IS NOT NULL', [account])).length > 0;
const historyOf = async (id: string): Promise<string[]> =>
  (
    await sql<{ words: string }>('SELECT words FROM history_entry WHERE proposal_id = $1 ORDER BY id', [id])
  ).map(({ words }) => words);
const noticesFor = (kind: string): Promise<{ payload: { link: string; audiences: object[] } }[]> =>
  sql(`SELECT payload FROM outbox WHERE payload ->> 'kind' = $1 ORDER BY id DESC`, [kind]);

describe('a person with open work', () => {
  let account: string;
  let ids: string[];
  beforeAll(async () => {
    account = await newDrafter('王五');
    ids = [await caseOf('136201', account), await caseOf('136202', account)];
  });

  it('should not be disabled, with the cases named and what to do first', async () => {
    const [status, code, detail] = await refusal(
      await as('system'),
      `/api/people/${await idOf(account)}/disable`,
    );
    expect([status, code]).toEqual([409, 'person.has-open-work']);
    expect(detail).toContain('王五手上还有 2 件没有办结的提案（第136201号、第136202号）');
    expect(detail).toContain('离岗交接');
    expect(await isDisabled(account)).toBe(false);
  });

  it('should find colleagues who draft in the form, and nobody else', async () => {
    const { body } = await (
      await as('system')
    ).get<
      { account: string; actions: { command: string; choices: Record<string, { label: string }[]> }[] }[]
    >('/api/people');
    const form = body
      .find((each) => each.account === account)
      ?.actions.find(({ command }) => command === 'person.leave');
    expect(form?.choices['successors']?.map(({ label }) => label)).toEqual(['测试drafter']);
  });

  it.each([
    ['oneself', async () => account, 'guard.failed'],
    ['somebody of another unit', async () => world.cast.coAccounts.get('市商务局') ?? '', 'person.unfit'],
    ['somebody who does not draft', async () => 'clerk', 'person.unfit'],
  ])('should not leave the work to %s', async (_who, successor, code) => {
    const successorId = await idOf(await successor());
    expect((await refusal(await as('system'), await leavePath(account), { successorId }))[1]).toBe(code);
    expect((await leadOf(ids[0] ?? ''))?.drafter).toBe('王五');
  });

  it('should leave all of it to the successor: drafter, history, notice, account', async () => {
    const successor = await newDrafter('赵六');
    await (await as('system')).done(await leavePath(account), { successorId: await idOf(successor) });
    for (const id of ids) {
      expect(await leadOf(id)).toMatchObject({ drafter: '赵六', state: 'divided' });
      expect((await historyOf(id)).at(-1)).toBe('王五离岗交接，由赵六接着承办。');
      const told = (await noticesFor('divided')).find(({ payload }) => payload.link === `/proposals/${id}`);
      expect(told?.payload.audiences).toEqual([{ personId: await idOf(successor) }]);
    }
    expect(await isDisabled(account)).toBe(true);
    const draftId = (await world.seen('office', ids[0] ?? '')).drafts[0]?.id;
    const section = { heading: '接着写', position: 1 };
    expect((await (await as(successor)).post(`/api/drafts/${draftId}/add-section`, section)).status).toBe(
      200,
    );
  });
});

describe('a person who leaves without a successor', () => {
  it('should give the work back to the 提案办, for which it is open again', async () => {
    const account = await newDrafter('钱七');
    const id = await caseOf('136211', account);
    await (await as('system')).done(await leavePath(account), { disable: false });
    expect(await leadOf(id)).toMatchObject({ drafter: null, office: null, state: 'signed' });
    expect((await historyOf(id)).at(-1)).toBe('钱七离岗交接，退回提案办重新分办。');
    const todo = (await world.seen('office', id)).nextActions.filter((each) => each.todo);
    expect(todo.map(({ command }) => command)).toContain('assignment.divide');
    expect((await noticesFor('handed_on'))[0]?.payload.audiences).toEqual([
      { unitId: await world.unit('gongxin'), duties: ['proposal_office'] },
    ]);
    expect(await isDisabled(account)).toBe(false);
  });

  it('should keep what was written: the next drafter goes on with it', async () => {
    const account = await newDrafter('孙八');
    const id = await caseOf('136212', account);
    const before = (await world.seen('office', id)).drafts[0]?.id;
    await (await as('system')).done(await leavePath(account));
    expect((await divide(id, 'drafter')).status).toBe(200);
    expect((await world.seen('drafter', id)).drafts.map((draft) => draft.id)).toEqual([before]);
  });

  it('should count one more version of the case: who saw an older one is told', async () => {
    const account = await newDrafter('李九');
    const id = await caseOf('136213', account);
    const version = async (): Promise<number> =>
      (await sql<{ version: number }>('SELECT version FROM proposal WHERE id = $1', [id]))[0]?.version ?? 0;
    const before = await version();
    await (await as('system')).done(await leavePath(account));
    expect(await version()).toBe(before + 1);
  });

  it('should leave without ado when nothing is open', async () => {
    const account = await newDrafter('周十');
    await (await as('system')).done(await leavePath(account));
    expect(await isDisabled(account)).toBe(true);
  });
});

describe('naming a drafter who leaves at the same moment', () => {
  /** Open work whose drafter can no longer sign in. */
  const orphans = () =>
    sql(
      `SELECT a.id FROM assignment a JOIN person p ON p.id = a.drafter_id WHERE a.state = 'divided' AND p.disabled_at IS NOT NULL`,
    );

  it('should end with the work in somebody’s hands, whoever comes first', async () => {
    const { id } = await world.opened('136221');
    const system = await as('system');
    for (let round = 0; round < 6; round++) {
      const account = await newDrafter(`过客${round}`);
      const path = await leavePath(account);
      const [named, left] = await Promise.all([divide(id, account), system.post(path)]);
      expect([200, 409, 422]).toContain(named.status);
      expect(left.status).toBe(200);
      expect(await orphans()).toEqual([]);
    }
  });

  it('should not leave a case with a successor who leaves too', async () => {
    const [first, second] = [await newDrafter('甲一'), await newDrafter('乙二')];
    await caseOf('136222', first);
    await caseOf('136223', second);
    const system = await as('system');
    const answers = await Promise.all([
      system.post(await leavePath(first), { successorId: await idOf(second) }),
      system.post(await leavePath(second), { successorId: await idOf(first) }),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    expect(await orphans()).toEqual([]);
  });
});
