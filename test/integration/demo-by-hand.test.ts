import { type CaseMaterial, type CommandAnswer, loadMaterial, loadSnapshot, Proposal } from '@fuhan/casework';
import { actorOf, Person } from '@fuhan/identity';
import { type CaseSnapshot, nextActions } from '@fuhan/rules';
import { startTestApp, type TestApp } from '@fuhan/testing';
import { readStories } from '../../apps/server/demo/demo-files';
import { loadDemo } from '../../apps/server/demo/load-demo';

const { number } = readStories().midway.proposal;

describe('a newcomer with the demo accounts', () => {
  let app: TestApp;
  let proposalId: string;
  beforeAll(async () => {
    app = await startTestApp({ demo: true });
    await loadDemo(app.house);
    proposalId = (await em().findOneByOrFail(Proposal, { number })).id;
  });
  afterAll(async () => app.close());

  const em = () => app.house.dataSource.manager;
  const material = (): Promise<CaseMaterial> => loadMaterial(em(), proposalId);

  async function snapshot(): Promise<CaseSnapshot> {
    const found = await loadSnapshot(em(), proposalId, app.clock.today());
    if (!found) throw new Error('the case under way is not there');
    return found;
  }

  /** Takes the one step of this name that is open to the account, as its button would. */
  async function act(account: string, action: string, input: object = {}): Promise<CommandAnswer> {
    const { id } = await em().findOneByOrFail(Person, { account });
    const actor = await actorOf(em(), id, app.house.clock.today());
    const open = nextActions(await snapshot(), actor).find((each) => each.action === action);
    if (!open) throw new Error(`${account} may not ${action}`);
    return app.house.door.run(actor, action as 'opinion.accept', open.targetId, input);
  }

  async function giveOpinion(account: string): Promise<void> {
    const { suggestions } = await snapshot();
    const items = suggestions.map(({ id }) => ({
      suggestionId: id,
      position: 'adopted',
      body: '已有安排。',
    }));
    await act(account, 'opinion.submit', { contactName: '某某', contactPhone: '0760-88000000', items });
  }

  async function writeTheRest(): Promise<void> {
    const { sections, drafts } = await material();
    for (const { id: sectionId, version } of sections.slice(1))
      await act('gx-nigao', 'draft.saveSection', {
        ...{ sectionId, version, verdict: 'adopted' },
        passages: [{ kind: 'paragraph', body: '已有安排。下一步，我局将继续推进。' }],
      });
    await act('gx-nigao', 'draft.saveFrame', {
      ...{ version: drafts[0]?.version, outcomeClass: 'B', printClass: false, publication: 'active' },
      contacts: [{ name: '陆知远', phone: '0760-88001312' }],
    });
  }

  it('should be able to finish the case under way by hand', async () => {
    await giveOpinion('wj-nigao');
    await act('jt-tianban', 'assignment.sign');
    await giveOpinion('jt-tianban');
    for (let i = 0; i < 3; i += 1) await act('gx-nigao', 'opinion.accept');
    await writeTheRest();
    await act('gx-nigao', 'draft.submit');
    for (const account of ['gx-hegao', 'gx-lingdao', 'gx-juzhang']) await act(account, 'reviewStep.approve');
    const { documentNumber } = await act('gx-wenshu', 'draft.issue', { date: app.house.clock.today() });
    expect(documentNumber).toMatch(/^中工信函〔\d{4}〕\d+号$/);
  });
});
