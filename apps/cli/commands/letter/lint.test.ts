import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../main';

const LETTER = '云陵市交通局\n关于第1号提案答复的函\n甲某某委员：\n感谢**您**。\n';
let folder: string;
let out: string[];
let err: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-lint-'));
  writeFileSync(join(folder, 'a.txt'), LETTER);
  [out, err] = [[], []];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const lint = (...args: string[]): Promise<number> => main(['letter', 'lint', join(folder, 'a.txt'), ...args]);
const findings = (): { id: string; excerpt: string; fix: string }[] =>
  (JSON.parse(out.join('\n')) as { findings: { id: string; excerpt: string; fix: string }[] }).findings;

describe('fuhan letter lint', () => {
  it('should name a slip, its place and what to do', async () => {
    await lint();
    expect(out.join('\n')).toMatch(/\[必须改\] .*“\*\*您\*\*”.*删去标记，只留“您”。（left-over-marks）/);
  });

  it('should count the slips of both weights', async () => {
    await lint();
    expect(out.join('\n')).toMatch(/必须改 \d+ 处，请看看 \d+ 处。$/);
  });

  it('should give the wrong words to a program', async () => {
    await lint('--json');
    expect(findings().find(({ id }) => id === 'left-over-marks')?.excerpt).toBe('**您**');
  });

  it('should end with 0 when it has read the letter', async () => {
    expect(await lint()).toBe(0);
  });

  it('should end with 1 when asked to be strict about what blocks sending', async () => {
    expect(await lint('--strict')).toBe(1);
  });

  it('should run the checks as the named place does', async () => {
    expect(await lint('--profile', 'zhongshan')).toBe(0);
  });

  it('should say in one line that a place is not there', async () => {
    expect({ status: await lint('--profile', 'no-such-place'), lines: err.length }).toEqual({
      status: 1,
      lines: 1,
    });
  });

  it('should say in one line that a file is not there', async () => {
    await main(['letter', 'lint', join(folder, 'none.txt')]);
    expect(err).toEqual([expect.stringContaining('读不到文件')]);
  });
});
