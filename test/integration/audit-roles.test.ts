import { randomBytes } from 'node:crypto';
import { auditCommand } from '../../apps/cli/commands/audit';
import { FuhanError } from '@fuhan/kernel';
import {
  appendAudit,
  canRewriteAudit,
  createDataSource,
  grantApplication,
  prepareQueue,
} from '@fuhan/platform';
import { createTestDatabase, type TestDatabase } from '@fuhan/testing';
import type { DataSource } from 'typeorm';

/** One database, its owner, and an account of the application that may only work with it. */
let database: TestDatabase;
let owner: DataSource;
let application: DataSource;
let applicationUrl: string;
const role = `fuhan_app_${randomBytes(4).toString('hex')}`;

const open = (url: string): Promise<DataSource> =>
  createDataSource({ url, pool: 3, entities: [] }).initialize();
const entry = (object: string) => ({ actor: '甲', action: 'draft.issue', object, detail: {} });

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await open(database.url);
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'word'`);
  const url = new URL(database.url);
  url.username = role;
  url.password = 'word';
  applicationUrl = url.toString();
  await prepareQueue({ databaseUrl: database.url });
  await grantApplication({ owner: database.url, application: applicationUrl });
  application = await open(applicationUrl);
});
afterAll(async () => {
  await application.destroy();
  await owner.query(`DROP OWNED BY ${role}`);
  await owner.query(`DROP ROLE ${role}`);
  await owner.destroy();
  await database.drop();
});

describe("the application's account", () => {
  it('should extend the audit log through its function', async () => {
    await application.transaction((em) => appendAudit(em, entry('1')));
    expect(await application.query('SELECT object FROM audit_log')).toEqual([{ object: '1' }]);
  });

  it.each([
    [
      'INSERT',
      `INSERT INTO audit_log SELECT 99, at, actor, action, object, detail, prev, hash FROM audit_log`,
    ],
    ['UPDATE', `UPDATE audit_log SET actor = '乙'`],
    ['DELETE', 'DELETE FROM audit_log'],
    ['TRUNCATE', 'TRUNCATE audit_log'],
    ['UPDATE of the head', 'UPDATE audit_head SET seq = 0'],
    ['taking the triggers away', 'ALTER TABLE audit_log DISABLE TRIGGER ALL'],
    [
      'rewriting the function',
      `CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
    ],
    ['dropping the table', 'DROP TABLE audit_log'],
    ['rewriting which migrations ran', 'DELETE FROM schema_migration'],
    ["dropping the frozen letters' trigger", 'DROP TRIGGER letter_frozen ON letter'],
    ['becoming the owner', 'SET ROLE postgres'],
  ])('should not be let: %s', async (_what, sql) => {
    await expect(application.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('should work with every other table, and with the queue', async () => {
    const { rows } = await application
      .query(
        `SELECT coalesce(array_agg(c.relname::text ORDER BY c.relname::text COLLATE "C") FILTER (WHERE NOT (
           has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'UPDATE'))), '{}') AS names
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'bullmq') AND c.relkind IN ('r', 'p')`,
      )
      .then(([row]: { names: string[] }[]) => ({ rows: row?.names }));
    expect(rows).toEqual(['audit_head', 'audit_log', 'schema_migration']);
  });

  it('should be known as one that cannot rewrite the log, and the owner as one that can', async () => {
    expect([await canRewriteAudit(applicationUrl), await canRewriteAudit(database.url)]).toEqual([
      false,
      true,
    ]);
  });

  it('should get the same rights again at every start', async () => {
    await Promise.all(
      [1, 2, 3].map(() => grantApplication({ owner: database.url, application: applicationUrl })),
    );
    expect(await canRewriteAudit(applicationUrl)).toBe(false);
  });

  it('should be refused when its address names another database', async () => {
    const elsewhere = applicationUrl.replace(/\/[^/]+$/, '/another');
    const refused = await grantApplication({ owner: database.url, application: elsewhere }).catch(
      (error) => error,
    );
    expect(refused).toBeInstanceOf(FuhanError);
    expect(refused.message).toContain('MIGRATION_DATABASE_URL 和 DATABASE_URL 应指向同一个库');
  });
});

describe('fuhan audit verify', () => {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const before = process.env['DATABASE_URL'];
  beforeEach(() => {
    printed.mockClear();
    process.env['DATABASE_URL'] = applicationUrl;
  });
  afterAll(() => {
    printed.mockRestore();
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
  });
  const said = (): string => printed.mock.calls.flat().join('\n');

  it('should say that a whole log is whole, as the application', async () => {
    await application.transaction((em) => appendAudit(em, entry('2')));
    expect([await auditCommand.run(['verify']), said()]).toEqual([0, '审计日志完整，共 2 条。']);
  });

  it('should name the first bad entry and end with 1 when its owner changed one', async () => {
    await owner.query('ALTER TABLE audit_log DISABLE TRIGGER ALL');
    await owner.query(`UPDATE audit_log SET actor = '丙' WHERE seq = 2`);
    await owner.query('ALTER TABLE audit_log ENABLE TRIGGER ALL');
    expect(await auditCommand.run(['verify'])).toBe(1);
    expect(said()).toMatch(/^审计日志从第 2 条起对不上（共 2 条）：这一条记的是 \S+ 丙 draft\.issue。$/);
  });

  it('should answer as JSON when asked', async () => {
    expect(await auditCommand.run(['verify', '--json'])).toBe(1);
    expect(JSON.parse(said())).toEqual({ whole: false, firstBad: 2, entries: 2 });
  });

  it.each([[[]], [['check']], [['verify', '--fast']]])(
    'should say how it is written when it is %j',
    async (words) => {
      await expect(auditCommand.run(words)).rejects.toThrow('请写 fuhan audit verify');
    },
  );
});
