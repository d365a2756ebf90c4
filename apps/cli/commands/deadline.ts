import { parseArgs } from 'node:util';
import { chineseDate, FuhanError } from '@fuhan/kernel';
import {
  type ComputedDeadline,
  computeDeadline,
  parseRule,
  type Pause,
  stateCouncilCalendar,
  weekdayName,
} from '@fuhan/rules';

const usage =
  'fuhan deadline explain --from 2026-09-18 --rule 5工作日 [--no-roll] [--pause 2026-09-21..2026-09-22] [--extend 6个月 --asked-on 2026-09-21] [--json]';

/** A slip in the words typed after the command; its message is the one line shown. */
class UsageError extends Error {}

interface Options {
  readonly from: string;
  readonly rule: string;
  readonly roll: boolean;
  /** Each FROM..UNTIL, both ends included. */
  readonly pauses: readonly string[];
  readonly extension: { readonly rule: string; readonly requestedOn: string } | null;
  readonly json: boolean;
}

/** Explains a due day with the shipped calendar; needs no database. */
export const deadlineCommand = {
  name: 'deadline',
  usage,
  run(args: string[]): number {
    try {
      const options = readOptions(args);
      const { from, roll, json, extension } = options;
      const deadline = computeDeadline({
        from,
        rule: parseRule(options.rule, { roll }),
        calendar: stateCouncilCalendar(),
        pauses: options.pauses.map(pauseOf),
        ...(extension && {
          extension: { ...extension, rule: parseRule(extension.rule, { roll }), reason: '命令行试算' },
        }),
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

/** 2026-09-21..2026-09-22 as the pause it stands for; whether such days exist is the rules' business. */
function pauseOf(text: string): Pause {
  const [from, until, ...more] = text.split('..');
  if (!from || !until || more.length > 0)
    throw new UsageError(`暂停“${text}”应写成 2026-09-21..2026-09-22。用法：${usage}`);
  return { category: '暂停', reason: '命令行试算', from, until };
}

const known = {
  from: { type: 'string' },
  rule: { type: 'string' },
  pause: { type: 'string', multiple: true },
  extend: { type: 'string' },
  'asked-on': { type: 'string' },
  'no-roll': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: known,
  });
  const stranger = Object.keys(values).find((name) => !(name in known));
  if (stranger !== undefined) throw new UsageError(`不认识选项“${stranger}”。用法：${usage}`);
  if (positionals[0] !== 'explain') throw new UsageError(`deadline 后面应写 explain。用法：${usage}`);
  if (positionals.length > 1) throw new UsageError(`多出了“${positionals[1]}”。用法：${usage}`);
  const given = (name: string, value: unknown): string => {
    if (typeof value !== 'string' || value === '' || value.startsWith('--')) {
      throw new UsageError(`缺少 --${name} 的内容。用法：${usage}`);
    }
    return value;
  };
  const required = (name: 'from' | 'rule' | 'extend' | 'asked-on'): string => given(name, values[name]);
  const extended = values.extend !== undefined || values['asked-on'] !== undefined;
  return {
    from: required('from'),
    rule: required('rule'),
    roll: values['no-roll'] !== true,
    pauses: (values.pause ?? []).map((value) => given('pause', value)),
    extension: extended ? { rule: required('extend'), requestedOn: required('asked-on') } : null,
    json: values.json === true,
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
