import type { FieldError } from '../../shared/api/problem';
import type { Field, FieldOf } from './schema';

export type Values = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

/** A new item of a list, or a whole new form. */
export const initialValues = (fields: readonly Field[], given: Values = {}): Values =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      filledIn(field, field.name in given ? given[field.name] : field.initial),
    ]),
  );

/** A list that needs an item starts with one: a page that asks for a proposer shows the line to write it on. */
function filledIn(field: Field, value: unknown): unknown {
  if (field.kind !== 'list') return value ?? (field.nullable ? null : field.initial);
  const items = (Array.isArray(value) ? value : []) as Values[];
  if (items.length > 0) return items.map((item) => initialValues(field.fields, item));
  return field.titleField ? [] : Array.from({ length: field.minItems }, () => initialValues(field.fields));
}

/** The values with one place changed; nothing else is copied. */
export function withValue(values: unknown, path: Path, value: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(values))
    return values.map((each, i) => (i === head ? withValue(each, rest, value) : each));
  const record = (values ?? {}) as Values;
  return { ...record, [head]: withValue(record[head], rest, value) };
}

/** `items` with the one at `from` moved to `to`; out of range: as they were. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const result = [...items];
  if (to < 0 || to >= result.length || from < 0 || from >= result.length) return result;
  result.splice(to, 0, ...result.splice(from, 1));
  return result;
}

const textOf = (item: Values | undefined, name: string): string => {
  const value = item?.[name];
  return typeof value === 'string' ? value : '';
};

/** `items` with the one at `i` cut in two in the words of `name`; what comes behind the cut is a new item. */
export function cutItem(
  { fields }: FieldOf<'list'>,
  items: readonly Values[],
  i: number,
  name: string,
  at: number,
): Values[] {
  const words = textOf(items[i], name);
  const first = { ...items[i], [name]: words.slice(0, at).trimEnd() };
  const second = initialValues(fields, { [name]: words.slice(at).trimStart() });
  return [...items.slice(0, i), first, second, ...items.slice(i + 1)];
}

/** `items` with the one at `i` and the next one joined: the first keeps its name. */
export function joinItems(items: readonly Values[], i: number, name: string): Values[] {
  const words = [items[i], items[i + 1]].map((item) => textOf(item, name)).filter((each) => each !== '');
  return [...items.slice(0, i), { ...items[i], [name]: words.join('\n') }, ...items.slice(i + 2)];
}

const verbs: Partial<Record<Field['kind'], string>> = {
  choice: '请选择',
  choices: '请选择',
  enum: '请选择',
  enums: '请选择',
  date: '请选择',
  file: '请上传',
  list: '请添加',
  texts: '请添加',
};

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Whether an item of a list that lets such items be left out is still blank. */
export const saysNothing = ({ skipBlank, fields }: FieldOf<'list'>, item: Values): boolean =>
  skipBlank !== null &&
  isEmpty(item[skipBlank]) &&
  fields.every(({ kind, name }) => kind !== 'list' || isEmpty(item[name]));

/** Where the items stand that are sent: all, without those that say nothing. */
const sentItems = (field: FieldOf<'list'>, items: readonly Values[]): number[] =>
  items.flatMap((item, i) => (saysNothing(field, item) ? [] : [i]));

/** The gaps of a list whose blank items are left out: one of them has to say something. */
function gapsAmongBlank(field: FieldOf<'list'>, items: readonly Values[], path: string): FieldError[] {
  const sent = sentItems(field, items);
  const title = field.fields.find(({ name }) => name === field.skipBlank)?.title ?? '';
  const [first] = items;
  if (sent.length < field.minItems && first)
    return [{ path: `${path}.0.${field.skipBlank}`, message: `请至少填写一条${title}` }];
  return sent.flatMap((i) => {
    const own = isEmpty(items[i]?.[field.skipBlank ?? ''])
      ? [{ path: `${path}.${i}.${field.skipBlank}`, message: `请填写${title}` }]
      : [];
    return [...own, ...missing(field.fields, items[i] ?? {}, `${path}.${i}.`)];
  });
}

/** What is still empty and must not be. Everything else is for the server to judge: its rules live there alone. */
export function missing(fields: readonly Field[], values: Values, at = ''): FieldError[] {
  return fields.flatMap((field) => {
    const path = at + field.name;
    const value = values[field.name];
    if (field.required && isEmpty(value))
      return [{ path, message: `${verbs[field.kind] ?? '请填写'}${field.title}` }];
    if (field.kind !== 'list') return [];
    if (field.skipBlank !== null) return gapsAmongBlank(field, (value ?? []) as Values[], path);
    return ((value ?? []) as Values[]).flatMap((item, i) => missing(field.fields, item, `${path}.${i}.`));
  });
}

/** The values as the server wants them: an empty line of a nullable field is null, a number is a number. */
export const bodyOf = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(fields.map((field) => [field.name, sent(field, values[field.name])]));

function sent(field: Field, value: unknown): unknown {
  if (field.kind === 'list') {
    const items = (value ?? []) as Values[];
    return sentItems(field, items).map((i) => bodyOf(field.fields, items[i] ?? {}));
  }
  if (field.kind === 'texts') return ((value ?? []) as string[]).filter((text) => text.trim() !== '');
  if (isEmpty(value) && !Array.isArray(value))
    return field.nullable ? null : value === null ? undefined : value;
  return value;
}

/** Messages about what was sent, at their places in the form: items that were left out count there. */
export const placedIn = (
  fields: readonly Field[],
  values: Values,
  errors: readonly FieldError[],
): FieldError[] =>
  errors.map((error) => {
    const [name, i, ...rest] = error.path.split('.');
    const field = fields.find((each) => each.name === name);
    if (field?.kind !== 'list' || i === undefined) return error;
    const place = sentItems(field, (values[field.name] ?? []) as Values[])[Number(i)] ?? i;
    return { ...error, path: [name, place, ...rest].join('.') };
  });

/** The message for one place of the form. */
export const errorAt = (errors: readonly FieldError[], path: string): string | undefined =>
  errors.find((error) => error.path === path)?.message;

/** Messages that belong to no place a person can see: they are shown above the form. */
export function errorsElsewhere(fields: readonly Field[], errors: readonly FieldError[]): FieldError[] {
  const shown = (path: string, among: readonly Field[]): boolean => {
    const [name, , ...rest] = path.split('.');
    const field = among.find((each) => each.name === name);
    if (!field || field.kind === 'hidden') return false;
    return field.kind !== 'list' || rest.length === 0 || shown(rest.join('.'), field.fields);
  };
  return errors.filter((error) => !shown(error.path, fields));
}
