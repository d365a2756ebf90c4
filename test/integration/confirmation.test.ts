import { endSilence } from '@fuhan/casework';
import { Client } from '@fuhan/testing';
import type { CaseView } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

interface Asked {
  id: string;
  kind: string;
  recipient: string;
  state: string;
  dueOn: string | null;
  answeredBy: string | null;
  remark: string | null;
  passages: { section: string; body: string }[];
  address: string | null;
}
type Seen = CaseView & { confirmations: Asked[]; clocks: { clock: string; state: string; unit: string }[] };
interface Question {
  recipient: string;
  asker: string;
  kind: string;
  passages: { body: string }[];
  html: string | null;
}

/** 确认与征求意见: each co-handler is asked for its own words only, the proposer for the draft; answers and silence count. */
describe('asking about the draft', () => {
  let world: World;
  let drafter: Client;
  let id: string;
  let draftId: string;
  let view: CaseView;
  /** Somebody without an account. */
  const outside = (): Client => new Client(world.app.url);

  const at = (verb: string): string => `/api/drafts/${draftId}/${verb}`;
  const seen = async (account: string): Promise<Seen> => (await world.seen(account, id)) as Seen;
  const asked = async (recipient: string): Promise<Asked[]> =>
    (await seen('drafter')).confirmations.filter((each) => each.recipient === recipient);
  const last = async (recipient: string): Promise<Asked> => {
    const found = (await asked(recipient)).at(-1);
    if (!found) throw new Error(`${recipient} was not asked`);
    return found;
  };
  const tokenOf = ({ address }: Asked): string => address?.split('/').at(-1) ?? '';
  const submitBlocked = async (): Promise<string> =>
    ((await seen('drafter')).nextActions as { command: string; blockedBy: string | null }[]).find(
      ({ command }) => command === 'draft.submit',
    )?.blockedBy ?? '';

  /** Both co-handlers answer the first suggestion; both are adopted; the second suggestion is answered by the drafter. */
  async function write(): Promise<void> {
    for (const unit of CO) {
      const opinion = view.opinions.find((each) => each.unit === unit)?.id;
      await (
        await world.co(unit)
      ).done(`/api/opinions/${opinion}/submit`, {
        ...{ contactName: '联络员', contactPhone: '0760-12345678' },
        items: [{ suggestionId: view.suggestions[0]?.id, position: 'adopted', body: `${unit}已办理。` }],
      });
      await drafter.done(`/api/opinions/${opinion}/accept`);
      const after = await world.seen('drafter', id);
      const opinionItemId = after.opinions.find((each) => each.unit === unit)?.versions[0]?.items[0]?.id;
      await drafter.done(at('adopt'), { sectionId: view.drafts[0]?.sections[0]?.id, opinionItemId });
    }
    for (const section of (await world.seen('drafter', id)).drafts[0]?.sections.slice(1) ?? [])
      await drafter.done(at('save-section'), {
        ...{ sectionId: section.id, version: section.version, verdict: 'adopted' },
        passages: [{ id: null, kind: 'paragraph', body: '我局正在办理。' }],
      });
    const { version } = (await world.seen('drafter', id)).drafts[0] ?? {};
    await drafter.done(at('save-frame'), {
      ...{ version, outcomeClass: 'A', printClass: false, publication: 'active' },
      ...{ contacts: [{ name: '林小雨', phone: '0760-88880001' }], prose: '', wording: [] },
    });
  }

  beforeAll(async () => {
    world = await startWorld();
    ({ id, draftId, view } = await world.opened('136501'));
    drafter = await world.cast.as('drafter');
    await write();
  });
  afterAll(() => world.app.close());

  it('should ask each co-handler for its own words, with a day to answer', async () => {
    await drafter.done(at('ask-confirmation'), { note: '请核对。' });
    expect(
      (await seen('drafter')).confirmations.map(({ recipient, passages }) => [recipient, passages]),
    ).toEqual(CO.map((unit) => [unit, [{ section: view.suggestions[0]?.title, body: `${unit}已办理。` }]]));
    expect((await last(CO[0])).dueOn).toBe('2026-03-12');
  });

  it('should show a co-handler its own question and no other, and no link', async () => {
    const co = await world.co(CO[0]);
    const { confirmations } = (await co.get<Seen>(`/api/proposals/${id}`)).body;
    expect(confirmations.map(({ recipient, address }) => [recipient, address])).toEqual([[CO[0], null]]);
  });

  it('should not be sent for review while an answer is awaited', async () => {
    expect(await submitBlocked()).toContain('还有 2 家会办单位没有答复');
  });

  it('should not be asked twice for the same words', async () => {
    expect((await refusal(drafter, at('ask-confirmation'), { note: '' }))[1]).toBe('guard.failed');
  });

  describe('a link, without an account', () => {
    it('should show the unit its own words, and nothing else of the case', async () => {
      const { body } = await outside().get<Question>(`/api/q/${tokenOf(await last(CO[0]))}`);
      expect([body.recipient, body.kind, body.html]).toEqual([CO[0], 'co_handler', null]);
      expect(body.passages.map((each) => each.body)).toEqual([`${CO[0]}已办理。`]);
    });

    it('should ask for words with an objection', async () => {
      const path = `/api/q/${tokenOf(await last(CO[0]))}`;
      const answer = await outside().post(path, { agree: false, name: '周平', remark: '' });
      expect(answer.status).toBe(422);
    });

    it('should take the answer once, in the name of who gave it', async () => {
      const token = tokenOf(await last(CO[0]));
      const body = { agree: false, name: '周平', remark: '请改为“正在办理”。' };
      const answers = await Promise.all([1, 2, 3].map(() => outside().post(`/api/q/${token}`, body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
      expect(await last(CO[0])).toMatchObject({
        ...{ state: 'objected', answeredBy: `${CO[0]}（周平）`, remark: '请改为“正在办理”。', address: null },
      });
    });

    it('should give nothing away when it is unknown or answered', async () => {
      const status = async (token: string) => (await outside().get(`/api/q/${token}`)).status;
      expect([await status('x'.repeat(43)), await status('..%2F')]).toEqual([404, 404]);
    });
  });

  it('should be confirmed by the unit’s own people', async () => {
    const question = await last(CO[1]);
    await (await world.co(CO[1])).done(`/api/confirmations/${question.id}/confirm`, { remark: '' });
    expect((await last(CO[1])).state).toBe('confirmed');
  });

  it('should not be sent for review while an objection is open', async () => {
    expect(await submitBlocked()).toContain('有 1 家会办单位有修改意见');
  });

  it('should be asked anew of those alone whose words have changed', async () => {
    const [section] = (await world.seen('drafter', id)).drafts[0]?.sections ?? [];
    const passages = section?.passages.map((each, i) => ({
      ...{ id: each.id, kind: 'paragraph', body: i === 0 ? `${CO[0]}正在办理。` : each.body },
    }));
    await drafter.done(at('save-section'), {
      ...{ sectionId: section?.id, version: section?.version, verdict: 'adopted', passages },
    });
    await drafter.done(at('ask-confirmation'), { note: '' });
    expect((await asked(CO[0])).map(({ state }) => state)).toEqual(['replaced', 'asked']);
    expect((await asked(CO[1])).map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('should mean consent when nobody answers in time, as the place has it', async () => {
    world.app.clock.moveTo(new Date('2026-03-12T10:00:00Z'));
    expect(await endSilence(world.app.house, world.app.house.door)).toBe(0);
    world.app.clock.moveTo(new Date('2026-03-13T01:00:00Z'));
    expect(await endSilence(world.app.house, world.app.house.door)).toBe(1);
    expect(await endSilence(world.app.house, world.app.house.door)).toBe(0);
    drafter = await world.cast.as('drafter');
    expect((await last(CO[0])).state).toBe('silent');
    const clocks = (await seen('drafter')).clocks.filter(({ clock }) => clock === 'confirmation');
    expect(clocks.filter(({ state }) => state === 'running')).toEqual([]);
    expect(await submitBlocked()).not.toMatch(/会办单位/);
  });

  describe('the proposer', () => {
    it('should read the draft on a link of their own', async () => {
      const { proposers } = (await world.seen('drafter', id)) as unknown as {
        proposers: { id: string; name: string }[];
      };
      await drafter.done(at('consult-proposer'), { proposerIds: [proposers[0]?.id], note: '' });
      const question = await last(proposers[0]?.name ?? '');
      const { body } = await outside().get<Question>(`/api/q/${tokenOf(question)}`);
      expect([body.kind, body.passages]).toEqual(['proposer', []]);
      expect(body.html).toContain(`${CO[1]}已办理。`);
    });

    it('should be answered by nobody of the house in their place', async () => {
      const question = (await seen('drafter')).confirmations.find(({ kind }) => kind === 'proposer');
      expect((await refusal(drafter, `/api/confirmations/${question?.id}/confirm`, { remark: '' }))[1]).toBe(
        'guard.failed',
      );
    });

    it('should be heard, and hold nothing up', async () => {
      const question = (await seen('drafter')).confirmations.find(({ kind }) => kind === 'proposer');
      const body = { agree: false, name: '沈若谷', remark: '希望写明完成时间。' };
      await outside().post(`/api/q/${question?.address?.split('/').at(-1)}`, body);
      const after = (await seen('drafter')).confirmations.find(({ kind }) => kind === 'proposer');
      expect([after?.state, after?.remark]).toEqual(['objected', '希望写明完成时间。']);
      expect(await submitBlocked()).not.toMatch(/会办单位|提案者/);
    });
  });

  it('should show each unit its own words alone of a passage joined from two', async () => {
    const joined = (await world.seen('drafter', id)).drafts[0]?.sections[0]?.passages[0];
    await drafter.done(at('join-passages'), { passageId: joined?.id });
    await drafter.done(at('ask-confirmation'), { note: '' });
    const shown = (await last(CO[1])).passages.map(({ body }) => body);
    expect(shown).toEqual([`${CO[1]}已办理。`]);
    const { body } = await (await world.co(CO[1])).get<Seen>(`/api/proposals/${id}`);
    expect(JSON.stringify(body.confirmations) + JSON.stringify(body.opinions)).not.toContain(CO[0]);
  });
});
