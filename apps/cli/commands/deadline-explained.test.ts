import { deadlineCommand } from './deadline';

interface Explained {
  due: string;
  provisional: boolean;
  days: { date: string; number: number | null; why: string }[];
  steps: string[];
}

const printed = (...args: string[]): string => {
  const out: string[] = [];
  const spy = jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  deadlineCommand.run(['explain', ...args]);
  spy.mockRestore();
  return out.join('\n');
};
const explain = (from: string, rule: string, ...more: string[]): Explained =>
  JSON.parse(printed('--from', from, '--rule', rule, '--json', ...more)) as Explained;

describe('an explained deadline', () => {
  it.each([
    ['5工作日', '2026-09-24'],
    ['15日', '2026-10-08'],
    ['3个月', '2026-12-18'],
    ['2026-10-31', '2026-11-02'],
  ])('should count %s from 18 September 2026 to %s', (rule, due) => {
    expect(explain('2026-09-18', rule).due).toBe(due);
  });

  it('should stay on the day that was named when nothing may be moved', () => {
    expect(explain('2026-09-18', '2026-10-31', '--no-roll').due).toBe('2026-10-31');
  });

  it('should leave out the day on which it began', () => {
    expect(explain('2026-09-18', '5日').days[0]?.date).toBe('2026-09-19');
  });

  it('should name every day in order, without a gap', () => {
    const dates = explain('2026-09-18', '3个月').days.map(({ date }) => Date.parse(date));
    expect(new Set(dates.slice(1).map((date, i) => date - (dates[i] ?? 0)))).toEqual(new Set([86_400_000]));
  });

  it('should number the working days one after the other', () => {
    const numbers = explain('2026-09-18', '20工作日').days.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('should say of each day that is not counted why it is not', () => {
    const idle = explain('2026-09-18', '20工作日').days.filter(({ number }) => number === null);
    expect(idle.filter(({ why }) => why === '')).toEqual([]);
  });

  it('should end with its last day', () => {
    const { due, days } = explain('2026-09-18', '20工作日');
    expect(days.at(-1)?.date).toBe(due);
  });

  it('should tell its derivation in whole Chinese sentences', () => {
    const { steps } = explain('2026-09-18', '20工作日');
    expect(steps.filter((step) => !/\p{Script=Han}.*。$/u.test(step))).toEqual([]);
  });

  it('should end its derivation with the day itself', () => {
    expect(explain('2026-09-18', '5工作日').steps.at(-1)).toBe('到期日：2026年9月24日（周四）。');
  });

  it.each([
    ['2026-09-18', '5工作日', false],
    ['2026-11-20', '3个月', true],
  ])('should know whether the holidays up to it are published: %s, %s', (from, rule, provisional) => {
    expect(explain(from, rule).provisional).toBe(provisional);
  });
});

describe('the table of an explained deadline', () => {
  const rows = (rule: string): string[] =>
    printed('--from', '2026-09-18', '--rule', rule)
      .split('\n')
      .filter((line) => /^\d{4}-/.test(line));
  /** Columns of a terminal: Chinese takes two. */
  const width = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);

  it('should have its reasons in one column, counted or not', () => {
    const starts = rows('40日').map((row) =>
      width(/^(\S+\s+\S+\s+(?:不计|第 \d+ 日)\s+)/.exec(row)?.[1] ?? ''),
    );
    expect(new Set(starts).size).toBe(1);
  });

  it('should have a row for each day that JSON has', () => {
    expect(rows('5工作日')).toHaveLength(explain('2026-09-18', '5工作日').days.length);
  });

  it('should end with the sentences that JSON has', () => {
    const { steps } = explain('2026-09-18', '5工作日');
    expect(printed('--from', '2026-09-18', '--rule', '5工作日').endsWith(`\n\n${steps.join('\n')}`)).toBe(
      true,
    );
  });
});
