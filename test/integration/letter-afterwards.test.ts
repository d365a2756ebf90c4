import type { Client } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { walkToSigned, waitForFiles } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

/** What becomes of a letter that is out: withdrawn and written anew, corrected, sealed, its receipts; and the talks before it. */
interface View {
  stage: string;
  assignments: { id: string; role: string; state: string }[];
  drafts: {
    id: string;
    kind: string;
    state: string;
    version: number;
    steps: { id: string; state: string }[];
  }[];
  letters: {
    id: string;
    state: string;
    documentNumber: string;
    replaces: string | null;
    corrects: string | null;
    seals: { seal: string; copies: number }[];
    withdrawal: { reason: string; decidedBy: string | null; decision: string | null } | null;
    deliveries: {
      id: string;
      recipient: string;
      recipientKind: string;
      state: string;
      link: string | null;
      means: string | null;
    }[];
  }[];
  contacts: { id: string; state: string; answer: string | null }[];
  clocks: { clock: string; state: string }[];
  history: { words: string }[];
}

/** The day on which every letter of this story is numbered. */
const DAY = shortPlan().issuedAt.slice(0, 10);

let world: World;
/** Signs in anew: the story runs over months, and a session does not. */
const clerk = (): Promise<Client> => world.cast.as('clerk');
const drafter = (): Promise<Client> => world.cast.as('drafter');
const head = (): Promise<Client> => world.cast.as('head');
const see = async (client: Client, id: string): Promise<View> =>
  (await client.get<View>(`/api/proposals/${id}`)).body;
const last = <T>(list: readonly T[]): T => list[list.length - 1] as T;

beforeAll(async () => {
  world = await startWorld({ worker: true });
});
afterAll(() => world.app.close());

/** A letter that is out, with its case. */
async function delivered(number: string): Promise<{ id: string; letterId: string; draftId: string }> {
  const { id, draftId } = await walkToSigned(world.app, world.cast, shortPlan(number));
  world.app.clock.moveTo(new Date(shortPlan(number).issuedAt));
  await (await clerk()).done(`/api/drafts/${draftId}/issue`, { date: DAY });
  await waitForFiles(await clerk(), id);
  const letterId = last((await see(await clerk(), id)).letters).id;
  await (await clerk()).done(`/api/letters/${letterId}/deliver`);
  return { id, letterId, draftId };
}
/** Through review once more: every step approves. */
async function signAgain(id: string, draftId: string): Promise<void> {
  await (await drafter()).done(`/api/drafts/${draftId}/submit`);
  for (const account of ['reviewer', 'leader', 'head']) {
    const { drafts } = await see(await world.cast.as(account), id);
    const open = drafts.find((draft) => draft.id === draftId)?.steps.find(({ state }) => state === 'open');
    await (await world.cast.as(account)).done(`/api/review-steps/${open?.id}/approve`, { comment: '同意。' });
  }
}
const tokenOf = (link: string | null): string => link?.split('/').pop() ?? '';

