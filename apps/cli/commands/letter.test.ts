import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../main';

const twin = join(__dirname, '../../../test/fixtures/letters/twin-002.txt');
let folder: string;
let out: string[];
let err: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuhan-cli-'));
  out = [];
  err = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('fuhan letter import', () => {
  it('should print the letter as JSON', async () => {
    await main(['letter', 'import', twin]);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      kind: 'reply',
      class: 'A',
      proposal: { number: '084019' },
    });
  });

  it('should end with 0', async () => {
    expect(await main(['letter', 'import', twin])).toBe(0);
  });
});

describe('fuhan letter render', () => {
  it('should write the four formats beside each other and print their paths', async () => {
    await main(['letter', 'render', twin, '--out', join(folder, 'new'), '--format', 'pdf,docx,html,txt']);
    expect(out).toEqual(
      ['pdf', 'docx', 'html', 'txt'].map((ending) => join(folder, 'new', `twin-002.${ending}`)),
    );
  });

  it('should write a PDF', async () => {
    await main(['letter', 'render', twin, '--out', folder]);
    expect(readFileSync(join(folder, 'twin-002.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('should render what import has printed', async () => {
    await main(['letter', 'import', twin]);
    const json = file('letter.json', out.join('\n'));
    await main(['letter', 'render', json, '--out', folder, '--format', 'txt']);
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toContain('云文旅函〔2026〕31号');
  });

  it('should never write over the file it reads', async () => {
    const path = file('a.txt', readFileSync(twin));
    await main(['letter', 'render', path, '--out', folder, '--format', 'txt']);
    expect(err[0]).toContain('不能覆盖原文件');
  });

  it('should leave no file behind when a format cannot be made', async () => {
    const path = file('a.txt', '甲委员：\n您的《关于甲的提案》收悉，现答复如下：\n请看😀。');
    await main(['letter', 'render', path, '--out', join(folder, 'new'), '--format', 'html,pdf']);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

describe('a slip at the command line', () => {
  const cases: readonly (readonly [string, () => string[], string])[] = [
    ['a missing file', () => ['letter', 'import', '/nowhere/a.txt'], '读不到文件'],
    ['a folder', () => ['letter', 'import', `${folder}`], '读不到文件'],
    [
      'a binary posing as text',
      () => ['letter', 'import', file('a.txt', Uint8Array.of(0, 1, 2, 255))],
      '不是 UTF-8 或 GB18030 的纯文本',
    ],
    ['an empty file', () => ['letter', 'import', file('a.txt', '')], '没有文字'],
    ['broken JSON', () => ['letter', 'render', file('a.json', '{"kind":')], '不是完整的 JSON'],
    ['JSON of another shape', () => ['letter', 'render', file('a.json', '[]')], '不符合复函数据的格式'],
    ['another kind of file', () => ['letter', 'import', file('a.xlsx', 'x')], '不认识'],
    ['an unknown option', () => ['letter', 'render', twin, '--colour', 'red'], '不认识选项“colour”'],
    ['an unknown format', () => ['letter', 'render', twin, '--format', 'doc'], '不认识格式“doc”'],
    ['an option without its words', () => ['letter', 'render', twin, '--out'], '缺少 --out'],
    ['a file name that is missing', () => ['letter', 'render'], '缺少文件名'],
    ['two files', () => ['letter', 'import', twin, twin], '多出了'],
    ['an action that does not exist', () => ['letter', 'send'], 'import、render'],
    ['a command that does not exist', () => ['lettre'], '没有“lettre”这个命令'],
    [
      'a folder that cannot be written',
      () => ['letter', 'render', twin, '--out', '/dev/null/x', '--format', 'txt'],
      '写不进',
    ],
  ];

  it.each(cases)('should end with 1 and one Chinese line for %s', async (_, args, sentence) => {
    const status = await main(args());
    expect({ status, lines: err.length, out }).toEqual({ status: 1, lines: 1, out: [] });
    expect(err[0]).toContain(sentence);
    expect(err[0]).not.toMatch(/\n|\bat .*:\d+/);
  });
});

describe('fuhan --help', () => {
  it.each([[['--help']], [[]], [['-h']]])('should name the commands in Chinese for %j', async (args) => {
    await main(args);
    expect(out.join('\n')).toMatch(/用法：[\s\S]*fuhan letter import FILE/);
  });

  it('should say how one command is used', async () => {
    await main(['letter', '--help']);
    expect(out.join('\n')).toContain('letter render FILE');
  });
});
