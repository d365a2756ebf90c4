import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { leftOut, yearTables } from '@fuhan/casework';
import { BlobStore, createDataSource } from '@fuhan/platform';
import { createTestDatabase, type TestDatabase } from '@fuhan/testing';
import type { DataSource } from 'typeorm';
import { main } from '../../apps/cli/main';
import { shortPlan } from '../e2e/short-plan';
import { walkToSigned } from '../e2e/walk';
import { startWorld, type World } from './casework-world';
import { addRandomCases } from './statistics-random';

/** 一年的归档包: out of one installation, into an empty one, and out of that again: the same. */
describe('the archive of a year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuhan-year-'));
  const before = { ...process.env };
  const file = (name: string): string => join(folder, name);
  let world: World;
  let other: TestDatabase;
  let target: DataSource;

  /** What the program says, with the settings of one installation or the other. */
  async function run(where: 'here' | 'there', ...args: string[]): Promise<[number, string, string]> {
    const { DATABASE_URL, DATA_DIR } = world.app.house.settings;
    Object.assign(
      process.env,
      where === 'here' ? { DATABASE_URL, DATA_DIR } : { DATABASE_URL: other.url, DATA_DIR: folder },
    );
    const [out, err]: [string[], string[]] = [[], []];
    jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
    jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
    const status = await main(['archive', ...args]);
    jest.restoreAllMocks();
    return [status, out.join('\n'), err.at(-1) ?? ''];
  }
  const count = async (of: DataSource, table: string): Promise<number> =>
    ((await of.query(`SELECT count(*)::int AS n FROM ${table}`)) as [{ n: number }])[0].n;
  const entries = (name: string): Record<string, Uint8Array> => unzipSync(readFileSync(file(name)));
  /** The archive with some of its files replaced, or taken out. */
  function altered(name: string, changes: Record<string, Uint8Array | null>): string {
    const kept = Object.entries({ ...entries('year.zip'), ...changes }).filter(([, bytes]) => bytes !== null);
    writeFileSync(file(name), zipSync(Object.fromEntries(kept) as Record<string, Uint8Array>));
    return file(name);
  }

  beforeAll(async () => {
    world = await startWorld();
    const { dataSource } = world.app.house;
    const query = <T>(sql: string, values?: unknown[]): Promise<T[]> => dataSource.query(sql, values);
    const walked = await walkToSigned(world.app, world.cast, shortPlan('135601'));
    const clerk = await world.cast.as('clerk');
    const { id } = await clerk.done(`/api/drafts/${walked.draftId}/issue`, { date: world.app.clock.today() });
    await query(`UPDATE letter_file SET state = 'ready' WHERE letter_id = $1`, [id]);
    const scan = await clerk.upload('用印扫描.txt', Buffer.from('𠮷'.repeat(1000)));
    const sealed = { seal: '=公章', copies: 3, note: null, scanFileId: scan.id };
    await clerk.done(`/api/letters/${id}/seal`, sealed);
    await clerk.done(`/api/letters/${id}/deliver`);
    await addRandomCases(query, 40, 25);
    // Rows that point at later ones: merged proposals, a letter that follows another.
    await query(`UPDATE proposal SET merged_into_id = $1, merged_at = now() WHERE number = '900003'`, [
      walked.id,
    ]);
    await query(
      `UPDATE suggestion SET origin_id = (SELECT max(id::text)::uuid FROM suggestion) WHERE ordinal = 1`,
    );
    other = await createTestDatabase();
    target = await createDataSource({ url: other.url, pool: 2, entities: [] }).initialize();
    expect(await run('here', 'year', '2026', '--out', file('year.zip'))).toEqual([
      0,
      expect.any(String),
      expect.any(String),
    ]);
  }, 120_000);
  afterAll(async () => {
    process.env = before;
    await target?.destroy();
    await other?.drop();
    await world?.app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('should have every table of the database, or say why not', async () => {
    const found = (await target.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
    )) as { name: string }[];
    const told = [...yearTables.map(({ name }) => name), ...Object.keys(leftOut)];
    expect([...told].sort()).toEqual(found.map(({ name }) => name));
  });

  it('should bring back nothing before what it points at, unless the database waits for that', async () => {
    const points = (await target.query(
      `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to" FROM pg_constraint
       WHERE contype = 'f' AND NOT condeferrable`,
    )) as { from: string; to: string }[];
    const placeOf = (name: string): number => yearTables.findIndex((each) => each.name === name);
    const early = points.filter(
      ({ from, to }) => placeOf(from) >= 0 && (placeOf(to) < 0 || placeOf(to) >= placeOf(from)),
    );
    expect(early).toEqual([]);
  });

  it('should hold no password, and no key to a personal link', () => {
    for (const [name, bytes] of Object.entries(entries('year.zip')))
      if (name.startsWith('tables/')) expect(strFromU8(bytes)).not.toMatch(/password_hash|token_hash|argon2/);
  });

  const manifest = (): { format: string; schema: string; files: { path: string }[] } =>
    JSON.parse(strFromU8(entries('year.zip')['manifest.json']!)) as never;
  it.each<[string, string, () => Record<string, Uint8Array | null>]>([
    ['a file that was changed', '内容与清单不符', () => ({ 'tables/letter.jsonl': strToU8('{}\n') })],
    ['a file that is missing', '缺失', () => ({ 'tables/letter.jsonl': null })],
    ['a file too many', '不在清单里', () => ({ 'tables/more.jsonl': strToU8('') })],
    ['no manifest', '没有清单', () => ({ 'manifest.json': null })],
    [
      'a newer format',
      '请先升级本系统',
      () => ({ 'manifest.json': strToU8(JSON.stringify({ ...manifest(), format: 'fuhan-year-2' })) }),
    ],
    [
      'an older database',
      '请用那个版本导入空库',
      () => ({ 'manifest.json': strToU8(JSON.stringify({ ...manifest(), schema: '0001' })) }),
    ],
  ])('should refuse %s and import nothing', async (_, words, changes) => {
    expect(await run('there', 'import', altered('bad.zip', changes()))).toEqual([
      1,
      '',
      expect.stringContaining(words),
    ]);
    expect([await count(target, 'proposal'), await count(target, 'unit')]).toEqual([0, 0]);
  });

  it('should refuse what is no zip, or half of one', async () => {
    writeFileSync(file('half.zip'), readFileSync(file('year.zip')).subarray(0, 5000));
    expect(await run('there', 'import', file('half.zip'))).toEqual([
      1,
      '',
      expect.stringContaining('不是能打开的归档包'),
    ]);
  });

  it('should be verified without a database', async () => {
    expect(await run('here', 'verify', file('year.zip'))).toEqual([
      0,
      expect.stringContaining('归档包完整：2026 年'),
      '',
    ]);
    const bad = altered('bad.zip', { 'tables/letter.jsonl': null });
    expect(await run('here', 'verify', bad)).toEqual([1, '', expect.stringContaining('缺失')]);
  });

  it('should try without leaving anything', async () => {
    const [status, out] = await run('there', 'import', file('year.zip'), '--dry-run', '--json');
    expect([status, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({ year: 2026, dryRun: true, files: expect.any(Number) }),
    ]);
    expect([await count(target, 'proposal'), await count(target, 'unit')]).toEqual([0, 0]);
  });

  it('should come back equal: row for row, file for file', async () => {
    expect((await run('there', 'import', file('year.zip')))[0]).toBe(0);
    expect((await run('there', 'year', '2026', '--out', file('again.zip')))[0]).toBe(0);
    const [first, second] = [entries('year.zip'), entries('again.zip')];
    expect(Object.keys(second)).toEqual(Object.keys(first));
    for (const [name, bytes] of Object.entries(first))
      expect([name, strFromU8(second[name]!)]).toEqual([name, strFromU8(bytes)]);
    expect(readFileSync(file('again.zip')).equals(readFileSync(file('year.zip')))).toBe(true);
    const stored = manifest().files.filter(({ path }) => path.startsWith('files/'));
    expect(stored.length).toBeGreaterThan(0);
    for (const { path } of stored) expect(await new BlobStore(folder).check(path.slice(6))).toBe('whole');
  });

  it('should have the ledger find what came, and history go on with numbers of its own', async () => {
    expect(await count(target, 'ledger_words')).toBe(await count(target, 'proposal'));
    const [proposal] = (await target.query('SELECT id FROM proposal LIMIT 1')) as [{ id: string }];
    const more = target.query(
      `INSERT INTO history_entry (proposal_id, at, actor, action, object_id, words) VALUES ($1, now(), '甲', 'x', $1, '又') RETURNING id`,
      [proposal.id],
    );
    await expect(more).resolves.toHaveLength(1);
  });

  it('should refuse to come twice, and leave what is there as it is', async () => {
    const rows = await count(target, 'proposal');
    expect(await run('there', 'import', file('year.zip'))).toEqual([1, '', expect.stringContaining('冲突')]);
    expect(await count(target, 'proposal')).toBe(rows);
  });

  it.each([
    [['year', '1999', '--out', 'x.zip'], '不是年份'],
    [['year', '2026'], '--out'],
    [['year', '2026', '--out', file('year.zip')], '文件已经在了'],
    [['import', file('none.zip')], '读不到文件'],
    [['burn'], 'archive 后面应写'],
  ])('should tell how it is to be typed: %j', async (args, words) => {
    expect(await run('here', ...args)).toEqual([1, '', expect.stringContaining(words)]);
  });
});
