import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { parseProfile } from './profile';

const directory = join(__dirname, '../../../seeds/places/zhongshan');
const texts: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')]),
);

/** The shipped files with one passage of one file replaced. */
const edited = (file: string, from: string | RegExp, to: string): Record<string, string> => {
  const before = texts[file] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to replace in ${file}`);
  return { ...texts, [file]: after };
};
/** The line that carries the mark: where the error has to point. */
const markedLine = (text = ''): number => text.split('\n').findIndex((line) => line.includes('# HERE')) + 1;
const refusal = (files: Record<string, string>): FuhanError => {
  try {
    parseProfile(files);
  } catch (error) {
    if (error instanceof FuhanError && error.code === 'profile.invalid') return error;
    throw error;
  }
  throw new Error('the profile was accepted');
};

describe('parseProfile', () => {
  it('should be version 1 when nothing else is said', () => {
    expect(parseProfile(texts).version).toBe(1);
  });

  it('should carry the version of an administrator’s edit', () => {
    expect(parseProfile(texts, 7).version).toBe(7);
  });

  it('should give the same digest when the files come in another order', () => {
    const reversed = Object.fromEntries(Object.entries(texts).reverse());
    expect(parseProfile(reversed).digest).toBe(parseProfile(texts).digest);
  });

  it('should give another digest when a word changes', () => {
    expect(parseProfile(edited('place.yaml', '大会提案', '全会提案')).digest).not.toBe(
      parseProfile(texts).digest,
    );
  });

  it('should be read-only to the last leaf', () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(parseProfile(texts))).toBe(true);
  });

  it('should take the usual working hours where a profile of an older version names none', () => {
    const { hours } = parseProfile(edited('clocks.yaml', /^hours:\n.*\n.*\n/m, ''));
    expect(hours).toEqual({ from: '08:30', to: '17:30' });
  });

  it('should read another city’s clock when only the file differs', () => {
    const profile = parseProfile(edited('clocks.yaml', /(key: reply[^]*?rule: )3个月/, '$12个月'));
    expect(profile.clocks.find(({ key }) => key === 'reply')?.rule).toMatchObject({
      amount: 2,
      unit: 'month',
    });
  });
});

describe('an error in a profile', () => {
  const cases: [string, string, string | RegExp, string, string][] = [
    ['a rule cannot be read', 'clocks.yaml', 'rule: 7日', 'rule: 7周 # HERE', '看不懂时限“7周”'],
    ['an extension’s cap counts nothing', 'clocks.yaml', '6个月', '0个月 # HERE', '时限“0个月”的数目'],
    [
      'working hours end before they begin',
      'clocks.yaml',
      "to: '17:30'",
      "to: '08:00' # HERE",
      '应晚于 from',
    ],
    [
      'a clock would remind at night',
      'clocks.yaml',
      /remind: \{ workdaysBefore: \[3, 1, 0\], at: '09:00' \}/,
      "remind: { workdaysBefore: [3, 1, 0], at: '20:00' } # HERE",
      '20:00 不在工作时间 08:30–17:30 之内',
    ],
    ['a time of day is none', 'clocks.yaml', /at: '09:00'/, "at: '25:00' # HERE", '应写成 09:00 的样子'],
    [
      'a key is misspelt',
      'clocks.yaml',
      'leaderAfterChases: 2',
      'leaderAfter: 2 # HERE',
      '不认识“leaderAfter”',
    ],
    ['lights stand in the wrong order', 'clocks.yaml', 'yellow: 10', 'yellow: 2 # HERE', '应大于 red'],
    ['a clock’s key comes twice', 'clocks.yaml', 'key: redo\n', 'key: rating # HERE\n', '“rating”出现了两次'],
    ['the area code lost its zero', 'place.yaml', /'0760'/, '760 # HERE', '应是文字'],
    ['a copy-to unit is unknown', 'place.yaml', '- 市政府办公室', '- 市府 # HERE', '没有简称为“市府”的单位'],
    [
      'a key stands twice',
      'place.yaml',
      'name: 中山市',
      'name: 中山市\nname: 中山 # HERE',
      '同一个键写了两次',
    ],
    [
      'a duty is unknown',
      'routes.yaml',
      /- .*duty: head.*$/m,
      '- { key: sign, name: 签发, duty: boss } # HERE',
      '只能是 reviewer、leader、head、proposal_office',
    ],
    [
      'the default route is missing',
      'routes.yaml',
      'default: ordinary',
      'default: fast # HERE',
      '没有名为“fast”的流程',
    ],
    ['a class is no letter', 'classes.yaml', 'key: A', 'key: 甲 # HERE', '应是一个大写字母'],
    [
      'a verdict is missing',
      'classes.yaml',
      /^verdicts:[^]*/m,
      'verdicts: # HERE\n  adopted: { label: 采纳, printed: 采纳。 }\n',
      '缺少“verdicts.partly”',
    ],
    [
      'a number has no serial',
      'numbers.yaml',
      /pattern: .*/,
      'pattern: 中工信函〔{year}〕号 # HERE',
      '应含有 {year} 和其后的 {serial}',
    ],
    ['a series starts at 0', 'numbers.yaml', 'start: 1', 'start: 0 # HERE', '不能小于 1'],
    [
      'a series’ unit is unknown',
      'numbers.yaml',
      'unit: gongxin',
      'unit: gongye # HERE',
      '没有代码为“gongye”的单位',
    ],
    [
      'a check is unknown',
      'checks.yaml',
      'settings: {}',
      'settings:\n  no-such-check: { off: true } # HERE',
      '没有这一项检查',
    ],
    [
      'a check weighs neither red nor yellow',
      'checks.yaml',
      'settings: {}',
      'settings:\n  left-over-marks: { severity: green } # HERE',
      '只能是 red',
    ],
    [
      'the form of proposal numbers tells no session',
      'checks.yaml',
      /proposalNumber: .*/,
      "proposalNumber: '[0-9]{6}' # HERE",
      '应是含有 (?<term>…) 和 (?<meeting>…)',
    ],
    [
      'the form of proposal numbers is broken',
      'checks.yaml',
      /proposalNumber: .*/,
      "proposalNumber: '(?<term>(?<meeting>' # HERE",
      '正则表达式',
    ],
    [
      'the default opening is missing',
      'wording.yaml',
      'default: standard',
      'default: usual # HERE',
      '没有名为“usual”的写法',
    ],
    [
      'the default opening is a word every object knows',
      'wording.yaml',
      'default: standard',
      'default: toString # HERE',
      '没有名为“toString”的写法',
    ],
    [
      'a title is empty',
      'wording.yaml',
      /^title:[^]*?\n(?=openings)/m,
      "title: '' # HERE\n",
      '“title”不能为空',
    ],
    [
      'two units share a name',
      'units.yaml',
      '[市工信局]',
      '[市科技局] # HERE',
      '“市科技局”已属于中山市科学技术局',
    ],
    [
      'two units have one full name',
      'units.yaml',
      'name: 中山市财政局',
      'name: 中山市公安局 # HERE',
      '已属于',
    ],
    ['a list is a word', 'units.yaml', /units:[^]*/, 'units: 无 # HERE', '“units”应是列表'],
  ];

  it.each(cases)('should say what is wrong when %s', (_, file, from, to, reason) => {
    expect(refusal(edited(file, from, to)).message).toContain(reason);
  });

  it.each(cases)('should name file and line when %s', (_, file, from, to) => {
    const files = edited(file, from, to);
    expect(refusal(files).params).toMatchObject({ file, line: markedLine(files[file]) });
  });

  it('should say that the YAML is broken when a quotation mark is left open', () => {
    expect(refusal(edited('place.yaml', '- 市政协提案委', '- "市政协提案委')).message).toMatch(
      /^place\.yaml 第 \d+ 行：YAML 写法有误/,
    );
  });

  it('should say which file is missing', () => {
    const { 'routes.yaml': _routes, ...rest } = texts;
    expect(refusal(rest).message).toBe('routes.yaml 第 1 行：缺少这个文件');
  });

  it('should refuse a file the product does not know', () => {
    expect(refusal({ ...texts, 'route.yaml': '' }).message).toContain(
      'route.yaml 第 1 行：地方配置里没有这个文件',
    );
  });

  it('should refuse an empty file', () => {
    expect(refusal({ ...texts, 'place.yaml': '' }).message).toBe('place.yaml 第 1 行：文件应是一组键值');
  });
});
