import { FuhanError } from '@fuhan/kernel';
import { z } from 'zod';
import { readYaml } from './yaml-file';

const schema = z.strictObject({
  name: z.string().min(1),
  amount: z.int().min(1).max(9),
  roll: z.boolean(),
  light: z.enum(['red', 'yellow']),
  steps: z.array(z.strictObject({ duty: z.string() })).min(1),
});
const good = [
  'name: 答复',
  'amount: 3',
  'roll: true',
  'light: red',
  'steps:',
  '  - duty: head',
  '  - duty: clerk',
];

/** The good file with one line changed. */
const withLine = (line: number, text: string): string =>
  good.map((was, n) => (n + 1 === line ? text : was)).join('\n');
const messageOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof FuhanError && error.code === 'profile.invalid') return error.message;
    throw error;
  }
  return 'accepted';
};
const refusal = (text: string): string => messageOf(() => readYaml('x.yaml', text, schema));

describe('readYaml', () => {
  it('should give the value when the file fits its schema', () => {
    expect(readYaml('x.yaml', good.join('\n'), schema).value.steps).toEqual([
      { duty: 'head' },
      { duty: 'clerk' },
    ]);
  });

  it('should keep a date as the words it was written in', () => {
    expect(readYaml('x.yaml', withLine(1, 'name: 2026-10-31'), schema).value.name).toBe('2026-10-31');
  });

  it.each([
    [1, 'name: 7', '“name”应是文字'],
    [1, "name: ''", '“name”不能为空'],
    [2, 'amount: 三', '“amount”应是数字'],
    [2, 'amount: 1.5', '“amount”应是整数'],
    [2, 'amount: 0', '“amount”不能小于 1'],
    [2, 'amount: 10', '“amount”的写法不对'],
    [3, 'roll: 是', '“roll”应是 true 或 false'],
    [4, 'light: green', '“light”只能是 red、yellow 之一'],
    [6, '  - 7', '“steps.0”应是一组键值'],
    [7, '  - duties: clerk', '不认识“duties”，请核对拼写或删去'],
  ])('should point to line %i when it reads “%s”', (line, text, detail) => {
    expect(refusal(withLine(line, text))).toBe(`x.yaml 第 ${line} 行：${detail}`);
  });

  it('should point to the first line when a key of the file is missing', () => {
    expect(refusal(withLine(3, ''))).toBe('x.yaml 第 1 行：缺少“roll”');
  });

  it('should point to the thing that lacks the key when it lies deeper', () => {
    expect(refusal(withLine(7, '  - {}'))).toBe('x.yaml 第 7 行：缺少“steps.1.duty”');
  });

  it('should take a value that is not set for a wrong one, not for a missing key', () => {
    expect(refusal(withLine(1, 'name:'))).toBe('x.yaml 第 1 行：“name”应是文字');
  });

  it('should say that a list is empty', () => {
    expect(refusal([...good.slice(0, 4), 'steps: []'].join('\n'))).toBe('x.yaml 第 5 行：“steps”不能为空');
  });
});

describe('refuse', () => {
  const file = readYaml('x.yaml', good.join('\n'), schema);

  it.each<[PropertyKey[], number]>([
    [['light'], 4],
    [['steps', 1], 7],
    [['steps', 1, 'duty'], 7],
    [['steps', 9, 'duty'], 5],
    [['nothing'], 1],
  ])('should name the line of %j', (path, line) => {
    expect(messageOf(() => file.refuse(path, '不行'))).toBe(`x.yaml 第 ${line} 行：不行`);
  });
});
