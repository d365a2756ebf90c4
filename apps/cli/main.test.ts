import { FuhanError } from '@fuhan/kernel';
import { calendarCommand } from './commands/calendar';
import { deadlineCommand } from './commands/deadline';
import { docsCommand } from './commands/docs';
import { letterCommand } from './commands/letter';
import { openapiCommand } from './commands/openapi';
import { main } from './main';

const commands = [letterCommand, deadlineCommand, calendarCommand, openapiCommand, docsCommand];

interface Ran {
  readonly status: number;
  readonly out: string[];
  readonly err: string[];
}

async function run(...argv: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  return { status: await main(argv), out, err };
}
afterEach(() => jest.restoreAllMocks());

describe('a slip at the command line', () => {
  const from = ['--from', '2026-09-18'];
  const slips: readonly (readonly [string, readonly string[], string])[] = [
    [
      'a command that does not exist',
      ['deadlines'],
      '没有“deadlines”这个命令。运行 fuhan --help 看全部命令。',
    ],
    ['an option for a command', ['--version'], '没有“--version”这个命令。运行 fuhan --help 看全部命令。'],
    ['an empty word for a command', [''], '没有“”这个命令。运行 fuhan --help 看全部命令。'],
    ['no word after letter', ['letter'], 'letter 后面应写 import'],
    ['no word after deadline', ['deadline'], 'deadline 后面应写 explain。'],
    ['another word after deadline', ['deadline', 'compute'], 'deadline 后面应写 explain。'],
    ['no first day', ['deadline', 'explain', '--rule', '5日'], '缺少 --from 的内容。'],
    ['an empty first day', ['deadline', 'explain', '--from', '', '--rule', '5日'], '缺少 --from 的内容。'],
    ['a rule in words', ['deadline', 'explain', ...from, '--rule', '三个月'], '看不懂时限“三个月”。'],
    [
      'half a day',
      ['deadline', 'explain', ...from, '--rule', '2.5日'],
      '时限“2.5日”的数目应是大于 0 的整数。',
    ],
    [
      'a day of February that is none',
      ['deadline', 'explain', ...from, '--rule', '2027-02-29'],
      '“2027-02-29”不是一个存在的日期。',
    ],
    [
      'a fixed day in the past',
      ['deadline', 'explain', ...from, '--rule', '2026-09-01'],
      '固定到期日 2026-09-01 不在起算日 2026-09-18 之后。',
    ],
    ['a rule of centuries', ['deadline', 'explain', ...from, '--rule', '99999日'], '时限“99999日”超过上限'],
    ['no word after calendar', ['calendar'], '请写 fuhan calendar import 文件.json，可加 --json。'],
    ['no calendar file', ['calendar', 'import', '/none.json'], '读不到放假安排文件“/none.json”。'],
    ['nothing after docs', ['docs'], '请写 --write 或 --check。'],
    ['nothing after openapi', ['openapi'], '请写 --write 或 --check。'],
    [
      'a misspelt mode, which must not pass for the other one',
      ['openapi', '--wirte'],
      '请写 --write 或 --check。',
    ],
    ['both modes', ['openapi', '--write', '--check'], '请写 --write 或 --check。'],
  ];

  it.each(slips)('should end with 1 and print nothing for a program to read: %s', async (_, argv) => {
    const { status, out } = await run(...argv);
    expect([status, out]).toEqual([1, []]);
  });

  it.each(slips)('should be told in one line that says what is wrong: %s', async (_, argv, sentence) => {
    const { err } = await run(...argv);
    expect(err.map((line) => [line.startsWith(sentence), line.includes('\n')])).toEqual([[true, false]]);
  });
});

describe('what a command throws', () => {
  const thrown = (error: unknown) => {
    jest.spyOn(letterCommand, 'run').mockRejectedValue(error);
    return run('letter', 'import', 'a.txt');
  };

  it('should be shown as the catalogue says it when the catalogue knows it', async () => {
    expect((await thrown(new FuhanError('letter.empty', { file: 'a.txt' }))).err).toEqual([
      '“a.txt”里没有文字。请换一个文件。',
    ]);
  });

  it('should be shown as a fault of the program when nobody foresaw it', async () => {
    expect((await thrown(new TypeError('x is not a function'))).err).toEqual([
      '程序出错，没有完成：x is not a function',
    ]);
  });

  it('should be one line whatever it holds', async () => {
    expect((await thrown(new Error('one\n  two\r\nthree\n'))).err).toEqual([
      '程序出错，没有完成：one two three',
    ]);
  });

  it.each(['oops', null, undefined])('should be shown even when it is no error: %s', async (error) => {
    expect((await thrown(error)).err).toEqual([`程序出错，没有完成：${String(error)}`]);
  });

  it('should end with 1', async () => {
    expect((await thrown(new Error('x'))).status).toBe(1);
  });
});

describe('what a command gives back', () => {
  it.each([0, 1, 3])('should be the status of the program: %i', async (status) => {
    jest.spyOn(docsCommand, 'run').mockResolvedValue(status);
    expect((await run('docs')).status).toBe(status);
  });

  it('should come from the words after its name', async () => {
    const spy = jest.spyOn(docsCommand, 'run').mockResolvedValue(0);
    await run('docs', '--check', 'docs');
    expect(spy).toHaveBeenCalledWith(['--check', 'docs']);
  });
});

describe('the help', () => {
  it.each(commands.map(({ name, usage }) => [name, usage]))(
    'should be the usage of the command alone, whatever else is typed: %s',
    async (name, usage) => {
      expect(await run(name, '--write', '-h')).toEqual({ status: 0, out: [usage], err: [] });
    },
  );

  it('should show every command', async () => {
    const [text = ''] = (await run('help')).out;
    expect(commands.filter(({ name }) => !text.includes(`fuhan ${name} `))).toEqual([]);
  });

  it('should begin every line of a usage with what is typed', () => {
    const lines = commands.flatMap(({ usage }) => usage.split('\n'));
    expect(lines.filter((line) => !/^fuhan [a-z]+ /.test(line))).toEqual([]);
  });
});
