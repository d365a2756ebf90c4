import { Client, savePerson, startTestApp, type TestApp } from '@fuhan/testing';
import { HEADER, line, xlsx } from '../../libs/intake/testing/xlsx';
import { storyPlaces } from '../e2e/places';
import { prepare, press } from '../e2e/press';
import { assemble, type Cast, caseOf, type CaseView, deliver, issue, reviewAll } from '../e2e/walk';

interface Question {
  id: string;
  recipient: string;
  kind: string;
  state: string;
  address: string | null;
}
interface Given {
  id: string;
  unit: string;
  links: { address: string | null }[];
  versions: { version: number; via: string; items: { id: string }[] }[];
}
type Turns = Omit<CaseView, 'opinions'> & {
  proposers: { id: string; name: string }[];
  returnRequests: { id: string; state: string; statements: { speaker: string; label: string }[] }[];
  contributions: { id: string; state: string; body: string | null }[];
  opinions: Given[];
  confirmations: Question[];
  contacts: { state: string }[];
};

const LIST = [
  ['135901', '关于夜间公交的提案'],
  ['135902', '关于口袋公园的提案'],
] as const;

/**
 * Every turn a proposal can take before its letter stands, in every place that is shipped: the list, the hand-over, the return,
 * the work inside the unit, opinions by link and sent back, the merging, the confirmation, the route with a sending back, the
 * letter withdrawn and written anew. What differs is data.
 */
