import { appendAudit, createDataSource, verifyAudit } from '@fuhan/platform';
import { createTestDatabase, type TestDatabase } from '@fuhan/testing';
import type { DataSource } from 'typeorm';

describe('the audit log', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const append = (object: string, detail: Record<string, unknown> = {}): Promise<void> =>
    dataSource.transaction((em) => appendAudit(em, { actor: '甲', action: 'draft.issue', object, detail }));
  const verdict = () => verifyAudit(dataSource.manager);
  /** What somebody with the database in his hands would do. */
  const behindTheTriggers = async (sql: string): Promise<void> => {
    await dataSource.query('ALTER TABLE audit_log DISABLE TRIGGER ALL');
    await dataSource.query(sql);
    await dataSource.query('ALTER TABLE audit_log ENABLE TRIGGER ALL');
  };

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, pool: 8, entities: [] }).initialize();
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('should be whole when it is empty', async () => {
    expect(await verdict()).toEqual({ firstBad: null, entries: 0 });
  });

  it('should be whole after many wrote to it at once', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, i) => append(`object-${i}`, { i })));
    expect(await verdict()).toEqual({ firstBad: null, entries: 60 });
  });

  it('should number its entries without a gap when some transactions are rolled back', async () => {
    const failing = (i: number): Promise<void> =>
      dataSource.transaction(async (em) => {
        await appendAudit(em, { actor: '乙', action: 'x', object: `${i}`, detail: {} });
        throw new Error('rolled back');
      });
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? failing(i) : append(`${i}`))),
    );
    const rows: { seq: string }[] = await dataSource.query('SELECT seq FROM audit_log ORDER BY seq');
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
  });

  it.each([
    ['an actor', `UPDATE audit_log SET actor = '丙' WHERE seq = 3`],
    ['a detail', `UPDATE audit_log SET detail = '{"i": 99}' WHERE seq = 3`],
    ['a moment', `UPDATE audit_log SET at = at - interval '1 microsecond' WHERE seq = 3`],
    ['a missing entry', `DELETE FROM audit_log WHERE seq = 3`],
  ])(
    'should name the first entry that is wrong when one was changed behind the triggers: %s',
    async (_what, sql) => {
      for (let i = 1; i <= 5; i++) await append(`object-${i}`, { i });
      await behindTheTriggers(sql);
      expect((await verdict()).firstBad).toBe(sql.startsWith('DELETE') ? 4 : 3);
    },
  );

  it('should name the entry after an edited one whose own digest was put right', async () => {
    for (let i = 1; i <= 5; i++) await append(`object-${i}`, { i });
    await behindTheTriggers(
      `UPDATE audit_log SET actor = '丙', hash = sha256(audit_canon(seq, at, '丙', action, object, detail, prev)) WHERE seq = 3`,
    );
    expect((await verdict()).firstBad).toBe(4);
  });

  it('should find the last entry edited though its own digest was put right', async () => {
    for (let i = 1; i <= 5; i++) await append(`object-${i}`, { i });
    await behindTheTriggers(
      `UPDATE audit_log SET actor = '丙', hash = sha256(audit_canon(seq, at, '丙', action, object, detail, prev)) WHERE seq = 5`,
    );
    expect((await verdict()).firstBad).toBe(5);
  });

  it('should find a tail that was cut off', async () => {
    for (let i = 1; i <= 5; i++) await append(`object-${i}`);
    await behindTheTriggers('DELETE FROM audit_log WHERE seq > 3');
    expect(await verdict()).toEqual({ firstBad: 4, entries: 3 });
  });

  it('should find that all of it is gone', async () => {
    for (let i = 1; i <= 3; i++) await append(`object-${i}`);
    await behindTheTriggers('TRUNCATE audit_log');
    expect(await verdict()).toEqual({ firstBad: 1, entries: 0 });
  });

  it.each(['UPDATE audit_log SET actor = actor', 'DELETE FROM audit_log', 'TRUNCATE audit_log'])(
    'should refuse %s',
    async (sql) => {
      await append('object-1');
      await expect(dataSource.query(sql)).rejects.toThrow('append only');
    },
  );
});
