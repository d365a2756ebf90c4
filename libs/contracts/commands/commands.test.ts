import { z } from 'zod';
import { caseCommandNames, commandInputs, type CommandName, commandNames, isHouseCommand } from './index';
import { inChinese } from '../messages';
import { formSchema } from '../openapi';
import { goodInputs } from '../testing/good-inputs';

interface Property {
  readonly type?: string;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly widget?: string;
  readonly anyOf?: readonly Property[];
  readonly items?: Property;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly properties?: Record<string, Property>;
}
type Path = readonly (string | number)[];

/** Every leaf of a command's form, with the place of the leaf inside the good input. */
function leavesOf(schema: Property, path: Path = []): [Path, Property][] {
  const plain = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
  if (plain.properties)
    return Object.entries(plain.properties).flatMap(([name, each]) => leavesOf(each, [...path, name]));
  if (plain.type === 'array' && plain.items) {
    return [[path, { ...schema, ...plain }] as [Path, Property], ...leavesOf(plain.items, [...path, 0])];
  }
  return [[path, { ...schema, ...plain }]];
}

const set = (target: unknown, [head, ...rest]: Path, value: unknown): unknown => {
  if (head === undefined) return value;
  if (Array.isArray(target)) return target.map((each, i) => (i === head ? set(each, rest, value) : each));
  return { ...(target as object), [head]: set((target as Record<string, unknown>)[head], rest, value) };
};
const without = (target: Record<string, unknown>, name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(target).filter(([key]) => key !== name));

/** The messages with which a command refuses an input; null when it takes it. */
function refusal(name: CommandName, input: unknown): string[] | null {
  const parsed = commandInputs[name].safeParse(input, { error: inChinese });
  return parsed.success ? null : parsed.error.issues.map(({ message }) => message);
}

const all = commandNames.flatMap((name) =>
  leavesOf(formSchema(name) as Property).map(([path, leaf]) => ({ name, path, leaf })),
);
type Leaf = (typeof all)[number];
const isText = ({ leaf }: Leaf): boolean => leaf.type === 'string' && !leaf.enum && leaf.format === undefined;
const texts = all.filter(isText);
const label = ({ name, path }: Leaf): string => `${name} ${path.join('.')}`;
/** The leaves that take a value they should not. */
const taking = (leaves: readonly Leaf[], value: (leaf: Property) => unknown): string[] =>
  leaves
    .filter(({ name, path, leaf }) => refusal(name, set(goodInputs[name], path, value(leaf))) === null)
    .map(label);

const han = /\p{Script=Han}/u;

