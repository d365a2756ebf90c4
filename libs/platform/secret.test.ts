import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrCreateKey, Seal } from './secret';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (dataDir: string): string => {
  try {
    readOrCreateKey(dataDir, 'links');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'a key was given';
};

describe('the folder of the keys', () => {
  it('should be closed to everybody else', () => {
    readOrCreateKey(folder, 'links');
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
  });

  it('should hold nothing but the keys', () => {
    readOrCreateKey(folder, 'links');
    readOrCreateKey(folder, 'links');
    expect(readdirSync(join(folder, 'keys'))).toEqual(['links']);
  });

  it('should be made together with a data folder that is not there yet', () => {
    expect(readOrCreateKey(join(folder, 'new', 'data'), 'links')).toHaveLength(32);
  });
});

describe('a key', () => {
  it('should be read as it stands in its file, line end or not', () => {
    mkdirSync(join(folder, 'keys'));
    writeFileSync(join(folder, 'keys', 'links'), `${'ab'.repeat(32)}\n`);
    expect(readOrCreateKey(folder, 'links')).toEqual(Buffer.alloc(32, 0xab));
  });

  it('should be another one in another house', () => {
    expect(readOrCreateKey(join(folder, 'one'), 'links')).not.toEqual(
      readOrCreateKey(join(folder, 'two'), 'links'),
    );
  });

  it('should be waited for when another process has only just made its file', async () => {
    mkdirSync(join(folder, 'keys'));
    writeFileSync(join(folder, 'keys', 'links'), '');
    const slow = `setTimeout(() => require('node:fs').writeFileSync(process.argv[1], 'cd'.repeat(32)), 60)`;
    const other = spawn(process.execPath, ['-e', slow, join(folder, 'keys', 'links')]);
    await once(other, 'spawn');
    expect(readOrCreateKey(folder, 'links')).toEqual(Buffer.alloc(32, 0xcd));
  });

  it('should not be changed by being read', () => {
    readOrCreateKey(folder, 'links');
    const before = readFileSync(join(folder, 'keys', 'links'));
    readOrCreateKey(folder, 'links');
    expect(readFileSync(join(folder, 'keys', 'links'))).toEqual(before);
  });

  it.each([
    ['empty, as a crash may leave it', ''],
    ['cut short', 'ab'.repeat(31)],
    ['no key at all', 'x'.repeat(64)],
  ])('should be refused when it is %s', (_, text) => {
    mkdirSync(join(folder, 'keys'));
    writeFileSync(join(folder, 'keys', 'links'), text);
    expect(refusal(folder)).toMatch(/^密钥文件 \S+ 已损坏。请从备份恢复这个文件；[^\n]*。$/);
  });

  it('should not be replaced when it is damaged: the links that were sent hang on it', () => {
    mkdirSync(join(folder, 'keys'));
    writeFileSync(join(folder, 'keys', 'links'), 'damaged');
    refusal(folder);
    expect(readFileSync(join(folder, 'keys', 'links'), 'utf8')).toBe('damaged');
  });

  it('should say which setting helps when the data folder is no folder', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(refusal(join(folder, 'file'))).toMatch(
      /^数据目录 \S+ 不能写入（ENOTDIR）。[^\n]*DATA_DIR[^\n]*。$/,
    );
  });
});

describe('a seal', () => {
  const seal = new Seal(Buffer.alloc(32, 1));
  const secret = 'https://oapi.dingtalk.com/robot/send?access_token=𠮷';

  it('should give back what it closed, closed anew each time and readable to nobody', () => {
    const kept = [seal.close(secret), seal.close(secret)];
    expect(kept.map((each) => seal.open(each))).toEqual([secret, secret]);
    expect(kept[0]).not.toBe(kept[1]);
    expect(kept.join()).not.toContain('dingtalk');
  });

  it('should leave what was never closed', () => {
    expect(seal.open(secret)).toBe(secret);
  });

  it('should not open with another key, nor what was changed', () => {
    const kept = seal.close(secret);
    expect(() => new Seal(Buffer.alloc(32, 2)).open(kept)).toThrow('密钥与数据库不配套');
    expect(() => seal.open(`${kept.slice(0, -6)}AAAA==`)).toThrow('密钥与数据库不配套');
  });
});
