import { startTestApp, type TestApp } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, waitForFiles, walkToSigned } from '../e2e/walk';
import { median, report, timed } from './figures';

const CASES = 20;

describe('the path', () => {
  let app: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    app = await startTestApp({ worker: true });
    cast = await assemble(app, shortPlan());
  });
  afterAll(async () => app.close());

  const commands = async (): Promise<number> =>
    (
      await app.house.dataSource.query(
        `SELECT count(*)::int AS n FROM audit_log WHERE action NOT LIKE 'session%'`,
      )
    )[0].n;

  it('should report commands per second, one after the other, over HTTP', async () => {
    const handedOverAt = new Date().toISOString();
    const clerk = await cast.as('clerk');
    const before = await commands();
    const walked: { id: string; draftId: string }[] = [];
    const took = await timed(async () => {
      for (let i = 0; i < CASES; i++)
        walked.push(await walkToSigned(app, cast, { ...shortPlan(String(135_500 + i)), handedOverAt }));
    });
    const done = (await commands()) - before;
    report(
      `path commands per second (${done} commands of ${CASES} cases, reads between them included)`,
      (done / took) * 1000,
      '1/s',
    );
    const issuing: number[] = [];
    const files: number[] = [];
    for (const { id, draftId } of walked) {
      issuing.push(await timed(() => clerk.done(`/api/drafts/${draftId}/issue`, { date: '2026-06-05' })));
      files.push(await timed(() => waitForFiles(clerk, id)));
    }
    report('编号发文 with its trial print, median', median(issuing), 'ms');
    report('from issue to all four files, median', median(files), 'ms');
    const reads: number[] = [];
    for (const { id } of walked) reads.push(await timed(() => clerk.get(`/api/proposals/${id}`)));
    report('case file read, median', median(reads), 'ms');
    expect(done).toBeGreaterThan(CASES * 10);
  });
});
