import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import { main } from '../../apps/cli/main';
import { HEADER, line, type Written, xlsx } from '../../libs/intake/testing/xlsx';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string[];
}
interface Report {
  readonly good: number;
  readonly bad: number;
  readonly imported: number;
  readonly importId: string | null;
  readonly rows: { line: number; good: boolean; problems: { column: string; mend: string }[] }[];
}

let app: TestApp;
const folder = mkdtempSync(join(tmpdir(), 'fuhan-import-'));
const before = { ...process.env };

const fileOf = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const list = (...rows: (readonly Written[])[]): string =>
  fileOf('清单.xlsx', xlsx([{ rows: [HEADER, ...rows] }]));

async function run(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  return { status: await main(['import', 'proposals', ...args]), out: out.join('\n'), err };
}
const reported = async (...args: string[]): Promise<Report & Pick<Ran, 'status'>> => {
  const { status, out } = await run(...args, '--json');
  return { ...(JSON.parse(out) as Report), status };
};
const registered = async (): Promise<number> =>
  ((await app.house.dataSource.query('SELECT count(*)::int AS n FROM proposal')) as [{ n: number }])[0].n;
const lists = async (): Promise<number> =>
  ((await app.house.dataSource.query('SELECT count(*)::int AS n FROM import_batch')) as [{ n: number }])[0].n;

beforeAll(async () => {
  app = await startTestApp({ at: '2026-03-20T02:00:00Z', prepare: (house) => saveCast(house) });
  const { DATABASE_URL, DATA_DIR } = app.house.settings;
  Object.assign(process.env, { DATABASE_URL, DATA_DIR });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  process.env = before;
  await app.close();
});

describe('fuhan import proposals --dry-run', () => {
  it('should report every line and write nothing', async () => {
    const file = list(line('135001'), line('135002'));
    expect(await reported(file, '--dry-run')).toMatchObject({ status: 0, good: 2, bad: 0, imported: 0 });
    expect([await registered(), await lists()]).toEqual([0, 0]);
  });

  it('should end with status 1 and tell how to mend the line that has a problem', async () => {
    const { status, rows } = await reported(
      list(line('135001'), line('135002', { 5: '市财证局' })),
      '--dry-run',
    );
    expect([status, rows[1]?.problems[0]]).toMatchObject([
      1,
      { column: '主办单位', mend: expect.any(String) },
    ]);
  });

  it('should tell people the line, the column and what may be meant', async () => {
    const { out } = await run(list(line('135002', { 5: '市财证局' })), '--dry-run');
    expect(out).toMatch(/^错误 第 2 行“主办单位”：没有名为“市财证局”的单位。可能是市财政局/m);
  });
});

describe('fuhan import proposals', () => {
  it('should register nothing while one line has a problem, with one line on stderr', async () => {
    const { status, err } = await run(list(line('135003'), line('135004', { 0: 'x' })));
    expect([status, err.length, err[0]]).toEqual([
      1,
      1,
      expect.stringMatching(/^有 1 行有问题，没有登记任何一件。/),
    ]);
    expect([await registered(), await lists()]).toEqual([0, 0]);
  });

  it('should register the good lines alone where that is asked', async () => {
    const report = await reported(list(line('135005'), line('135006', { 0: 'x' })), '--good-only');
    expect(report).toMatchObject({ status: 0, imported: 1, importId: expect.any(String) });
    expect(await registered()).toBe(1);
  });

  it('should register all in the coordinator’s name', async () => {
    await run(list(line('135007'), line('135008')));
    const people = await app.house.dataSource.query(
      `SELECT DISTINCT p.account FROM proposal c JOIN person p ON p.id = c.registered_by WHERE c.number IN ('135007', '135008')`,
    );
    expect(people).toEqual([{ account: 'coordinator' }]);
  });

  it('should know what it has registered before', async () => {
    const file = list(line('135009'));
    await run(file);
    expect((await run(file)).status).toBe(1);
  });

  it('should take one paper of its own', async () => {
    const text = '案号：135030\n案由：关于修桥的提案\n提案者：何委员\n\n桥旧了。\n建议：\n1.修。\n';
    expect((await reported(fileOf('提案.txt', text), '--dry-run')).good).toBe(1);
  });

  it.each([
    ['a file that is none', () => [join(folder, 'nowhere.xlsx')], /^读不到文件/],
    ['what is no list', () => [fileOf('a.pdf', '%PDF-1.7\n')], /不是提案清单/],
    ['half a workbook', () => [fileOf('b.xlsx', xlsx([{ rows: [HEADER] }]).slice(0, 300))], /请/],
    ['an account without the duty', () => [list(line('135010')), '--as', 'drafter'], /不是交办人员/],
    ['an option nobody knows', () => [list(line('135010')), '--force'], /不认识选项“force”/],
    ['no file', () => [], /^缺少文件名/],
  ])('should say in one line what is wrong: %s', async (_, args, words) => {
    const { status, err, out } = await run(...args());
    expect([status, err.length, err[0], out]).toEqual([1, 1, expect.stringMatching(words), '']);
  });
});
