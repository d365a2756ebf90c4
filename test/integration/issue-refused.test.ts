import { startTestApp, type TestApp } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, caseOf, walkToSigned } from '../e2e/walk';

describe('a letter that cannot be printed', () => {
  const plan = shortPlan();
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ at: plan.handedOverAt });
    cast = await assemble(app, plan);
  });
  afterAll(async () => app.close());

  it('should take no number, stay signed, and say which character has no face', async () => {
    // U+100000 lies in a private plane: no face can have it.
    const contacts = [{ name: '林\u{100000}', phone: '0760-88880001' }];
    const { id, draftId } = await walkToSigned(app, cast, { ...plan, contacts });
    const clerk = await cast.as('clerk');
    const { status, body } = await clerk.post<{ code: string }>(`/api/drafts/${draftId}/issue`, {
      date: '2026-06-05',
    });
    expect([status, body.code]).toEqual([422, 'letter.missing-glyphs']);
    const [counter] = await app.house.dataSource.query('SELECT last FROM number_counter');
    expect(counter.last).toBeNull();
    expect((await caseOf(clerk, id)).drafts[0]?.state).toBe('signed');
  });
});