describe('a letter that must not stand', () => {
  let id: string;
  let letterId: string;
  let draftId: string;
  beforeAll(async () => ({ id, letterId, draftId } = await delivered('136601')));

  it('should not be withdrawn before somebody has asked for it', async () => {
    expect(await refusal(await head(), `/api/letters/${letterId}/withdraw`)).toEqual([
      409,
      'guard.failed',
      '没有人申请撤回这份函。',
    ]);
  });

  it('should be asked for with a reason, once', async () => {
    await (await clerk()).done(`/api/letters/${letterId}/ask-withdrawal`, { reason: '第二部分数据有误。' });
    const [status, , detail] = await refusal(await drafter(), `/api/letters/${letterId}/ask-withdrawal`, {
      reason: '同上。',
    });
    expect([status, detail]).toEqual([409, '已有人申请撤回这份函，请等主要负责人决定。']);
  });

  it('should not be withdrawn by the clerk who asked', async () => {
    expect((await refusal(await clerk(), `/api/letters/${letterId}/withdraw`))[0]).toBe(403);
  });

  it('should stand when the head says no, with the answer on file, and may be asked for again', async () => {
    await (await head()).done(`/api/letters/${letterId}/keep`, { decision: '先核实。' });
    expect(last((await see(await clerk(), id)).letters)).toMatchObject({
      state: 'delivered',
      withdrawal: { decision: '先核实。' },
    });
    await (await clerk()).done(`/api/letters/${letterId}/ask-withdrawal`, { reason: '核实后确有误。' });
  });

  it('should be void with its number and open its draft, duty and clock again when the head approves', async () => {
    await (await head()).done(`/api/letters/${letterId}/withdraw`, { decision: '同意。' });
    const after = await see(await clerk(), id);
    expect(last(after.letters).state).toBe('withdrawn');
    expect(after.drafts.map(({ state }) => state)).toEqual(['writing']);
    expect(after.assignments.find(({ role }) => role === 'lead')?.state).toBe('divided');
    expect(after.clocks.filter(({ clock }) => clock === 'reply').map(({ state }) => state)).toEqual([
      'running',
    ]);
    expect(last(after.history).words).toContain('该号作废：核实后确有误。');
  });

  it('should tell the proposer on the link, and the co-handlers in the inbox', async () => {
    const { letters } = await see(await clerk(), id);
    const proposer = letters[0]?.deliveries.find(({ recipientKind }) => recipientKind === 'proposer');
    const page = await (
      await clerk()
    ).get<{ withdrawn: unknown }>(`/api/f/${tokenOf(proposer?.link ?? null)}`);
    expect(page.body.withdrawn).toEqual({ reason: '核实后确有误。', replacedBy: null });
    const co = await world.co(CO[0]);
    await world.app.worker?.sweep();
    const until = Date.now() + 15_000;
    const told = async (): Promise<boolean> =>
      (await co.get<{ title: string }[]>('/api/notices')).body.some(({ title }) =>
        title.includes('已撤回，请勿再用'),
      );
    while (!(await told()) && Date.now() < until) await new Promise((later) => setTimeout(later, 100));
    expect(await told()).toBe(true);
  });

  it('should be followed by a letter with the next number, that says which one it stands for', async () => {
    await signAgain(id, draftId);
    const first = (await see(await clerk(), id)).letters[0];
    const { documentNumber } = await (
      await clerk()
    ).done<{ documentNumber: string }>(`/api/drafts/${draftId}/issue`, {
      date: DAY,
    });
    const serial = (number = ''): number => Number(/〕(\d+)号/.exec(number)?.[1]);
    expect(serial(documentNumber)).toBe(serial(first?.documentNumber) + 1);
    expect(last((await see(await clerk(), id)).letters).replaces).toBe(first?.documentNumber);
  });

  it('should name the new number on the old link once the new letter is out', async () => {
    await waitForFiles(await clerk(), id);
    const { letters } = await see(await clerk(), id);
    await (await clerk()).done(`/api/letters/${last(letters).id}/deliver`);
    const proposer = letters[0]?.deliveries.find(({ recipientKind }) => recipientKind === 'proposer');
    const page = await (
      await clerk()
    ).get<{ withdrawn: { replacedBy: string } }>(`/api/f/${tokenOf(proposer?.link ?? null)}`);
    expect(page.body.withdrawn.replacedBy).toBe(last(letters).documentNumber);
    expect((await see(await clerk(), id)).stage).toBe('delivered');
  });
});

describe('a letter with a slip', () => {
  let id: string;
  let letterId: string;
  let correctionId: string;
  const slip = { place: '第一部分第一段', wrong: '12家', right: '21家' };
  beforeAll(async () => ({ id, letterId } = await delivered('136602')));

  it('should be corrected by a letter that its drafter writes', async () => {
    const { id: made } = await (
      await drafter()
    ).done<{ id: string }>(`/api/letters/${letterId}/correct`, {
      corrections: [slip],
    });
    correctionId = made;
    expect((await see(await drafter(), id)).drafts.find((draft) => draft.id === made)).toMatchObject({
      kind: 'correction',
      state: 'correcting',
    });
  });

  it('should have one correction at a time', async () => {
    expect(
      (await refusal(await drafter(), `/api/letters/${letterId}/correct`, { corrections: [slip] }))[2],
    ).toContain('已有一份更正函在办');
  });

  it('should not be written like a reply', async () => {
    const add = await refusal(await drafter(), `/api/drafts/${correctionId}/add-section`, {
      heading: '补充',
      position: 1,
    });
    expect(add.slice(0, 2)).toEqual([409, 'state.moved-on']);
  });

  it('should come back to correcting when a reviewer sends it back', async () => {
    await (await drafter()).done(`/api/drafts/${correctionId}/submit`);
    const reviewer = await world.cast.as('reviewer');
    const step = (await see(reviewer, id)).drafts
      .find((draft) => draft.id === correctionId)
      ?.steps.find(({ state }) => state === 'open');
    await reviewer.done(`/api/review-steps/${step?.id}/send-back`, { comment: '还有一处。' });
    const back = (await see(await drafter(), id)).drafts.find((draft) => draft.id === correctionId);
    expect(back?.state).toBe('correcting');
    await (
      await drafter()
    ).done(`/api/drafts/${correctionId}/save-correction`, {
      version: back?.version,
      reason: '数据笔误',
      corrections: [slip, { place: '附注', wrong: '88880001', right: '88880002' }],
    });
  });

  it('should be signed, numbered and sent like a letter, and say what is put right', async () => {
    await signAgain(id, correctionId);
    await (await clerk()).done(`/api/drafts/${correctionId}/issue`, { date: DAY });
    await waitForFiles(await clerk(), id);
    const { letters } = await see(await clerk(), id);
    const correction = last(letters);
    expect(correction.corrects).toBe(letters[0]?.documentNumber);
    await (await clerk()).done(`/api/letters/${correction.id}/deliver`);
    const text = await (await clerk()).get<string>(`/api/letters/${correction.id}/files/txt`);
    expect(String(text.body)).toContain('第一部分第一段中的“12家”更正为“21家”。');
  });

  it('should say on its own link that it was corrected', async () => {
    const { letters } = await see(await clerk(), id);
    const proposer = letters[0]?.deliveries.find(({ recipientKind }) => recipientKind === 'proposer');
    const page = await (
      await clerk()
    ).get<{ correctedBy: string[] }>(`/api/f/${tokenOf(proposer?.link ?? null)}`);
    expect(page.body.correctedBy).toEqual([last(letters).documentNumber]);
  });
});

