import fc from 'fast-check';

/** As much of a JSON schema as the OpenAPI file uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Ids of what there is, by the first part of the path under which it is asked for. */
export type Ids = Readonly<Record<string, readonly string[]>>;

/** One request as it goes out. */
export interface FuzzRequest {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const hostile: readonly unknown[] = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e反转',
    '\ufeff',
    '𠮷祥里',
    "'; DROP TABLE proposal; --",
  ],
  ...[
    '{{constructor.constructor}}',
    '#read("/etc/passwd")',
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '%00',
  ],
  ...['9'.repeat(400), '2026-02-30', '0000-00-00', '9999-12-31', 'NaN', '0x10', 'x'.repeat(70_000)],
  ...[-1, 0, 0.5, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, 2147483648, true, false, null],
  ...[[], {}, [[[[]]]], [null], { $ne: null }, { __proto__: 1, constructor: { prototype: 1 } }],
];

const texts = ['测试', '请核对。', '王五', '0760-88880000', 'drafter', '1', 'A', '3个月', '5工作日'] as const;

/** A value that may well be right, of ids that are somebody's. */
function likely(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => value(each, ids)));
  if (schema.allOf?.[0]) return value(schema.allOf[0], ids);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, each]) => [name, value(each, ids)]),
        ),
      );
    case 'array':
      return fc.array(value(schema.items ?? {}, ids), { minLength: schema.minItems ?? 0, maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? 0, -5),
        max: Math.min(schema.maximum ?? 50, (schema.minimum ?? 0) + 50),
      });
    case 'boolean':
      return fc.boolean();
    default:
      if (schema.format === 'uuid') return fc.constantFrom(...ids);
      if (schema.format === 'date') return fc.constantFrom('2026-03-09', '2026-06-01', '2027-12-31');
      return fc.constantFrom(...texts);
  }
}

/** One value in eight is what nobody means to send. */
const value = (schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 7, arbitrary: likely(schema, ids) },
    { weight: 1, arbitrary: fc.constantFrom(...hostile) },
  );

const plain = (given: unknown): string => (typeof given === 'string' ? given : JSON.stringify(given));

/** An address is written by URL rules, a header in Latin-1 without line ends: what else there is no client can send. */
const inAddress = (given: unknown): string => encodeURIComponent(plain(given).toWellFormed().slice(0, 500));
const inHeader = (given: unknown): string =>
  plain(given)
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 500);

const broken = ['', '{', '[]', 'null', '"x"', '\u0000', `${'['.repeat(3000)}`, '{"a":1e999}'] as const;

function requestOf(
  [path, method, operation]: readonly [string, string, Operation],
  ids: Ids,
): fc.Arbitrary<FuzzRequest> {
  const all = Object.values(ids).flat();
  const { operationId, parameters = [], requestBody } = operation;
  const schema = requestBody?.content['application/json']?.schema;
  // What a path begins with says whose id belongs there; now and then it is another's.
  const fitting = ids[path.split('/')[1] ?? ''] ?? all;
  const inPath = (schema: Schema) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...fitting) },
      { weight: 2, arbitrary: value(schema, all) },
    );
  const given = fc.record(
    Object.fromEntries(
      parameters.map((each) => [
        each.name,
        each.in === 'path' ? inPath(each.schema) : value(each.schema, all),
      ]),
    ),
  );
  const body = schema
    ? fc.oneof(
        { weight: 12, arbitrary: value(schema, all).map((each) => JSON.stringify(each)) },
        { weight: 1, arbitrary: fc.constantFrom(...broken) },
      )
    : fc.constant(undefined);
  // Preconditions are seldom sent: with a wrong one every command would end there.
  const seldom = fc.integer({ min: 0, max: 7 }).map((n) => n === 0);
  return fc.tuple(given, body, seldom).map(([params, sent, withHeaders]) => {
    const of = (where: Parameter['in']) => parameters.filter((each) => each.in === where);
    const query = of('query').map(({ name }) => `${name}=${inAddress(params[name])}`);
    const headers = withHeaders ? of('header') : [];
    const address = of('path').reduce(
      (text, { name }) => text.replace(`{${name}}`, inAddress(params[name])),
      path,
    );
    return {
      ...{ operation: operationId, method: method.toUpperCase(), body: sent },
      path: `/api${address}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      headers: Object.fromEntries(headers.map(({ name }) => [name, inHeader(params[name])])),
    };
  });
}

const endless = ({ responses }: Operation): boolean =>
  Object.values(responses).some(({ content = {} }) => 'text/event-stream' in content);

/**
 * Requests to every operation of an OpenAPI file, so many of each; the same for the same seed.
 * @param ids what is sent where an id is asked for
 */
export function fuzzRequests(
  { paths }: OpenApi,
  { ids, each, seed, leaveOut }: { ids: Ids; each: number; seed: number; leaveOut: RegExp },
): FuzzRequest[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => !endless(operation) && !leaveOut.test(path))
      .flatMap(([method, operation], i) =>
        fc.sample(requestOf([path, method, operation], ids), { numRuns: each, seed: seed + i }),
      ),
  );
}
