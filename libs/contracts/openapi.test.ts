import Ajv2020 from 'ajv/dist/2020';
import { commandNames, commandAt, commandPath, commandSpec, type CommandName } from './commands';
import { formSchema, openApiDocument } from './openapi';
import { queries, type QuerySpec } from './queries';
import { goodInputs } from './testing/good-inputs';

type Json = Record<string, unknown>;
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: Json }[];
  readonly requestBody?: { content: Record<string, { schema: Json }> };
  readonly responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
  readonly security?: readonly Json[];
}

const document = openApiDocument() as {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
};
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
);
const idOf = ({ operationId }: Operation): string => operationId;

/** Every `$ref` of the document, wherever it stands. */
function refsIn(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : refsIn(value),
  );
}

const resolve = (ref: string): unknown =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (at, key) => (at as Json | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );

/** Every schema of an operation: parameters, body, answers. */
const schemasOf = (operation: Operation): Json[] => [
  ...operation.parameters.map(({ schema }) => schema),
  ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema),
  ...Object.values(operation.responses).flatMap(({ content }) =>
    Object.values(content ?? {}).map(({ schema }) => schema),
  ),
];

/** `labels`, `widget`, `choices` … are annotations for our page; formats are the zod schemas' own business. */
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: 'document', ...document });
const absolute = (schema: Json): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/')) as Json;

describe('the OpenAPI document', () => {
  it('should be of version 3.1 with a title', () => {
    expect([document.openapi, document.info.title, typeof document.info.version]).toEqual([
      '3.1.0',
      '复函 API',
      'string',
    ]);
  });

  it('should have every command and every query, each once', () => {
    const named = [...commandNames, ...Object.keys(queries)].sort();
    expect(operations.map(idOf).sort()).toEqual(named);
  });

  it('should have each at its own address', () => {
    const addresses = (Object.entries(queries) as [string, QuerySpec][]).map(
      ([name, { method, path }]) => `${name} ${method} ${path}`,
    );
    const commands = commandNames.map(
      (name) => `${name} post ${commandPath(name, commandSpec(name).onTarget ? '{id}' : null)}`,
    );
    expect(
      operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`).sort(),
    ).toEqual([...addresses, ...commands].sort());
  });

  it('should resolve every reference', () => {
    const refs = [...new Set(refsIn(document))];
    expect([refs.length > 0, refs.filter((ref) => resolve(ref) === undefined)]).toEqual([true, []]);
  });

  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    'should have schemas that a validator takes: %s',
    (_name, operation) => {
      const schemas = schemasOf(operation);
      expect(schemas.map((schema) => typeof ajv.compile(absolute(schema)))).toEqual(
        schemas.map(() => 'function'),
      );
    },
  );

  it('should declare every place of a path, and nothing more', () => {
    const wrong = operations.filter(({ path, parameters }) => {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
      return places.join() !== declared.join();
    });
    expect(wrong.map(idOf)).toEqual([]);
  });

  it('should require what stands in a path', () => {
    const optional = operations.filter(({ parameters }) =>
      parameters.some((each) => each.in === 'path' && !each.required),
    );
    expect(optional.map(idOf)).toEqual([]);
  });

  it('should describe one success and a problem for every failure', () => {
    const wrong = operations.filter(({ responses }) => {
      const codes = Object.keys(responses);
      const failures = codes.filter((code) => code >= '400');
      return (
        codes.filter((code) => code < '300').length !== 1 ||
        failures.some((code) => !responses[code]?.content?.['application/problem+json'])
      );
    });
    expect(wrong.map(idOf)).toEqual([]);
  });

  it('should not promise a refusal for want of sign-in where none is needed', () => {
    const open = operations.filter(({ security }) => security?.length === 0);
    expect([open.length > 0, open.filter(({ responses }) => '401' in responses).map(idOf)]).toEqual([
      true,
      [],
    ]);
  });

  it('should need a sign-in for every command', () => {
    const open = operations.filter((each) => each.security?.length === 0).map(idOf);
    expect(commandNames.filter((name) => open.includes(name))).toEqual([]);
  });

  it('should tell every operation in Chinese', () => {
    const han = /\p{Script=Han}/u;
    const wrong = operations.filter(
      ({ summary, tags }) => !han.test(summary) || !tags.every((tag) => han.test(tag)),
    );
    expect(wrong.map(idOf)).toEqual([]);
  });
});

describe('the form of a command', () => {
  it.each(commandNames)('should take what the command takes: %s', (name) => {
    const validate = ajv.compile(formSchema(name));
    validate(goodInputs[name]);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(commandNames)('should refuse an unknown key like the command: %s', (name) => {
    expect(ajv.compile(formSchema(name))({ ...goodInputs[name], surprise: 1 })).toBe(false);
  });
});

describe('the address of a command', () => {
  const ways = (name: CommandName): string[] =>
    commandPath(name, commandSpec(name).onTarget ? 'x' : null)
      .split('/')
      .slice(1);

  it.each(commandNames)('should lead back to it: %s', (name) => {
    const [resource = '', , verb] = ways(name);
    expect(commandAt(resource, verb ?? null)).toBe(name);
  });

  it('should be no other command’s', () => {
    const addresses = commandNames.map((name) => ways(name).join('/'));
    expect(addresses.filter((each, i) => addresses.indexOf(each) !== i)).toEqual([]);
  });

  it('should be spelled in lower case with hyphens', () => {
    expect(commandPath('opinion.sendBack', '7')).toBe('/opinions/7/send-back');
  });

  it.each([
    ['proposals', 'register'],
    ['proposals', 'delete'],
    ['assignments', 'finish'],
    ['drafts', 'sign'],
    ['nothing', 'sign'],
    ['assignments', null],
    ['__proto__', 'constructor'],
  ])('should lead nowhere when there is none: %s, %s', (resource, verb) => {
    expect(commandAt(resource, verb)).toBeUndefined();
  });
});
