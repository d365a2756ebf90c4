import { z } from 'zod';
import { commandResult, problem } from './answers';
import { commandInputs, type CommandName, commandNames, commandPath, commandSpec } from './commands';
import { queries, type QuerySpec } from './queries';

type Json = Record<string, unknown>;

/** JSON Schema (2020-12) of a zod schema, as a client sends it (`input`) or receives it (`output`). */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}

const formSchemas = new Map<CommandName, Json>();

/** The form of a command: what `nextActions` sends to the page. Made once; nobody changes it. */
export function formSchema(name: CommandName): Json {
  const known = formSchemas.get(name);
  if (known) return known;
  const made = jsonSchema(commandInputs[name], 'input');
  formSchemas.set(name, made);
  return made;
}

const problemResponse = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const failures = (open: boolean): Json => ({
  '400': problemResponse('请求无法识别'),
  ...(open ? {} : { '401': problemResponse('没有登录'), '403': problemResponse('职责不符') }),
  '404': problemResponse('没有，或无权知道'),
  '409': problemResponse('状态已变'),
  '413': problemResponse('内容过大'),
  '422': problemResponse('填写有误'),
  '429': problemResponse('次数过多'),
  '503': problemResponse('暂时不可用'),
});

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(name === 'id' ? { format: 'uuid' } : {}) },
  }));

function queryParameters(query: z.ZodObject | undefined): Json[] {
  if (!query) return [];
  const schema = jsonSchema(query, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

const tagOf: Record<string, string> = {
  proposals: '提案',
  assignments: '承办',
  opinions: '会办意见',
  drafts: '答复稿',
  'review-steps': '审核',
  letters: '答复函',
  deliveries: '答复函',
  'outside-links': '会办意见',
  'contact-records': '沟通',
  commitments: '承诺',
  clocks: '时限',
  extensions: '时限',
  units: '单位与人员',
  people: '单位与人员',
  imports: '导入',
  webhooks: '外发通道',
  dispatches: '外发通道',
};

/** What a client may add to any command. */
const commandHeaders: Json[] = [
  {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: '看到的版本号，加引号；案卷（单位、人员）已被别人办过时回 409 和当前版本。',
    schema: { type: 'string', pattern: '^("\\d{1,9}"|\\*)$' },
  },
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: '同一人用同一编号重复提交只办一次，回第一次的结果；保留 7 天。',
    schema: { type: 'string', pattern: '^[\\w.-]{8,100}$' },
  },
];

function commandOperation(name: CommandName): [string, Json] {
  const spec = commandSpec(name);
  const path = commandPath(name, spec.onTarget ? '{id}' : null);
  return [
    path,
    {
      post: {
        operationId: name,
        summary: spec.label,
        tags: [tagOf[spec.resource] ?? '系统'],
        parameters: [...pathParameters(path), ...commandHeaders],
        requestBody: { required: true, content: { 'application/json': { schema: formSchema(name) } } },
        responses: {
          [spec.onTarget ? '200' : '201']: {
            description: '已办理',
            content: { 'application/json': { schema: jsonSchema(commandResult) } },
          },
          ...failures(false),
        },
      },
    },
  ];
}

function queryOperation(name: string, spec: QuerySpec): [string, Json] {
  const status = String(spec.status ?? 200);
  const content =
    'media' in spec.answer
      ? { [spec.answer.media]: { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: jsonSchema(spec.answer) } };
  const upload = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  const body =
    name === 'upload'
      ? upload
      : spec.body && { 'application/json': { schema: jsonSchema(spec.body, 'input') } };
  const uploadName = {
    name: 'name',
    in: 'query',
    required: true,
    schema: { type: 'string', maxLength: 200 },
  };
  return [
    spec.path,
    {
      [spec.method]: {
        operationId: name,
        summary: spec.summary,
        tags: [spec.tag],
        ...(spec.open ? { security: [] } : {}),
        parameters: [
          ...pathParameters(spec.path),
          ...queryParameters(spec.query),
          ...(name === 'upload' ? [uploadName] : []),
        ],
        ...(body ? { requestBody: { required: true, content: body } } : {}),
        responses: {
          [status]: status === '204' ? { description: '完成' } : { description: '结果', content },
          ...failures(spec.open ?? false),
        },
      },
    },
  ];
}

/** The OpenAPI 3.1 description of the whole API, made from the contracts alone. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  const operations = [
    ...Object.entries(queries).map(([name, spec]) => queryOperation(name, spec)),
    ...commandNames.map(commandOperation),
  ];
  for (const [path, item] of operations) paths[path] = { ...paths[path], ...item };
  return {
    openapi: '3.1.0',
    info: {
      title: '复函 API',
      version: '1',
      description: '政协提案办理与答复。错误一律为 application/problem+json：code 与中文说明。',
    },
    servers: [{ url: '/api' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'fuhan_session' } },
      schemas: { Problem: jsonSchema(problem) },
    },
  };
}
