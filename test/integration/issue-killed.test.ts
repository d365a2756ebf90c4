import {
  Client,
  type ServerProcess,
  serverIsUp,
  spawnServer,
  startTestApp,
  type TestApp,
} from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, walkToSigned } from '../e2e/walk';

const LETTERS = 12;
/** Each server is killed as soon as so many letters are there; the last one is left alone. */
const KILLED_AT = [2, 5, 8];

const startServer = async (app: TestApp): Promise<ServerProcess> => {
  const { DATABASE_URL, DATA_DIR } = app.house.settings;
  const server = await spawnServer({ DATABASE_URL, DATA_DIR });
  await serverIsUp(server);
  return server;
};

describe('a server that is killed while it issues letters', () => {
  let app: TestApp;
  let drafts: string[];

  beforeAll(async () => {
    app = await startTestApp();
    const cast = await assemble(app, shortPlan());
    drafts = [];
    for (let i = 0; i < LETTERS; i++) {
      const { draftId } = await walkToSigned(app, cast, {
        ...shortPlan(String(135_700 + i)),
        handedOverAt: new Date().toISOString(),
      });
      drafts.push(draftId);
    }
  });
  afterAll(async () => app.close());

  const letters = async (): Promise<number> =>
    (await app.house.dataSource.query('SELECT count(*)::int AS n FROM letter'))[0].n;

  const letterCount = async (enough: number): Promise<void> => {
    while ((await letters()) < enough) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('should lose nothing and leave no gap in the numbers', async () => {
    const afterEachKill: number[] = [];
    for (const enough of [...KILLED_AT, LETTERS]) {
      const { child, url, ended } = await startServer(app);
      const clerk = await new Client(url).signIn('clerk');
      const pressing = Promise.allSettled(
        drafts.map((id) => clerk.post(`/api/drafts/${id}/issue`, { date: '2026-06-05' })),
      );
      await Promise.race([pressing, letterCount(enough)]);
      child.kill('SIGKILL');
      await Promise.all([ended, pressing]);
      afterEachKill.push(await letters());
    }
    // The servers did die between their first letter and their last: else this would tell nothing.
    expect(afterEachKill.slice(0, -1).some((issued) => issued > 0 && issued < LETTERS)).toBe(true);
    const rows: { serial: number; draft: string; state: string }[] = await app.house.dataSource.query(
      `SELECT l.serial, l.draft_id AS draft, d.state FROM letter l JOIN draft d ON d.id = l.draft_id ORDER BY l.serial`,
    );
    const [counter] = await app.house.dataSource.query('SELECT last FROM number_counter');
    expect(rows.map(({ serial }) => serial)).toEqual(Array.from({ length: LETTERS }, (_, i) => i + 1));
    expect(counter.last).toBe(LETTERS);
    expect(new Set(rows.map(({ draft }) => draft))).toEqual(new Set(drafts));
    expect(rows.every(({ state }) => state === 'issued')).toBe(true);
  });

  it('should have left a history line, the files’ message and an audit entry for each number, and a whole chain', async () => {
    const [row] = await app.house.dataSource.query(
      `SELECT (SELECT count(*)::int FROM history_entry WHERE action = 'draft.issue') AS history,
              (SELECT count(*)::int FROM audit_log WHERE action = 'draft.issue') AS audit,
              (SELECT count(*)::int FROM outbox WHERE topic = 'letter.produce') AS outbox,
              (SELECT first_bad FROM audit_verify()) AS bad`,
    );
    expect(row).toEqual({ history: LETTERS, audit: LETTERS, outbox: LETTERS, bad: null });
  });

  it('should make the files of every letter after the last start', async () => {
    const { child, ended } = await startServer(app);
    const missing = async (): Promise<number> =>
      (
        await app.house.dataSource.query(`SELECT count(*)::int AS n FROM letter_file WHERE state <> 'ready'`)
      )[0].n;
    // Jobs of a killed worker are taken up again once its locks have run out.
    for (let tries = 0; tries < 900 && (await missing()) > 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await missing()).toBe(0);
    child.kill('SIGTERM');
    await ended;
  }, 120_000);
});