describe.each(storyPlaces)('the turns before a letter stands, in $place', (there) => {
  const { plan } = there;
  const [first = '', second = ''] = plan.coHandlers;
  const leadCode = plan.units?.lead ?? 'gongxin';
  let app: TestApp;
  let cast: Cast;
  let id: string;
  let draftId: string;
  let suggestion: string;

  const as = (account: string): Promise<Client> => cast.as(account);
  const co = (unit: string): Promise<Client> => as(cast.coAccounts.get(unit) ?? '');
  const seen = async (account: string): Promise<Turns> =>
    (await caseOf(await as(account), id)) as unknown as Turns;
  const unitId = async (name: string): Promise<string> => {
    const { body } = await (
      await as('coordinator')
    ).get<{ id: string; code: string; shortName: string }[]>('/api/units');
    return body.find(({ code, shortName }) => code === name || shortName === name)?.id ?? '';
  };
  const duty = async (unit: string): Promise<string> =>
    (await seen('coordinator')).assignments.find((each) => each.unit === unit && each.role === 'co')?.id ??
    '';
  const lead = async (): Promise<string> =>
    (await seen('coordinator')).assignments.find(({ role }) => role === 'lead')?.id ?? '';
  const opinion = async (unit: string, account = 'drafter'): Promise<Given> => {
    const found = (await seen(account)).opinions.find((each) => each.unit === unit);
    if (!found) throw new Error(`${unit} was not asked`);
    return found;
  };
  const given = (body: string) => ({
    ...{ contactName: '联络员', contactPhone: '0760-12345678' },
    items: [{ suggestionId: suggestion, position: 'adopted', body }],
  });
  const tokenOf = (address: string | null | undefined): string => address?.split('/').at(-1) ?? '';

  beforeAll(async () => {
    app = await startTestApp({ worker: true, place: there.place, at: plan.handedOverAt });
    cast = await assemble(app, plan);
  });
  afterAll(async () => app.close());

  it('1 should take the list in: checked, then registered', async () => {
    const coordinator = await as('coordinator');
    const rows = LIST.map(([number, title]) => line(number, { 2: title, 5: '', 6: '' }));
    const file = await coordinator.upload('清单.xlsx', Buffer.from(xlsx([{ rows: [HEADER, ...rows] }])));
    const { id: list } = await coordinator.done('/api/imports', { fileId: file.id });
    const settled = async (): Promise<{ state: string; good: number }> => {
      for (let tries = 0; tries < 400; tries++) {
        const { body } = await coordinator.get<{ state: string; good: number }>(`/api/imports/${list}`);
        if (!['reading', 'importing'].includes(body.state)) return body;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('the list is not settled after 20 s');
    };
    expect((await settled()).good).toBe(2);
    await coordinator.done(`/api/imports/${list}/confirm`, { mode: 'all' });
    expect((await settled()).state).toBe('imported');
    const { body } = await coordinator.get<{ items: { proposalId: string; number: string }[] }>(
      '/api/proposals',
    );
    id = body.items.find(({ number }) => number === LIST[0][0])?.proposalId ?? '';
    const { suggestions } = await seen('coordinator');
    expect(suggestions).toHaveLength(2);
    suggestion = suggestions[0]?.id ?? '';
  });

  it('2 should be handed over wrongly, called back, handed over again, and get one unit more', async () => {
    const coordinator = await as('coordinator');
    const path = `/api/proposals/${id}`;
    await coordinator.done(`${path}/hand-over`, { leadUnitId: await unitId(second), coHandlers: [] });
    await coordinator.done(`${path}/recall`, { reason: '主办单位选错了。' });
    await coordinator.done(`${path}/hand-over`, {
      leadUnitId: await unitId(leadCode),
      coHandlers: [{ unitId: await unitId(first), question: '请提供底数。' }],
    });
    await coordinator.done(`${path}/add-handler`, { unitId: await unitId(second) });
    const now = (await seen('coordinator')).assignments.filter(({ state }) => state === 'handed_over');
    expect(now.map(({ role }) => role).sort()).toEqual(['co', 'co', 'lead']);
  });

  it('3 should stay with the lead when its return is kept, disputed, and settled by the next rung', async () => {
    const office = await as('office');
    const input = { wish: 'other_unit', unitId: await unitId(first), reason: '不属本单位职责。' };
    const request = (await office.done(`/api/assignments/${await lead()}/request-return`, input)).id;
    const keep = { decision: 'keep', unitId: null, words: '仍由你单位承办。' };
    await (await as('coordinator')).done(`/api/return-requests/${request}/decide`, keep);
    await office.done(`/api/return-requests/${request}/dispute`, { words: '三定方案没有这项职责。' });
    const dated = app.clock.today();
    await (await as('supervisor')).done(`/api/return-requests/${request}/settle`, { ...keep, dated });
    const [asked] = (await seen('office')).returnRequests;
    expect([asked?.state, asked?.statements.length]).toEqual(['settled', 4]);
  });

  it('4 should be divided inside the unit, which asks another of its sections', async () => {
    const system = await as('system');
    const { id: officeId } = await system.done(`/api/units/${await unitId(leadCode)}/add-office`, {
      name: '能源科',
    });
    await savePerson(app.house.dataSource.manager, 'energy', leadCode, ['drafter'], { officeId });
    const [drafter] = await app.house.dataSource.query(
      `SELECT id, office_id FROM person WHERE account = 'drafter'`,
    );
    const office = await as('office');
    await office.done(`/api/assignments/${await lead()}/sign`);
    await office.done(`/api/assignments/${await lead()}/divide`, {
      officeId: drafter.office_id,
      drafterId: drafter.id,
    });
    const question = { officeId, question: '请提供充电桩底数。', dueOn: null };
    await (await as('drafter')).done(`/api/assignments/${await lead()}/ask-section`, question);
    const asked = (await seen('energy')).contributions[0]?.id;
    await (await as('energy')).done(`/api/contributions/${asked}/give`, { body: '全市1200个。' });
    draftId = (await seen('drafter')).drafts[0]?.id ?? '';
    expect((await seen('drafter')).contributions[0]?.body).toBe('全市1200个。');
    expect((await seen('coordinator')).contributions).toEqual([]);
  });

  it('5 should take an opinion from a link, and another that was sent back and given anew', async () => {
    const office = await as('office');
    await office.done(`/api/opinions/${(await opinion(first)).id}/invite-by-link`, { reason: '没有接入。' });
    const address = (
      (await seen('office')).opinions.find(({ unit }) => unit === first) as Turns['opinions'][0]
    ).links[0]?.address;
    const answer = await new Client(app.url).post(`/api/o/${tokenOf(address)}`, given('夜间班次已摸底。'));
    expect([answer.status, (await opinion(first)).versions[0]?.via]).toEqual([200, 'link']);

    const other = await opinion(second);
    const giver = await co(second);
    await giver.done(`/api/assignments/${await duty(second)}/sign`);
    await giver.done(`/api/opinions/${other.id}/submit`, given('正在研究。'));
    await press(giver, id, 'opinion.endorse');
    await (await as('drafter')).done(`/api/opinions/${other.id}/send-back`, { reason: '请写明时间。' });
    await giver.done(`/api/opinions/${other.id}/submit`, given('站台照明年内改造。'));
    await press(giver, id, 'opinion.endorse');
    expect((await opinion(second)).versions.map(({ version }) => version).sort()).toEqual([1, 2]);
    for (const unit of [first, second])
      await (await as('drafter')).done(`/api/opinions/${(await opinion(unit)).id}/accept`);
  });

  it('6 should merge both opinions into the draft, each with where it came from', async () => {
    const drafter = await as('drafter');
    const sectionId = (await seen('drafter')).drafts[0]?.sections[0]?.id;
    for (const unit of [first, second]) {
      const versions = [...(await opinion(unit)).versions].sort((a, b) => b.version - a.version);
      const item = { sectionId, opinionItemId: versions[0]?.items[0]?.id };
      await drafter.done(`/api/drafts/${draftId}/adopt`, item);
    }
    const passages = (await seen('drafter')).drafts[0]?.sections[0]?.passages ?? [];
    expect(passages.map(({ sources }) => sources[0]?.unit)).toEqual([first, second]);
    const own = (await caseOf(await co(first), id)) as unknown as Turns;
    expect([own.drafts, own.opinions.map(({ unit }) => unit)]).toEqual([[], [first]]);
  });

  it('7 should ask each unit for its own words, and hear an objection before it goes on', async () => {
    const drafter = await as('drafter');
    const [section, rest] = (await seen('drafter')).drafts[0]?.sections ?? [];
    await drafter.done(`/api/drafts/${draftId}/save-section`, {
      ...{ sectionId: rest?.id, version: rest?.version, verdict: 'adopted' },
      passages: [{ id: null, kind: 'paragraph', body: '下一步，我单位将于2026年底前建成台账。' }],
    });
    await drafter.done(`/api/drafts/${draftId}/save-section`, {
      ...{ sectionId: section?.id, version: section?.version, verdict: 'adopted' },
      passages: section?.passages.map((each) => ({ id: each.id, kind: 'paragraph', body: each.body })),
    });
    const { version } = (await seen('drafter')).drafts[0] ?? {};
    await drafter.done(`/api/drafts/${draftId}/save-frame`, {
      ...{ version, outcomeClass: 'A', printClass: true, publication: 'active', prose: '', wording: [] },
      contacts: plan.contacts,
    });
    await drafter.done(`/api/drafts/${draftId}/ask-confirmation`, { note: '请核对。' });
    const ask = (await seen('drafter')).confirmations.find(({ recipient }) => recipient === first);
    const objection = { agree: false, name: '周平', remark: '请写明线路数。' };
    expect((await new Client(app.url).post(`/api/q/${tokenOf(ask?.address)}`, objection)).status).toBe(204);
    await press(await co(second), id, 'confirmation.confirm');
    const states = (await seen('drafter')).confirmations.map(({ recipient, state }) => [recipient, state]);
    expect(states).toEqual(
      expect.arrayContaining([
        [first, 'objected'],
        [second, 'confirmed'],
      ]),
    );
  });

  it('10 should keep the talk with the proposer', async () => {
    const { proposers } = await seen('drafter');
    await (
      await as('drafter')
    ).done(`/api/assignments/${await lead()}/record-contact`, {
      ...{ way: 'visit', heldOn: app.clock.today(), people: '承办人', said: '介绍了办理思路。' },
      proposerIds: proposers.map((each) => each.id),
    });
    expect((await seen('drafter')).contacts.map(({ state }) => state)).toEqual(['recorded']);
  });

  it('8 should go round the route of the place, come back once with a reason, and be signed', async () => {
    const drafter = await as('drafter');
    const section = (await seen('drafter')).drafts[0]?.sections[0];
    await drafter.done(`/api/drafts/${draftId}/save-section`, {
      ...{ sectionId: section?.id, version: section?.version, verdict: 'adopted' },
      passages: section?.passages.map((each, i) => ({
        ...{ id: each.id, kind: 'paragraph' },
        body: i === 0 ? '12条夜间班次已摸底。' : each.body,
      })),
    });
    await drafter.done(`/api/drafts/${draftId}/ask-confirmation`, { note: '已改。' });
    for (const unit of [first, second]) await press(await co(unit), id, 'confirmation.confirm');
    await prepare(cast, id);
    await drafter.done(`/api/drafts/${draftId}/submit`);
    const sentBack = await sendBackOnce();
    expect((await seen('drafter')).drafts[0]?.state).toBe('writing');
    await drafter.done(`/api/drafts/${draftId}/submit`);
    await reviewAll(cast, id, true);
    const { drafts } = await seen('drafter');
    expect([drafts[0]?.state, drafts[0]?.steps.filter(({ name }) => name === sentBack)]).toEqual([
      'signed',
      [expect.objectContaining({ state: 'sent_back' }), expect.objectContaining({ state: 'approved' })],
    ]);
  });

  /** Whoever holds the first step sends it back to the drafter. @returns the step's name */
  async function sendBackOnce(): Promise<string> {
    for (const account of ['reviewer', 'office', 'leader', 'head']) {
      const { nextActions, drafts } = await seen(account);
      const action = nextActions.find(({ command }) => command === 'reviewStep.sendBack');
      if (!action) continue;
      await (await as(account)).done(action.href, { ...action.defaults, comment: '请补一句时间安排。' });
      return drafts[0]?.steps.find((step) => step.id === action.targetId)?.name ?? '';
    }
    throw new Error('nobody holds the first step');
  }

  it('9 should be numbered, delivered, withdrawn, and written anew under the next number', async () => {
    const letter = await issue(app, cast, { id, draftId }, plan);
    expect(letter.documentNumber).toBe(there.documentNumber);
    await deliver(cast, id);
    await (await as('clerk')).done(`/api/letters/${letter.id}/ask-withdrawal`, { reason: '数据有误。' });
    await (await as('head')).done(`/api/letters/${letter.id}/withdraw`, { decision: '同意。' });
    expect((await seen('drafter')).drafts[0]?.state).toBe('writing');
    await prepare(cast, id);
    await (await as('drafter')).done(`/api/drafts/${draftId}/submit`);
    await reviewAll(cast, id, true);
    const date = app.clock.today();
    await (await as('clerk')).done(`/api/drafts/${draftId}/issue`, { date });
    const numbers = (await seen('clerk')).letters.map(({ documentNumber }) => documentNumber);
    const next = (number: string): string => number.replace(/\d+(?=号$)/, (n) => String(Number(n) + 1));
    expect(numbers).toEqual([there.documentNumber, next(there.documentNumber)]);
  });

  it('11 should give the letter’s files to who may have them alone', async () => {
    const letter = (await seen('clerk')).letters[0];
    const path = `/api/letters/${letter?.id}/files/pdf`;
    const asked = async (account: string): Promise<number> => (await (await as(account)).get(path)).status;
    expect([await asked('clerk'), await asked('system')]).toEqual([200, 404]);
  });

  it('12 should speak of a suggestion of the people’s congress in its own words and clocks', async () => {
    const coordinator = await as('coordinator');
    const { id: other } = await coordinator.done('/api/proposals', {
      ...{ kind: 'npc_suggestion', number: '77', term: 16, meeting: 1, title: '关于修桥的建议' },
      ...{ proposers: [{ kind: 'member', name: '何代表' }], fullText: '建议修桥。' },
      suggestions: [{ title: '修桥' }],
    });
    await coordinator.done(`/api/proposals/${other}/hand-over`, {
      leadUnitId: await unitId(leadCode),
      coHandlers: [],
    });
    const { proposal, clocks } = await caseOf(coordinator, other);
    expect(proposal).toMatchObject({ kindLabel: '人大代表建议' });
    expect(clocks.find(({ clock }) => clock === 'reply')?.steps.join()).toContain('时限3个月');
  });

  it('should leave an account of all of it in words, and a whole audit chain', async () => {
    const words = (await seen('coordinator')).history.map((each) => each.words).join('\n');
    for (const turn of ['主办单位选错了', '申请', '链接', '退回', '撤回']) expect(words).toContain(turn);
    const [row] = await app.house.dataSource.query('SELECT first_bad FROM audit_verify()');
    expect(row.first_bad).toBeNull();
  });
});