describe('the input of every command', () => {
  it.each(commandNames)('should be accepted when it is good: %s', (name) => {
    expect(refusal(name, goodInputs[name])).toBeNull();
  });

  it('should be filled in here to the last field', () => {
    const missing = all.filter(
      ({ name, path }) =>
        path.reduce<unknown>(
          (at, key) => (at as Record<string | number, unknown>)?.[key],
          goodInputs[name],
        ) === undefined,
    );
    expect(missing.map(label)).toEqual([]);
  });

  it('should have many leaves to try', () => {
    expect([all.length > 50, texts.length > 20]).toEqual([true, true]);
  });

  it.each(commandNames)('should be refused with an unknown key: %s', (name) => {
    expect(refusal(name, { ...goodInputs[name], surprise: 1 })).not.toBeNull();
  });

  it.each(commandNames)('should be refused when it is no object: %s', (name) => {
    expect([null, 'text', 7, []].filter((input) => refusal(name, input) === null)).toEqual([]);
  });

  it('should be refused when a field is left out that has no default', () => {
    const accepted = all
      .filter(({ path }) => path.length === 1)
      .filter(({ name, path }) => refusal(name, without(goodInputs[name], String(path[0]))) === null);
    const defaulted = all.filter(({ leaf, path }) => path.length === 1 && 'default' in leaf).map(label);
    expect(accepted.map(label).filter((each) => !defaulted.includes(each))).toEqual([]);
  });

  it('should be refused when a leaf has the wrong type', () => {
    expect(taking(all, ({ type }) => (type === 'string' ? 7 : 'wrong'))).toEqual([]);
    expect(taking(all, () => ({ nested: true }))).toEqual([]);
  });

  it('should be refused when text is empty or blank, where it may not stay empty', () => {
    const needed = texts.filter(({ leaf }) => leaf.default !== '');
    expect(taking(needed, () => '')).toEqual([]);
    expect(taking(needed, () => ' \t ')).toEqual([]);
  });

  it('should be refused when text is one character too long', () => {
    expect(taking(texts, ({ maxLength }) => '字'.repeat((maxLength ?? 0) + 1))).toEqual([]);
  });

  it('should have a bound on every text and list', () => {
    const unbounded = all.filter((each) => isText(each) && each.leaf.maxLength === undefined);
    const endless = all.filter(({ leaf }) => leaf.type === 'array' && leaf.maxItems === undefined);
    expect([...unbounded, ...endless].map(label)).toEqual([]);
  });

  it('should be refused when a list is too long', () => {
    const lists = all.filter(({ leaf }) => leaf.type === 'array');
    const longer = lists.filter(({ name, path, leaf }) => {
      const one = path.reduce<unknown>(
        (at, key) => (at as Record<string, unknown>)[key],
        goodInputs[name],
      ) as unknown[];
      const many = Array.from({ length: (leaf.maxItems ?? 0) + 1 }, () => one[0]);
      return refusal(name, set(goodInputs[name], path, many)) === null;
    });
    expect([lists.length > 5, longer.map(label)]).toEqual([true, []]);
  });

  it.each([
    ['NUL', '\u0000'],
    ['a control character', '\u0007'],
    ['a C1 control', '\u0085'],
    ['DEL', '\u007f'],
    ['a lone high surrogate', '\ud800'],
    ['a lone low surrogate', '\udc00'],
    ['a noncharacter XML forbids', '\uffff'],
  ])('should be refused with %s in any text', (_what, bad) => {
    expect(taking(texts, () => `甲${bad}乙`)).toEqual([]);
  });

  it('should be refused with a line break in a text of one line', () => {
    const lines = texts.filter(({ leaf }) => leaf.widget !== 'prose');
    expect([lines.length > 10, taking(lines, () => '第一行\n第二行')]).toEqual([true, []]);
  });

  it('should keep the lines of prose', () => {
    const prose = texts.filter(({ leaf }) => leaf.widget === 'prose');
    expect(taking(prose, () => '第一段\n第二段')).toEqual(prose.map(label));
  });

  it('should be refused with a number out of its range or not whole', () => {
    const numbers = all.filter(({ leaf }) => leaf.type === 'integer');
    expect(taking(numbers, ({ maximum }) => (maximum ?? 0) + 1)).toEqual([]);
    expect(taking(numbers, ({ minimum }) => (minimum ?? 0) - 1)).toEqual([]);
    expect(taking(numbers, () => 1.5)).toEqual([]);
  });

  it('should be refused with a choice that is none', () => {
    const choices = all.filter(({ leaf }) => leaf.enum !== undefined);
    expect([choices.length > 5, taking(choices, () => 'none of these')]).toEqual([true, []]);
  });

  it('should be refused with an id that is none', () => {
    const ids = all.filter(({ leaf }) => leaf.format === 'uuid');
    expect([ids.length > 10, taking(ids, () => "1' OR '1'='1")]).toEqual([true, []]);
  });

  it.each(['2026-02-30', '2026-13-01', '26-1-1', '20260605', 'tomorrow'])(
    'should be refused with a day that does not exist: %s',
    (day) => {
      const dates = all.filter(({ leaf }) => leaf.format === 'date');
      expect([dates.length > 1, taking(dates, () => day)]).toEqual([true, []]);
    },
  );

  it('should trim what was typed around a text', () => {
    expect(commandInputs['unit.addOffice'].parse({ name: '  综合科 ' })).toEqual({ name: '综合科' });
  });

  it('should take a character outside the basic plane, which a name may have', () => {
    expect(refusal('unit.addOffice', { name: '𬭎科' })).toBeNull();
  });
});

describe('what the page says about a bad input', () => {
  const wrongs: ((leaf: Property) => unknown)[] = [
    () => undefined,
    ({ type }) => (type === 'string' ? 7 : 'wrong'),
    ({ maxLength }) => '字'.repeat((maxLength ?? 40) + 1),
    () => '\u0000',
    () => '',
  ];

  it('should be Chinese whatever is wrong with whichever field', () => {
    const said = all.flatMap(({ name, path, leaf }) =>
      wrongs.flatMap((wrong) =>
        (refusal(name, set(goodInputs[name], path, wrong(leaf))) ?? []).map(
          (message) => `${name} ${path.join('.')}: ${message}`,
        ),
      ),
    );
    expect(said.filter((message) => !han.test(message.split(': ').slice(1).join(': ')))).toEqual([]);
  });

  it('should be Chinese for an unknown key', () => {
    expect(refusal('assignment.sign', { surprise: 1 })?.filter((message) => !han.test(message))).toEqual([]);
  });
});

describe('the two kinds of commands', () => {
  it('should be told apart', () => {
    expect(
      commandNames.filter((name) => isHouseCommand(name) === caseCommandNames.some((each) => each === name)),
    ).toEqual([]);
  });

  it('should each be a strict object', () => {
    expect(commandNames.filter((name) => !(commandInputs[name] instanceof z.ZodObject))).toEqual([]);
  });
});