describe('seal, sending and receipt', () => {
  let id: string;
  let letterId: string;
  beforeAll(async () => ({ id, letterId } = await delivered('136603')));
  const office = async () =>
    last((await see(await clerk(), id)).letters).deliveries.find(
      ({ recipientKind }) => recipientKind !== 'proposer',
    );

  it('should be in the register who sealed how many copies', async () => {
    await (await clerk()).done(`/api/letters/${letterId}/seal`, { seal: '市工信局印章', copies: 5 });
    expect(last((await see(await clerk(), id)).letters).seals).toMatchObject([
      { seal: '市工信局印章', copies: 5 },
    ]);
  });

  it('should keep how a paper copy went, and who received it', async () => {
    const copy = await office();
    await (
      await clerk()
    ).done(`/api/deliveries/${copy?.id}/record`, { means: 'confidential', tracking: '机要 17' });
    const today = world.app.clock.today();
    await (
      await clerk()
    ).done(`/api/deliveries/${copy?.id}/confirm`, { receivedOn: today, receivedBy: '收发室' });
    expect(await office()).toMatchObject({ state: 'received', means: '机要' });
  });

  it('should refuse a receipt from before the sending', async () => {
    const open = last((await see(await clerk(), id)).letters).deliveries.find(
      ({ state }) => state === 'sent',
    );
    const [status, , detail] = await refusal(await clerk(), `/api/deliveries/${open?.id}/confirm`, {
      receivedOn: '2026-01-05',
      receivedBy: '收发室',
    });
    expect([status, detail]).toEqual([409, '收到日期应在送出之后、今天之前。请核对回执上的日期。']);
  });
});

describe('a talk with the proposer', () => {
  let id: string;
  let contactId: string;
  const record = async (more: object = {}): Promise<[number, string, string]> => {
    const lead = (await see(await drafter(), id)).assignments.find(({ role }) => role === 'lead');
    const { body } = await (await drafter()).get<{ proposers: { id: string }[] }>(`/api/proposals/${id}`);
    return refusal(await drafter(), `/api/assignments/${lead?.id}/record-contact`, {
      way: 'visit',
      heldOn: world.app.clock.today(),
      people: '林小雨',
      proposerIds: body.proposers.map((proposer) => proposer.id),
      said: '介绍了办理思路。',
      ...more,
    });
  };
  beforeAll(async () => ({ id } = await delivered('136604')));

  it('should be on record, and leave no clock of the first contact running', async () => {
    expect((await record())[0]).toBe(200);
    const after = await see(await drafter(), id);
    contactId = after.contacts[0]?.id ?? '';
    expect(after.contacts[0]?.state).toBe('recorded');
    expect(after.clocks.filter(({ clock, state }) => clock === 'contact' && state === 'running')).toEqual([]);
  });

  it('should not be recorded before it took place', async () => {
    expect(await record({ heldOn: '2027-01-04' })).toEqual([
      409,
      'guard.failed',
      '沟通日期在今天之后。请等沟通过了再记，或改正日期。',
    ]);
  });

  it('should not be read by a co-handler', async () => {
    expect((await see(await world.co(CO[0]), id)).contacts).toEqual([]);
  });

  it('should be denied by the proposer on the link, once', async () => {
    const { letters } = await see(await clerk(), id);
    const proposer = letters[0]?.deliveries.find(({ recipientKind }) => recipientKind === 'proposer');
    const answer = async (confirmed: boolean) =>
      (await clerk()).post<{ code: string }>(
        `/api/f/${tokenOf(proposer?.link ?? null)}/contacts/${contactId}`,
        {
          confirmed,
          remark: '没有来过。',
        },
      );
    const answers = await Promise.all([answer(false), answer(true)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const { state } = (await see(await drafter(), id)).contacts[0] ?? {};
    expect(['confirmed', 'denied']).toContain(state);
  });

  it("should not be answered on somebody else's link", async () => {
    const answer = await (
      await clerk()
    ).post<{ code: string }>(`/api/f/${'x'.repeat(43)}/contacts/${contactId}`, {
      confirmed: true,
    });
    expect([answer.status, answer.body.code]).toEqual([404, 'link.dead']);
  });

  it('should be struck with a reason when it was written down wrongly, and stay on file', async () => {
    await record({ said: '写错了。' });
    const wrong = last((await see(await drafter(), id)).contacts);
    await (await drafter()).done(`/api/contact-records/${wrong.id}/strike`, { reason: '日期有误。' });
    expect(last((await see(await drafter(), id)).contacts)).toMatchObject({
      state: 'struck',
      answer: '日期有误。',
    });
  });
});
