import type { FieldError } from '../../shared/api/problem';
import type { Field } from './schema';

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

/** What is still empty and must not be. Everything else is for the server to judge: its rules live there alone. */
export function missing(fields: readonly Field[], values: Values, at = ''): FieldError[] {
  return fields.flatMap((field) => {
    const path = at + field.name;
    const value = values[field.name];
    if (field.required && isEmpty(value))
      return [{ path, message: `${verbs[field.kind] ?? '请填写'}${field.title}` }];
    if (field.kind !== 'list') return [];
    return ((value ?? []) as Values[]).flatMap((item, i) => missing(field.fields, item, `${path}.${i}.`));
  });
}

/** The values as the server wants them: an empty line of a nullable field is null, a number is a number. */
export const bodyOf = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(fields.map((field) => [field.name, sent(field, values[field.name])]));

function sent(field: Field, value: unknown): unknown {
  if (field.kind === 'list') return ((value ?? []) as Values[]).map((item) => bodyOf(field.fields, item));
  if (field.kind === 'texts') return ((value ?? []) as string[]).filter((text) => text.trim() !== '');
  if (isEmpty(value) && !Array.isArray(value))
    return field.nullable ? null : value === null ? undefined : value;
  return value;
}

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
