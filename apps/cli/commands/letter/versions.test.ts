import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../main';

const twin = join(__dirname, '../../../../test/fixtures/letters/twin-002.txt');
let folder: string;
let out: string[];
let err: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-versions-'));
  writeFileSync(join(folder, 'new.txt'), readFileSync(twin, 'utf8').replace('640 万元', '680 万元'));
  [out, err] = [[], []];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const made = (): string[] => readdirSync(join(folder, 'out')).sort();
const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');

describe('fuhan letter redline', () => {
  const redline = (...args: string[]): Promise<number> =>
    main(['letter', 'redline', twin, join(folder, 'new.txt'), '--out', join(folder, 'out'), ...args]);

  it('should write both forms', async () => {
    await redline();
    expect(made()).toEqual(['new-花脸稿.docx', 'new-花脸稿.html']);
  });

  it('should show what changed, by whom and when', async () => {
    await redline('--format', 'html', '--author', '邵珅', '--at', '2026-03-02T15:04:05+08:00');
    expect(read('new-花脸稿.html')).toMatch(/title="邵珅 2026年3月2日 15:04（\+08:00） 删去">640<\/del>/);
  });

  it('should say in one line that a format is not known', async () => {
    expect({ status: await redline('--format', 'pdf'), said: err.join('') }).toEqual({
      status: expect.any(Number) as number,
      said: expect.stringContaining('不认识格式“pdf”') as string,
    });
  });

  it('should say in one line that a time has no zone', async () => {
    await redline('--at', '2026-03-02T15:04:05');
    expect(err).toEqual([expect.stringContaining('带时区的时间')]);
  });
});

describe('fuhan letter publication', () => {
  const publication = (...args: string[]): Promise<number> =>
    main(['letter', 'publication', twin, '--out', join(folder, 'out'), '--format', 'txt', ...args]);

  it('should print no telephone and no contact', async () => {
    await publication();
    expect(read('twin-002-公开稿.txt')).not.toMatch(/5550178|乔知远|邵珅/);
  });

  it('should list what was masked', async () => {
    await publication();
    expect(out.join('\n')).toMatch(/已遮盖 联系人：annotation（\d+ 字）/);
  });

  it('should say in one line that a consent is neither', async () => {
    await publication('--consent', 'maybe');
    expect(err.join('')).toContain('应写 yes 或 no');
  });

  it('should be refused for a letter that is not public', async () => {
    writeFileSync(join(folder, 'new.txt'), readFileSync(twin, 'utf8').replace('主动公开', '依申请公开'));
    await main(['letter', 'publication', join(folder, 'new.txt'), '--out', join(folder, 'out')]);
    expect(err).toEqual([expect.stringContaining('不出公开稿')]);
  });
});
