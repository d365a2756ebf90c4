import { Client, startTestApp, type TestApp } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, caseOf, handOver, register, walkToSigned } from '../e2e/walk';

const RACERS = 12;

/** Everyone presses the same button at the same moment. */
async function race(clients: readonly Client[], path: string, body: unknown = {}): Promise<number[]> {
  const answers = await Promise.all(clients.map((client) => client.post(path, body)));
  return answers.map(({ status }) => status).sort();
}
const oneWinner = [200, ...Array.from({ length: RACERS - 1 }, () => 409)];

describe('two at once', () => {
  const plan = shortPlan();
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: plan.handedOverAt });
    cast = await assemble(app, plan);
  });
  afterAll(async () => app.close());

  const racers = async (account: string): Promise<Client[]> =>
    Promise.all(Array.from({ length: RACERS }, () => new Client(app.url).signIn(account)));

  it('should register a proposal number once', async () => {
    const coordinators = await racers('coordinator');
    const proposal = { kind: 'plenary', number: '135900', term: 13, meeting: 5, title: '同时登记' };
    const rest = {
      proposers: [{ kind: 'member', name: '甲' }],
      fullText: '正文',
      suggestions: [{ title: '一条', body: '' }],
    };
    expect(await race(coordinators, '/api/proposals', { ...proposal, ...rest })).toEqual([
      201,
      ...oneWinner.slice(1),
    ]);
  });

  it('should let one of many hand over', async () => {
    const id = await register(cast, shortPlan('135901'));
    const coordinators = await racers('coordinator');
    const { body: units } = await (
      await cast.as('coordinator')
    ).get<{ id: string; code: string }[]>('/api/units');
    const leadUnitId = units.find(({ code }) => code === 'gongxin')?.id;
    expect(await race(coordinators, `/api/proposals/${id}/hand-over`, { leadUnitId })).toEqual(oneWinner);
    expect((await caseOf(await cast.as('coordinator'), id)).assignments).toHaveLength(1);
  });

  it('should let one of many sign for it', async () => {
    const id = await register(cast, shortPlan('135902'));
    const { body: units } = await (
      await cast.as('coordinator')
    ).get<{ id: string; code: string }[]>('/api/units');
    await (
      await cast.as('coordinator')
    ).done(`/api/proposals/${id}/hand-over`, {
      leadUnitId: units.find(({ code }) => code === 'gongxin')?.id,
    });
    const assignment = (await caseOf(await cast.as('coordinator'), id)).assignments[0]?.id;
    expect(await race(await racers('office'), `/api/assignments/${assignment}/sign`)).toEqual(oneWinner);
  });

  it('should keep one version of a section when two save the same one, and tell the other the current version', async () => {
    const other = shortPlan('135903');
    const id = await register(cast, other);
    await handOver(app, cast, id, other);
    const { drafts } = await caseOf(await cast.as('drafter'), id);
    const section = drafts[0]?.sections[0];
    const save = {
      sectionId: section?.id,
      version: section?.version,
      verdict: 'adopted',
      passages: [{ id: null, kind: 'paragraph', body: '文字' }],
    };
    const drafters = await racers('drafter');
    const answers = await Promise.all(
      drafters.map((client) =>
        client.post<{ current: number }>(`/api/drafts/${drafts[0]?.id}/save-section`, save),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(oneWinner);
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.current === 2)).toBe(true);
  });

  it('should give one number when twelve press 编号发文, and the numbers of several letters without a gap', async () => {
    const walked = await Promise.all(
      ['135910', '135911', '135912'].map((number) => walkToSigned(app, cast, shortPlan(number))),
    );
    for (const { draftId } of walked) {
      expect(
        await race(await racers('clerk'), `/api/drafts/${draftId}/issue`, { date: '2026-06-05' }),
      ).toEqual(oneWinner);
    }
    const rows: { serial: number }[] = await app.house.dataSource.query(
      'SELECT serial FROM letter ORDER BY serial',
    );
    expect(rows.map(({ serial }) => serial)).toEqual([1, 2, 3]);
  });
});
