import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate, migrationsDigest, rollback } from '@fuhan/platform';
import { createTestDatabase, type TestDatabase } from '@fuhan/testing';

describe('migrations', () => {
  let directory: string;
  let database: TestDatabase;

  const write = (file: string, sql: string): void => writeFileSync(join(directory, file), sql);
  const query = async <T extends object>(sql: string): Promise<T[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const tables = async (): Promise<string[]> =>
    (
      await query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
      )
    ).map(({ name }) => name);

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'fuhan-migrations-'));
    write('0001-unit.up.sql', 'CREATE TABLE unit (id int PRIMARY KEY);');
    write('0001-unit.down.sql', 'DROP TABLE unit;');
    write('0002-office.up.sql', 'CREATE TABLE office (unit_id int REFERENCES unit);');
    write('0002-office.down.sql', 'DROP TABLE office;');
    database = await createTestDatabase({ empty: true });
  });

  afterEach(async () => {
    await database.drop();
    rmSync(directory, { recursive: true });
  });

  it('should apply every file in the order of its number', async () => {
    expect(await migrate(database.url, directory)).toEqual(['0001-unit', '0002-office']);
  });

  it('should leave the tables of the files behind', async () => {
    await migrate(database.url, directory);
    expect(await tables()).toEqual(['office', 'schema_migration', 'unit']);
  });

  it('should apply nothing when all has been applied', async () => {
    await migrate(database.url, directory);
    expect(await migrate(database.url, directory)).toEqual([]);
  });

  it('should apply only the new file when one is added', async () => {
    await migrate(database.url, directory);
    write('0003-person.up.sql', 'CREATE TABLE person (id int);');
    expect(await migrate(database.url, directory)).toEqual(['0003-person']);
  });

  it('should apply each file once when several processes start at the same time', async () => {
    const runs = await Promise.all(Array.from({ length: 5 }, () => migrate(database.url, directory)));
    expect(runs.flat().sort()).toEqual(['0001-unit', '0002-office']);
  });

  it('should refuse a file that was changed after it had been applied', async () => {
    await migrate(database.url, directory);
    write('0001-unit.up.sql', 'CREATE TABLE unit (id bigint PRIMARY KEY);');
    await expect(migrate(database.url, directory)).rejects.toMatchObject({
      code: 'migration.changed',
      params: { name: '0001-unit' },
    });
  });

  it('should not mind line ends of another system', async () => {
    await migrate(database.url, directory);
    write('0003-person.up.sql', 'SELECT 1;\nSELECT 2;\n');
    await migrate(database.url, directory);
    write('0003-person.up.sql', 'SELECT 1;\r\nSELECT 2;\r\n');
    expect(await migrate(database.url, directory)).toEqual([]);
  });

  it('should refuse a database that is newer than the program', async () => {
    await migrate(database.url, directory);
    rmSync(join(directory, '0002-office.up.sql'));
    await expect(migrate(database.url, directory)).rejects.toMatchObject({ code: 'migration.missing' });
  });

  it('should take back a whole file when one of its statements fails', async () => {
    write('0003-broken.up.sql', 'CREATE TABLE half (id int); SELECT 1/0;');
    await migrate(database.url, directory).catch(() => undefined);
    expect(await tables()).toEqual(['office', 'schema_migration', 'unit']);
  });

  it('should name the file when one of its statements fails', async () => {
    write('0003-broken.up.sql', 'SELECT 1/0;');
    await expect(migrate(database.url, directory)).rejects.toThrow('0003-broken: division by zero');
  });

  it('should take back the newest file when asked for one step', async () => {
    await migrate(database.url, directory);
    expect(await rollback(database.url, 1, directory)).toEqual(['0002-office']);
  });

  it('should leave only the earlier tables when a file is taken back', async () => {
    await migrate(database.url, directory);
    await rollback(database.url, 1, directory);
    expect(await tables()).toEqual(['schema_migration', 'unit']);
  });

  it('should apply a file again when it had been taken back', async () => {
    await migrate(database.url, directory);
    await rollback(database.url, 2, directory);
    expect(await migrate(database.url, directory)).toEqual(['0001-unit', '0002-office']);
  });

  it('should take back nothing when one of the files has no way back', async () => {
    rmSync(join(directory, '0001-unit.down.sql'));
    await migrate(database.url, directory);
    await rollback(database.url, 2, directory).catch(() => undefined);
    expect(await tables()).toContain('office');
  });

  it('should say which file has no way back', async () => {
    rmSync(join(directory, '0001-unit.down.sql'));
    await migrate(database.url, directory);
    await expect(rollback(database.url, 2, directory)).rejects.toMatchObject({
      code: 'migration.irreversible',
    });
  });

  it('should have another digest when a file changes', () => {
    const before = migrationsDigest(directory);
    write('0001-unit.up.sql', 'CREATE TABLE unit (id bigint PRIMARY KEY);');
    expect(migrationsDigest(directory)).not.toBe(before);
  });

  describe("the project's own migrations", () => {
    it('should leave nothing behind when all are taken back', async () => {
      const names = await migrate(database.url);
      await rollback(database.url, names.length);
      expect(await tables()).toEqual(['schema_migration']);
    });

    it('should apply again when all were taken back', async () => {
      const names = await migrate(database.url);
      await rollback(database.url, names.length);
      expect(await migrate(database.url)).toEqual(names);
    });
  });

  describe('a test database', () => {
    it("should come with the project's tables when nothing else is asked", async () => {
      await database.drop();
      database = await createTestDatabase();
      expect(await tables()).toContain('schema_migration');
    });

    it('should come with every migration applied', async () => {
      await database.drop();
      database = await createTestDatabase({ migrations: directory });
      expect(await tables()).toEqual(['office', 'schema_migration', 'unit']);
    });

    it('should share no row with another one', async () => {
      const other = await createTestDatabase({ migrations: directory });
      await database.drop();
      database = await createTestDatabase({ migrations: directory });
      const client = new Client({ connectionString: other.url });
      await client.connect();
      await client.query('INSERT INTO unit VALUES (1)');
      await client.end();
      await other.drop();
      expect(await query('SELECT id FROM unit')).toEqual([]);
    });
  });
});
