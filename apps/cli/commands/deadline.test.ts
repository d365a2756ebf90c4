import { deadlineCommand } from './deadline';

describe('fuhan deadline explain', () => {
  const out = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const err = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const printed = () => out.mock.calls.flat().join('\n');
  const complained = () => err.mock.calls.flat().join('\n');
  const explain = (...args: string[]) => deadlineCommand.run(['explain', ...args]);

  const month = ['--from', '2026-03-09', '--rule', '1个月'];

  beforeEach(() => jest.clearAllMocks());
  afterAll(() => jest.restoreAllMocks());

  it('should print the due day as JSON when --json is given', () => {
    expect(explain('--from', '2026-09-18', '--rule', '5工作日', '--json')).toBe(0);
    expect(JSON.parse(printed())).toMatchObject({ due: '2026-09-24', provisional: false });
  });

  it('should give every day up to the due day in the JSON', () => {
    explain('--from', '2026-09-18', '--rule', '5工作日', '--json');
    expect(JSON.parse(printed()).days).toHaveLength(6);
  });

  it('should print the due day and a line for the worked Sunday when a table is asked for', () => {
    explain('--from=2026-09-18', '--rule=5工作日');
    expect(printed()).toMatch(/^到期日：2026年9月24日，周四\n[^]*2026-09-20 {2}周日 {2}第 1 日 +调休上班/);
  });

  it('should leave the due day on a Sunday when --no-roll is given', () => {
    explain('--from', '2026-03-14', '--rule', '15日', '--no-roll', '--json');
    expect(JSON.parse(printed()).due).toBe('2026-03-29');
  });

  it('should leave the days of a pause out, each pause that is given', () => {
    explain(...month, '--pause', '2026-03-10..2026-03-12', '--pause=2026-03-16..2026-03-16', '--json');
    expect(JSON.parse(printed())).toMatchObject({
      due: '2026-04-13',
      pauses: [{ skipped: 3 }, { skipped: 1 }],
    });
  });

  it('should count the whole time of an extension from the same start', () => {
    explain(...month, '--extend', '2个月', '--asked-on', '2026-04-08', '--json');
    expect(JSON.parse(printed())).toMatchObject({ due: '2026-05-09', extendedFrom: '2026-04-09' });
  });

  it('should say 暂定 when the due day lies in an unpublished year', () => {
    explain('--from', '2026-11-20', '--rule', '3个月');
    expect(printed()).toContain('2027年2月22日，周一（暂定）');
  });

  it.each([
    ['an unknown unit', ['--from', '2026-09-18', '--rule', '5周'], '看不懂时限“5周”'],
    ['nothing to count', ['--from', '2026-09-18', '--rule', '0工作日'], '时限“0工作日”的数目'],
    ['a negative amount', ['--from', '2026-09-18', '--rule', '-3日'], '时限“-3日”的数目'],
    [
      'a day that does not exist',
      ['--from', '2026-04-31', '--rule', '5日'],
      '“2026-04-31”不是一个存在的日期',
    ],
    ['no rule', ['--from', '2026-09-18'], '缺少 --rule'],
    ['an option without its value', ['--from', '--rule', '5日'], '多出了“5日”'],
    [
      '31 April as a fixed day',
      ['--from', '2026-03-01', '--rule', '2026-04-31'],
      '“2026-04-31”不是一个存在的日期',
    ],
    [
      'a pause that ends before it starts',
      [...month, '--pause', '2026-03-20..2026-03-19'],
      '暂停的结束日 2026-03-19 早于开始日 2026-03-20',
    ],
    [
      'pauses that overlap',
      [...month, '--pause', '2026-03-10..2026-03-19', '--pause', '2026-03-19..2026-03-20'],
      '两段暂停重叠了',
    ],
    [
      'a pause to a day that does not exist',
      [...month, '--pause', '2026-03-10..2026-04-31'],
      '“2026-04-31”不是一个存在的日期',
    ],
    [
      'a pause without an end',
      [...month, '--pause', '2026-03-10'],
      '暂停“2026-03-10”应写成 2026-09-21..2026-09-22',
    ],
    ['a pause without its days', [...month, '--pause'], '缺少 --pause 的内容'],
    [
      'an extension on the due day',
      [...month, '--extend', '2个月', '--asked-on', '2026-04-09'],
      '延期应在到期日 2026-04-09 之前提出',
    ],
    [
      'an extension after the due day',
      [...month, '--extend', '2个月', '--asked-on', '2026-04-30'],
      '延期应在到期日 2026-04-09 之前提出',
    ],
    [
      'an extension that is none',
      [...month, '--extend', '20日', '--asked-on', '2026-03-20'],
      '没有晚于原到期日',
    ],
    [
      'an extension of nothing',
      [...month, '--extend', '0个月', '--asked-on', '2026-03-20'],
      '时限“0个月”的数目',
    ],
    ['an extension nobody dated', [...month, '--extend', '2个月'], '缺少 --asked-on'],
    ['an unknown option', ['--form', '2026-09-18', '--rule', '5日'], '不认识选项“form”'],
  ])('should answer 1 and one Chinese line when given %s', (_, args, line) => {
    expect(explain(...args)).toBe(1);
    expect(complained()).toContain(line);
    expect(complained()).not.toContain('\n');
    expect(printed()).toBe('');
  });

  it('should show the usage when the word explain is missing', () => {
    expect(deadlineCommand.run([])).toBe(1);
    expect(complained()).toContain('fuhan deadline explain --from');
  });
});
