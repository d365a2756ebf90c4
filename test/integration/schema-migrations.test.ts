import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, migrate, migrationsDirectory, rollback } from '@fuhan/platform';
import { createTestDatabase, type TestDatabase } from '@fuhan/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { allEntities } from '../../apps/server/house';

/** Everything a migration can leave behind in `public`, a line each. */
const describeSchema = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
    || ' ' || is_identity AS line FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT 'type ' || typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
  ORDER BY 1`;

async function onDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const schemaOf = (url: string): Promise<string[]> =>
  onDatabase(url, async (client) =>
    (await client.query<{ line: string }>(describeSchema)).rows.map(({ line }) => line),
  );

const migrationNames = readdirSync(migrationsDirectory())
  .filter((file) => file.endsWith('.up.sql'))
  .map((file) => file.replace('.up.sql', ''))
  .sort();

describe('the migrations', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase({ empty: true });
  });
  afterEach(() => database.drop());

  it('should all be applied in order to an empty database', async () => {
    expect(await migrate(database.url)).toEqual(migrationNames);
  });

  it('should do nothing when they are run again', async () => {
    await migrate(database.url);
    expect(await migrate(database.url)).toEqual([]);
  });

  it('should leave nothing but their own list when all are taken back', async () => {
    await migrate(database.url);
    await rollback(database.url, migrationNames.length);
    const left = (await schemaOf(database.url)).filter((line) => !line.includes('schema_migration'));
    expect(left).toEqual([]);
  });

  it('should make the same schema again after being taken back', async () => {
    await migrate(database.url);
    const before = await schemaOf(database.url);
    await rollback(database.url, migrationNames.length);
    await migrate(database.url);
    expect(await schemaOf(database.url)).toEqual(before);
  });

  it('should each be the way back to exactly where it began', async () => {
    const stages: string[][] = [];
    const directory = mkdtempSync(join(tmpdir(), 'fuhan-migrations-'));
    for (const name of migrationNames) {
      stages.push(await schemaOf(database.url));
      for (const way of ['up', 'down']) {
        copyFileSync(
          join(migrationsDirectory(), `${name}.${way}.sql`),
          join(directory, `${name}.${way}.sql`),
        );
      }
      await migrate(database.url, directory);
    }
    const back: string[][] = [];
    for (const _ of migrationNames) {
      await rollback(database.url, 1);
      back.unshift(await schemaOf(database.url));
    }
    rmSync(directory, { recursive: true });
    expect(back.slice(1)).toEqual(stages.slice(1));
  });

  it('should be applied once when five processes start together', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(database.url)));
    expect(applied.flat().sort()).toEqual(migrationNames);
  });
});

describe('a migration that was tampered with', () => {
  let database: TestDatabase;
  let directory: string;
  beforeEach(async () => {
    database = await createTestDatabase({ empty: true });
    directory = mkdtempSync(join(tmpdir(), 'fuhan-migrations-'));
    writeFileSync(join(directory, '0001-first.up.sql'), 'CREATE TABLE first (id integer);');
    await migrate(database.url, directory);
  });
  afterEach(async () => {
    rmSync(directory, { recursive: true });
    await database.drop();
  });

  it('should stop the start when it was edited after being applied', async () => {
    writeFileSync(join(directory, '0001-first.up.sql'), 'CREATE TABLE first (id bigint);');
    await expect(migrate(database.url, directory)).rejects.toMatchObject({ code: 'migration.changed' });
  });

  it('should stop the start when the database knows one that the program does not', async () => {
    rmSync(join(directory, '0001-first.up.sql'));
    await expect(migrate(database.url, directory)).rejects.toMatchObject({ code: 'migration.missing' });
  });

  it('should not be taken back without a way back', async () => {
    await expect(rollback(database.url, 1, directory)).rejects.toMatchObject({
      code: 'migration.irreversible',
    });
  });

  it('should leave nothing of itself when it fails half way', async () => {
    writeFileSync(
      join(directory, '0002-half.up.sql'),
      'CREATE TABLE half (id integer); SELECT no_such_thing();',
    );
    await expect(migrate(database.url, directory)).rejects.toThrow('0002-half');
    expect((await schemaOf(database.url)).filter((line) => line.includes('half'))).toEqual([]);
  });
});

describe('the entities', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, pool: 2, entities: allEntities }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  // Constraints and indexes are the SQL's alone: the entities name none, so TypeORM would drop each of them, and put its own
  // names on the primary keys. What is left are tables and columns, and there the two must agree to the last word.
  const ownedBySql = /(ADD|DROP) CONSTRAINT|^DROP INDEX|^CREATE (UNIQUE )?INDEX|RENAME CONSTRAINT/;

  it('should have the tables and columns that the migrations make', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const differing = upQueries.map(({ query }) => query).filter((query) => !ownedBySql.test(query));
    expect(differing).toEqual([]);
  });

  it('should be seen to differ when a column is missing', async () => {
    await dataSource.query('ALTER TABLE person DROP COLUMN phone');
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.query('ALTER TABLE person ADD COLUMN phone text');
    expect(upQueries.map(({ query }) => query)).toContain('ALTER TABLE "person" ADD "phone" text');
  });

  it('should leave no table of the migrations without an entity, but those that only SQL touches', async () => {
    const rows: { name: string }[] = await dataSource.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const known = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const without = rows.map(({ name }) => name).filter((name) => !known.includes(name));
    expect(without).toEqual([
      'archived_audit',
      'audit_head',
      'audit_log',
      'calendar_state',
      'command_once',
      'ledger_words',
      'saved_view',
      'schema_migration',
      'star',
      'unit_case',
    ]);
  });
});
