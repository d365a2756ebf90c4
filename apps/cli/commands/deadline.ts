import { parseArgs } from 'node:util';
import { chineseDate, FuhanError } from '@fuhan/kernel';
import {
  type ComputedDeadline,
  computeDeadline,
  parseRule,
  stateCouncilCalendar,
  weekdayName,
} from '@fuhan/rules';

const usage = 'fuhan deadline explain --from 2026-09-18 --rule 5工作日 [--no-roll] [--json]';

/** A slip in the words typed after the command; its message is the one line shown. */
class UsageError extends Error {}

interface Options {
  readonly from: string;
  readonly rule: string;
  readonly roll: boolean;
  readonly json: boolean;
}

/** Explains a due day with the shipped calendar; needs no database. */
export const deadlineCommand = {
  name: 'deadline',
  usage,
  run(args: string[]): number {
    try {
      const { from, rule, roll, json } = readOptions(args);
      const deadline = computeDeadline({
        from,
        rule: parseRule(rule, { roll }),
        calendar: stateCouncilCalendar(),
      });
      console.log(json ? JSON.stringify(deadline, null, 2) : table(deadline));
      return 0;
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof FuhanError)) throw error;
      console.error(error.message);
      return 1;
    }
  },
};

function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      rule: { type: 'string' },
      'no-roll': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const stranger = Object.keys(values).find((name) => !['from', 'rule', 'no-roll', 'json'].includes(name));
  if (stranger !== undefined) throw new UsageError(`不认识选项“${stranger}”。用法：${usage}`);
  if (positionals[0] !== 'explain') throw new UsageError(`deadline 后面应写 explain。用法：${usage}`);
  if (positionals.length > 1) throw new UsageError(`多出了“${positionals[1]}”。用法：${usage}`);
  const required = (name: 'from' | 'rule'): string => {
    const value = values[name];
    if (typeof value !== 'string' || value === '' || value.startsWith('--')) {
      throw new UsageError(`缺少 --${name} 的内容。用法：${usage}`);
    }
    return value;
  };
  return {
    from: required('from'),
    rule: required('rule'),
    roll: values['no-roll'] !== true,
    json: values['json'] === true,
  };
}

/** Chinese characters take two columns of a terminal. */
const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0)));

function table({ due, provisional, days, steps }: ComputedDeadline): string {
  const rows = days.map(({ date, number, why }) =>
    [date, weekdayName(date), pad(number === null ? '不计' : `第 ${number} 日`, 11), why].join('  '),
  );
  const mark = provisional ? '（暂定）' : '';
  return [`到期日：${chineseDate(due)}，${weekdayName(due)}${mark}`, '', ...rows, '', ...steps].join('\n');
}
