/** What an item of a list can be filled with by one click. */
export interface Quick {
  readonly label: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** JSON Schema as the API sends it with a button, with the words and hints that the contracts put into it. */
export interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly widget?: string;
  readonly choices?: string;
  readonly suggest?: string;
  readonly itemTitle?: string;
  readonly skipBlank?: string;
  readonly quick?: Quick;
  readonly parts?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

interface Base {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  /** Must be filled in before it can be sent. */
  readonly required: boolean;
  readonly nullable: boolean;
  readonly initial: unknown;
}

/** One member of the union for each kind, so that a look at the kind tells the rest. */
type Each<Kind extends string, Rest = unknown> = Kind extends string
  ? Base & { readonly kind: Kind } & Rest
  : never;

interface Written {
  readonly maxLength: number | null;
  readonly maySayNothing: boolean;
  /** The list of texts offered for putting into the field. */
  readonly suggest: string | null;
}
interface Sized {
  readonly minItems: number;
  readonly maxItems: number;
}

export type Field =
  | Each<'hidden' | 'flag' | 'date' | 'file'>
  | Each<'ink', { readonly maxLength: number | null }>
  | Each<'text' | 'prose' | 'template' | 'password', Written>
  | Each<'number', { readonly min: number | null; readonly max: number | null }>
  | Each<'enum' | 'enums', { readonly options: readonly Choice[] }>
  | Each<'choice' | 'choices', { readonly list: string }>
  | Each<'texts', Sized>
  | Each<
      'list',
      Sized & {
        readonly fields: readonly Field[];
        readonly titleField: Field | null;
        /** An item in which this one says nothing is left out. */
        readonly skipBlank: string | null;
        readonly quick: Quick | null;
        /** Items are cut in two in this one's words, and joined. */
        readonly parts: string | null;
      }
    >;

export type FieldOf<Kind extends Field['kind']> = Extract<Field, { readonly kind: Kind }>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

const isNull = (schema: JsonSchema): boolean => schema.type === 'null';

/** A nullable value arrives as `anyOf [it, null]`; the words may stand outside or inside. */
function unwrap(schema: JsonSchema): { readonly schema: JsonSchema; readonly nullable: boolean } {
  if (!schema.anyOf) return { schema, nullable: false };
  const inner = schema.anyOf.find((each) => !isNull(each)) ?? {};
  const { anyOf: _, ...outer } = schema;
  return { schema: { ...inner, ...outer }, nullable: schema.anyOf.some(isNull) };
}

const optionsOf = (schema: JsonSchema): Choice[] =>
  (schema.enum ?? []).map((value) => ({ value, label: schema.labels?.[value] ?? value }));

const widgets: Record<string, Field['kind']> = {
  hidden: 'hidden',
  file: 'file',
  ink: 'ink',
  prose: 'prose',
  template: 'template',
  password: 'password',
};

function listShape(schema: JsonSchema): object {
  const item = unwrap(schema.items ?? {}).schema;
  const size = { minItems: schema.minItems ?? 0, maxItems: schema.maxItems ?? 1000 };
  if (schema.items?.choices) return { kind: 'choices', list: schema.items.choices };
  if (item.enum) return { kind: 'enums', options: optionsOf(item) };
  if (item.type !== 'object') return { kind: 'texts', ...size };
  const skipBlank = schema.skipBlank ?? null;
  const fields = fieldsOf(item).map((field) =>
    field.name === skipBlank ? { ...field, required: false } : field,
  );
  const titleField = fields.find((field) => field.name === schema.itemTitle) ?? null;
  return {
    kind: 'list',
    fields,
    titleField,
    skipBlank,
    quick: schema.quick ?? null,
    parts: schema.parts ?? null,
    ...size,
  };
}

function shapeOf(schema: JsonSchema): object {
  const kind = schema.widget && widgets[schema.widget];
  if (kind === 'hidden' || kind === 'file') return { kind };
  if (kind === 'ink') return { kind, maxLength: schema.maxLength ?? null };
  if (schema.choices && schema.type !== 'array') return { kind: 'choice', list: schema.choices };
  if (schema.type === 'array') return listShape(schema);
  if (schema.enum) return { kind: 'enum', options: optionsOf(schema) };
  if (schema.type === 'boolean') return { kind: 'flag' };
  if (schema.type === 'integer' || schema.type === 'number')
    return { kind: 'number', min: schema.minimum ?? null, max: schema.maximum ?? null };
  if (schema.format === 'date') return { kind: 'date' };
  const written = { maxLength: schema.maxLength ?? null, maySayNothing: !schema.minLength };
  return { kind: kind ?? 'text', ...written, suggest: schema.suggest ?? null };
}

function emptyOf(kind: Field['kind'], nullable: boolean): unknown {
  if (nullable) return null;
  if (kind === 'flag') return false;
  if (kind === 'list' || kind === 'choices' || kind === 'enums' || kind === 'texts') return [];
  if (kind === 'text' || kind === 'prose' || kind === 'template' || kind === 'password') return '';
  return undefined;
}

function fieldOf(name: string, given: JsonSchema, inRequired: boolean): Field {
  const { schema, nullable } = unwrap(given);
  const shape = shapeOf(schema) as { kind: Field['kind']; maySayNothing?: boolean; minItems?: number };
  const list = ['list', 'choices', 'enums', 'texts'].includes(shape.kind);
  const needed = list ? (schema.minItems ?? 0) > 0 : inRequired && !shape.maySayNothing;
  return {
    name,
    title: schema.title ?? name,
    description: schema.description ?? null,
    required: needed && !nullable && shape.kind !== 'flag' && shape.kind !== 'hidden',
    nullable,
    initial: schema.default ?? emptyOf(shape.kind, nullable),
    ...shape,
  } as Field;
}

/** The fields of a form, in the order the contracts name them. */
export const fieldsOf = (schema: JsonSchema): Field[] =>
  Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(name, property, schema.required?.includes(name) ?? false),
  );
