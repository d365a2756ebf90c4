import type { Client } from '@fuhan/testing';
import type { CaseView } from '../e2e/walk';
import { CO, HANDED_OVER_AT, refusal, startWorld, type World } from './casework-world';

interface OpinionView {
  id: string;
  state: string;
  returnReason: string | null;
  versions: {
    version: number;
    contactName: string;
    items: {
      id: string;
      suggestionId: string;
      body: string;
      position: string;
      commitments: { text: string; dueOn: string | null; owner: string | null }[];
      facts: object[];
    }[];
    late: boolean;
    attachments: { id: string; name: string; href: string }[];
  }[];
}

describe('the opinion of a co-handler', () => {
  let world: World;
  let giver: Client;
  let drafter: Client;
  let id: string;
  let view: CaseView;
  let opinionId: string;

  beforeAll(async () => {
    world = await startWorld();
    ({ id, view } = await world.opened('136101'));
    giver = await world.co(CO[0]);
    drafter = await world.cast.as('drafter');
    opinionId = view.opinions.find(({ unit }) => unit === CO[0])?.id ?? '';
  });
  afterAll(async () => world.app.close());

  const suggestion = (i: number): string => view.suggestions[i]?.id ?? '';
  const item = (i: number, body = '已完成摸底。') => ({
    suggestionId: suggestion(i),
    position: 'partly',
    body,
  });
  const contact = { contactName: '联络员', contactPhone: '0760-12345678' };
  const submit = '/submit';
  const at = (verb: string): string => `/api/opinions/${opinionId}${verb}`;
  const opinion = async (account = 'drafter'): Promise<OpinionView> =>
    (await world.seen(account, id)).opinions.find((each) => each.id === opinionId) as unknown as OpinionView;
  const clock = async () => {
    const { clocks } = await world.seen('coordinator', id);
    return clocks.find(({ unit, clock: name }) => unit === CO[0] && name === 'opinion');
  };
  const form = async (): Promise<CaseView['nextActions'][number]['defaults']> => {
    const { nextActions } = await world.seen(world.cast.coAccounts.get(CO[0]) ?? '', id);
    return nextActions.find(({ command }) => command === 'opinion.submit')?.defaults ?? {};
  };

  describe('before it is given', () => {
    it('should not be accepted', async () => {
      expect((await refusal(drafter, at('/accept'))).slice(0, 2)).toEqual([409, 'state.moved-on']);
    });

    it('should not be given for a suggestion of another case', async () => {
      const other = await world.opened('136102');
      const items = [{ ...item(0), suggestionId: other.view.suggestions[0]?.id }];
      expect((await refusal(giver, at(submit), { ...contact, items })).slice(0, 2)).toEqual([
        409,
        'guard.failed',
      ]);
    });

    it('should not answer one suggestion twice', async () => {
      const items = [item(0), item(0)];
      expect((await refusal(giver, at(submit), { ...contact, items }))[2]).toContain('写了两次');
    });

    it('should not be given by the other co-handler', async () => {
      const answer = await refusal(await world.co(CO[1]), at(submit), { ...contact, items: [item(0)] });
      expect(answer.slice(0, 2)).toEqual([403, 'permission.denied']);
    });

    it('should open its form with a line for every suggestion', async () => {
      const items = (await form())['items'] as { suggestionId: string; body: string }[];
      expect(items.map((each) => [each.suggestionId, each.body])).toEqual([
        [suggestion(0), ''],
        [suggestion(1), ''],
      ]);
    });

    it('should not be adopted from, there being nothing yet', async () => {
      const draftId = view.drafts[0]?.id;
      const body = { sectionId: view.drafts[0]?.sections[0]?.id, opinionItemId: opinionId };
      expect((await refusal(drafter, `/api/drafts/${draftId}/adopt`, body))[2]).toContain(
        '还没有收到会办意见',
      );
    });
  });

  describe('once it is given', () => {
    beforeAll(async () => {
      const commitments = [{ text: '年底前建成三座站', dueOn: '2026-12-31' }, { text: '按季更新底数' }];
      await giver.done(at(submit), { ...contact, items: [{ ...item(0), commitments }] });
    });

    it('should keep what was promised, with its day where one was named', async () => {
      expect((await opinion()).versions[0]?.items[0]?.commitments).toEqual([
        { text: '年底前建成三座站', dueOn: '2026-12-31', owner: null },
        { text: '按季更新底数', dueOn: null, owner: null },
      ]);
    });

    it('should not be given a second time', async () => {
      const answer = await refusal(giver, at(submit), { ...contact, items: [item(0)] });
      expect(answer.slice(0, 2)).toEqual([409, 'state.moved-on']);
    });

    it('should not be accepted by the one who gave it', async () => {
      expect((await refusal(giver, at('/accept'))).slice(0, 2)).toEqual([403, 'permission.denied']);
    });

    it('should not be sent back without a reason', async () => {
      expect((await refusal(drafter, at('/send-back'), { reason: '  ' })).slice(0, 2)).toEqual([
        422,
        'request.invalid',
      ]);
    });

    it('should not be read by the other co-handler', async () => {
      const other = await world.seen(world.cast.coAccounts.get(CO[1]) ?? '', id);
      expect(other.opinions.map(({ unit }) => unit)).toEqual([CO[1]]);
    });

    it('should be read by the coordinator', async () => {
      expect((await opinion('coordinator')).versions).toHaveLength(1);
    });
  });

  describe('once it is sent back', () => {
    beforeAll(async () => {
      await drafter.done(at('/send-back'), { reason: '请补充数据。' });
    });

    it('should show its giver the reason', async () => {
      expect((await opinion(world.cast.coAccounts.get(CO[0]))).returnReason).toBe('请补充数据。');
    });

    it('should run its clock again to the same day', async () => {
      expect(await clock()).toMatchObject({ state: 'running', dueOn: '2026-04-09' });
    });

    it('should open its form with the words given last', async () => {
      const { contactName, items } = (await form()) as { contactName: string; items: { body: string }[] };
      expect([contactName, ...items.map(({ body }) => body)]).toEqual(['联络员', '已完成摸底。', '']);
    });

    it('should open its form with the promises given last', async () => {
      const items = (await form())['items'] as { commitments: unknown[] }[];
      expect(items.map(({ commitments }) => commitments.length)).toEqual([2, 0]);
    });

    it('should not be accepted in the version that was sent back', async () => {
      expect((await refusal(drafter, at('/accept')))[1]).toBe('state.moved-on');
    });
  });

  describe('once it is given again', () => {
    beforeAll(async () => {
      await giver.done(at(submit), { ...contact, items: [item(0, '共有 120 个点。'), item(1)] });
    });

    it('should keep the first version beside the second', async () => {
      expect((await opinion()).versions.map(({ version, items }) => [version, items[0]?.body])).toEqual([
        [1, '已完成摸底。'],
        [2, '共有 120 个点。'],
      ]);
    });

    it('should carry the reason of the first return no longer', async () => {
      expect((await opinion()).returnReason).toBeNull();
    });

    it('should offer for adoption what stands in the second version alone', async () => {
      const { nextActions } = await world.seen('drafter', id);
      const adopt = nextActions.find(({ command }) => command === 'draft.adopt') as unknown as {
        choices: { opinionItems: { value: string }[] };
      };
      const second = (await opinion()).versions[1]?.items.map((each) => each.id);
      expect(adopt.choices.opinionItems.map(({ value }) => value).sort()).toEqual(second?.sort());
    });

    it('should end the duty of its unit when it is accepted', async () => {
      await drafter.done(at('/accept'));
      const { assignments } = await world.seen('coordinator', id);
      expect(assignments.find(({ unit }) => unit === CO[0])?.state).toBe('finished');
    });

    it('should not be sent back after it was accepted', async () => {
      expect((await refusal(drafter, at('/send-back'), { reason: '再改。' }))[1]).toBe('state.moved-on');
    });
  });

  describe('with all that belongs to it', () => {
    let full: { id: string; opinionId: string; suggestion: string };
    let fileId: string;
    const fact = { name: '充电桩', value: '120 个', scope: '全市', asOf: '2026-03-31', source: '月报' };
    const owned = { text: '年底前建成三座站', dueOn: '2026-12-31', owner: '建设科' };
    const signed = { signerName: '周局', signerDuty: '副局长', publication: 'on_request' };
    const body = () => ({
      ...{ ...contact, ...signed, attachments: [{ fileId }] },
      items: [
        {
          suggestionId: full.suggestion,
          position: 'adopted',
          body: '已办。',
          facts: [fact],
          commitments: [owned],
        },
      ],
    });
    const path = (verb: string) => `/api/opinions/${full.opinionId}/${verb}`;
    const latest = async (account = 'drafter') =>
      ((await world.seen(account, full.id)).opinions as unknown as OpinionView[])
        .find((each) => each.id === full.opinionId)
        ?.versions.at(-1);

    beforeAll(async () => {
      const found = await world.opened('136104');
      const opinionId = found.view.opinions.find(({ unit }) => unit === CO[0])?.id ?? '';
      full = { id: found.id, opinionId, suggestion: found.view.suggestions[0]?.id ?? '' };
      fileId = (await giver.upload('台账.pdf', Buffer.from('%PDF-1.4\n%%EOF'))).id;
      await giver.done(path('submit'), body());
    });
    afterAll(() => world.app.clock.moveTo(new Date(HANDED_OVER_AT)));

    it('should keep facts with their source, promises with their owner, the signer and the publication mark', async () => {
      const { attachments: _, items, ...rest } = body();
      expect(await latest()).toMatchObject({
        ...rest,
        items,
        attachments: [{ id: fileId, name: '台账.pdf' }],
      });
    });

    it('should let its files be read by who may read it, and by nobody else', async () => {
      const who = [
        'drafter',
        'coordinator',
        world.cast.coAccounts.get(CO[0]),
        world.cast.coAccounts.get(CO[1]),
        'system',
      ];
      const clients = await Promise.all(who.map((account) => world.cast.as(account ?? '')));
      const told = await Promise.all(clients.map((client) => client.get(`/api/files/${fileId}`)));
      expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404]);
    });

    it('should keep a file through the next version, and take none that somebody else uploaded', async () => {
      await drafter.done(path('send-back'), { reason: '请补充。' });
      const strange = (await drafter.upload('别人的.pdf', Buffer.from('%PDF-1.4\n%%EOF'))).id;
      const refused = await refusal(giver, path('submit'), { ...body(), attachments: [{ fileId: strange }] });
      expect(refused.slice(0, 2)).toEqual([422, 'file.unknown']);
      await giver.done(path('submit'), body());
      expect((await latest())?.attachments.map(({ id: kept }) => kept)).toEqual([fileId]);
    });

    it('should be in time on its last day, and be marked late in the answer and in words on the day after', async () => {
      expect((await latest())?.late).toBe(false);
      await drafter.done(path('send-back'), { reason: '再补充。' });
      world.app.clock.moveTo(new Date('2026-04-10T02:00:00Z'));
      const later = await world.co(CO[0]);
      await later.done(path('submit'), body());
      expect((await latest())?.late).toBe(true);
      const { history } = await world.seen('drafter', full.id);
      expect(history.at(-1)?.words).toContain('晚于应交日期 2026-04-09。');
    });
  });

  it('should not be given before the unit has signed for the case', async () => {
    const fresh = await world.registered('136103');
    await (
      await world.cast.as('coordinator')
    ).done(`/api/proposals/${fresh}/hand-over`, {
      leadUnitId: await world.unit('gongxin'),
      coHandlers: [{ unitId: await world.unit(CO[0]) }],
    });
    const { opinions, suggestions } = await world.seen('coordinator', fresh);
    const items = [{ ...item(0), suggestionId: suggestions[0]?.id }];
    const answer = await refusal(giver, `/api/opinions/${opinions[0]?.id}/submit`, { ...contact, items });
    expect(answer).toEqual([409, 'guard.failed', '本单位还没有签收，请提案办先签收。']);
  });
});
