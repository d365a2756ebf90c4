import { readList } from '@fuhan/intake';
import type { Client } from '@fuhan/testing';
import { startTestApp, type TestApp } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, caseOf, handOver, register } from '../e2e/walk';
import { refusal } from './casework-world';

const table = (units: string, task = '办好长者食堂', measure = '利用闲置用房建设社区长者食堂。'): string =>
  ['工作任务分解表', '主要措施', '责任部门', '一、重点任务', `1．${task}`, measure, units].join('\n');

interface Shown {
  id: string;
  state: string;
  reading: { title: string; sections: { measures: { units: string[] }[] }[]; findings: { id: string }[] };
  replacedBy: { id: string } | null;
  actions: { command: string }[];
}
interface Case {
  nextActions: {
    command: string;
    advice?: { about: string; units: { name: string; reasons: string[]; uses: { field: string }[] }[] }[];
  }[];
}

/** 政策文件: imported as a whole, replaced, withdrawn; what they say is proposed at the hand-over. */
describe('policy documents', () => {
  let app: TestApp;
  let cast: Cast;
  let coordinator: Client;
  const upload = async (text: string, client = coordinator): Promise<string> =>
    (await client.upload('分解表.txt', Buffer.from(text))).id;
  const imported = async (text: string, title: string): Promise<string> =>
    (await coordinator.done('/api/policies', { fileId: await upload(text), title })).id;
  const shown = async (id: string, client = coordinator): Promise<Shown> =>
    (await client.get<Shown>(`/api/policies/${id}`)).body;
  const count = async (): Promise<number> =>
    (await coordinator.get<{ policies: object[] }>('/api/policies')).body.policies.length;
  const registered = async (number: string, title: string, suggestion: string): Promise<string> =>
    (
      await coordinator.done('/api/proposals', {
        ...{ number, title, kind: 'plenary', term: 13, meeting: 5, fullText: '老人吃饭难。' },
        proposers: [{ kind: 'member', role: 'first', name: '何委员' }],
        suggestions: [{ title: suggestion, body: '' }],
      })
    ).id;
  const adviceOn = async (id: string, account: string) =>
    (await (await cast.as(account)).get<Case>(`/api/proposals/${id}`)).body.nextActions.find(
      ({ command }) => command === 'proposal.handOver',
    )?.advice;

  beforeAll(async () => {
    const plan = shortPlan('136901');
    app = await startTestApp({ at: plan.handedOverAt });
    cast = await assemble(app, plan);
    coordinator = await cast.as('coordinator');
  }, 60_000);
  afterAll(() => app.close());

  it('should be looked at first, and nothing is stored by that', async () => {
    const before = await count();
    const { body } = await coordinator.post<{ kindLabel: string; sections: object[] }>(
      '/api/policies/preview',
      {
        fileId: await upload(table('市人社局、某某局')),
      },
    );
    expect(body).toMatchObject({
      kindLabel: '任务分解表',
      sections: [{ measures: [{ units: ['市人力资源社会保障局', '市某某局'] }] }],
      findings: [{ id: 'unit.unknown' }],
      sameTitle: null,
    });
    expect(await count()).toBe(before);
  });

  it('should be a workbook: all of them, and the measures of one with their units', async () => {
    const id = await imported(table('市人社局、市财政局'), '带走的分解表');
    const sheet = async (asked: string): Promise<(string | undefined)[][]> =>
      (await readList(await coordinator.download(`/api/policies.xlsx${asked}`), '政策.xlsx')).rows
        .slice(1)
        .map(({ cells }) => cells.map((cell) => cell?.text));
    expect((await sheet('')).map(([title]) => title)).toContain('带走的分解表');
    expect(await sheet(`?doc=${id}`)).toEqual([
      expect.arrayContaining([
        '办好长者食堂',
        '利用闲置用房建设社区长者食堂。',
        '市人力资源社会保障局、市财政局',
      ]),
    ]);
  });

  it('should be read by everybody of the house, and kept by the coordinator alone', async () => {
    const id = await imported(table('市民政局'), '养老分解表');
    const drafter = await cast.as('drafter');
    expect((await shown(id, drafter)).actions).toEqual([]);
    expect((await shown(id)).actions.map(({ command }) => command)).toEqual([
      'policy.replace',
      'policy.withdraw',
    ]);
    const file = await upload(table('市民政局'), drafter);
    expect((await refusal(drafter, '/api/policies/preview', { fileId: file }))[0]).toBe(403);
  });

  it('should be current once under a name, also where two are imported at once', async () => {
    const fileId = await upload(table('市财政局', '安排经费', '统筹资金。'));
    const both = await Promise.all(
      [1, 2].map(() => coordinator.post('/api/policies', { fileId, title: '财政分解表' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('should be replaced by a newer one, and stay to be read', async () => {
    const old = await imported(table('市商务局', '促进消费', '发放消费券。'), '商务分解表');
    const { id } = await coordinator.done(`/api/policies/${old}/replace`, {
      fileId: await upload(table('市商务局', '促进消费', '发放更多消费券。')),
    });
    expect(await shown(old)).toMatchObject({ state: 'replaced', replacedBy: { id }, actions: [] });
    expect((await shown(id)).reading).toMatchObject({ title: '商务分解表' });
    expect((await refusal(coordinator, `/api/policies/${old}/withdraw`, { reason: '旧。' }))[1]).toBe(
      'policy.ended',
    );
  });

  it.each([
    ['no document of these kinds', '一封信。', 'policy.unrecognised'],
    ['empty of words', ' \n ', 'letter.empty'],
  ])('should be refused whole where the file is %s', async (_what, text, code) => {
    const before = await count();
    const fileId = await upload(text);
    expect((await refusal(coordinator, '/api/policies', { fileId }))[1]).toBe(code);
    expect(await count()).toBe(before);
  });

  it('should propose who is responsible when a proposal is handed over, with the reason, to who hands it over', async () => {
    await imported(table('市民政局、市财政局'), '助餐分解表');
    const id = await registered('136911', '关于老人就餐的提案', '多办长者食堂，方便老人');
    const [first] = (await adviceOn(id, 'coordinator')) ?? [];
    expect(first?.about).toBe('多办长者食堂，方便老人');
    expect(first?.units[0]).toMatchObject({
      name: '市民政局',
      reasons: expect.arrayContaining([expect.stringMatching(/^职责表：办好长者食堂.*→ 市民政局$/)]),
      uses: [{ field: 'leadUnitId' }, { field: 'coHandlers' }],
    });
    expect(await adviceOn(id, 'supervisor')).toBeUndefined();
  });

  it('should propose nobody by a document that was withdrawn', async () => {
    const id = await imported(table('市应急管理局', '配齐消防喷淋', '老旧小区加装喷淋。'), '消防分解表');
    const proposal = await registered('136912', '关于小区安全的提案', '给老旧小区加装消防喷淋');
    const names = async (): Promise<string[]> =>
      ((await adviceOn(proposal, 'coordinator')) ?? []).flatMap(({ units }) => units.map(({ name }) => name));
    expect(await names()).toEqual(['市应急管理局']);
    await coordinator.done(`/api/policies/${id}/withdraw`, { reason: '已到期。' });
    expect(await names()).toEqual([]);
  });

  it('should tell who drafts that a suggestion belongs by it to a unit nobody asked, until it is withdrawn', async () => {
    const plan = shortPlan('136913');
    const policy = await imported(
      table('市发展改革局', '鼓励企业共享充电桩', '支持企业共享充电桩，摸清底数。'),
      '充电分解表',
    );
    const id = await register(cast, plan);
    await handOver(app, cast, id, plan);
    const drafter = await cast.as('drafter');
    const { drafts } = await caseOf(drafter, id);
    const told = async (): Promise<string[]> =>
      (
        await drafter.get<{ findings: { id: string; severity: string; message: string }[] }>(
          `/api/drafts/${drafts[0]?.id}/findings`,
        )
      ).body.findings
        .filter((each) => each.id === 'unit-not-asked')
        .map(({ severity, message }) => `${severity} ${message}`);
    expect(await told()).toEqual([
      expect.stringMatching(
        /^yellow 建议“鼓励企业共享充电桩”按职责属于市发展改革局.*依据：职责表：.*→ 市发展改革局。$/,
      ),
    ]);
    await coordinator.done(`/api/policies/${policy}/withdraw`, { reason: '已到期。' });
    expect(await told()).toEqual([]);
  });
});
