import { Client, startTestApp, type TestApp } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, caseOf, issue, walkToSigned } from '../e2e/walk';
import { refusal } from './casework-world';

/** A 代表建议 goes through the same office in its own words. */
describe('a suggestion of a people’s deputy', () => {
  let app: TestApp;
  let cast: Cast;
  let coordinator: Client;

  const paper = (more: object = {}) => ({
    ...{ kind: 'npc_suggestion', number: '1', term: 16, meeting: 5, title: '关于修桥的建议' },
    proposers: [{ kind: 'member', name: '何代表' }],
    fullText: '建议修桥。',
    suggestions: [{ title: '修桥' }],
    ...more,
  });

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-03-09T02:00:00Z', worker: true });
    cast = await assemble(app, shortPlan());
    coordinator = await cast.as('coordinator');
  });
  afterAll(() => app.close());

  it('should be registered as what it is', async () => {
    const { id } = await coordinator.done('/api/proposals', paper());
    const { body } = await coordinator.get<{ proposal: object; proposers: object[] }>(`/api/proposals/${id}`);
    expect(body.proposal).toMatchObject({ kind: 'npc_suggestion', kindLabel: '人大代表建议' });
    expect(body.proposers).toMatchObject([{ kindLabel: '代表' }]);
  });

  it('should have a number of its own beside a proposal of the same number', async () => {
    await coordinator.done('/api/proposals', paper({ number: '2' }));
    await coordinator.done('/api/proposals', paper({ number: '2', kind: 'plenary' }));
    expect((await refusal(coordinator, '/api/proposals', paper({ number: '2' })))[1]).toBe(
      'proposal.duplicate',
    );
  });

  it('should be registered as a bill as well', async () => {
    const { id } = await coordinator.done('/api/proposals', paper({ kind: 'npc_bill' }));
    expect((await caseOf(coordinator, id)).proposal).toMatchObject({ kindLabel: '人大议案' });
  });

  it('should be answered and delivered in the words and to the office of its own', async () => {
    const plan = { ...shortPlan('165001'), kind: 'npc_suggestion', letStand: true };
    const walked = await walkToSigned(app, cast, plan);
    await issue(app, cast, walked, plan);
    const clerk = await cast.as('clerk');
    const { letters } = await caseOf(clerk, walked.id);
    await clerk.done(`/api/letters/${letters[0]?.id}/deliver`);
    const after = await caseOf(clerk, walked.id);
    const text = (await clerk.get<string>(`/api/letters/${letters[0]?.id}/files/txt`)).body;
    expect(text).toContain('第165001号建议答复的函');
    expect(after.letters[0]?.deliveries.map(({ recipient }) => recipient)).toEqual([
      '民盟中山市委会',
      '市人大常委会选联工委',
      '市住房城乡建设局',
      '市商务局',
      '市政府办公室',
    ]);
  });

  it('should be refused where it is of no kind that is known', async () => {
    const later = await cast.as('coordinator');
    expect((await refusal(later, '/api/proposals', paper({ kind: 'ordinary' })))[1]).toBe('request.invalid');
  });
});
