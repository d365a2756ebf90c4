import {
  caseCommandNames,
  commandInputs,
  type CommandName,
  commandNames,
  commandPath,
  commandSpec,
} from '@fuhan/contracts';
import { type Client, startTestApp, type TestApp } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, caseOf, handOver, register } from '../e2e/walk';

const plan = shortPlan();

/** Strange words are still words: a section may be named #read("/etc/passwd"), and will be printed so. */
const isAcceptable = (name: CommandName, body: unknown): boolean => {
  try {
    return commandInputs[name].safeParse(typeof body === 'string' ? JSON.parse(body) : body).success;
  } catch {
    return body === '';
  }
};

/** What nobody means to type, and somebody will send. */
const hostile: readonly unknown[] = [
  '\u0000',
  '\ud800',
  '\ufeff\u200b',
  'a'.repeat(300_000),
  "'; DROP TABLE proposal; --",
  '{{#each this}}{{/each}}',
  '#read("/etc/passwd")',
  '<w:p/>',
  '../../etc/passwd',
  Number.MAX_SAFE_INTEGER,
  -1,
  1e308,
  0.5,
  true,
  null,
  [],
  {},
  [[[[]]]],
  { toString: 'x', __proto__: null, constructor: 'x' },
];
/** Bodies that are no object at all. */
const bodies: readonly string[] = [
  '',
  'null',
  '[]',
  '"x"',
  '1',
  '{',
  '{"a":',
  '\u0000',
  `[${'['.repeat(5000)}`,
  '{"__proto__":{"x":1}}',
];

describe('hostile input at every command', () => {
  let app: TestApp;
  let cast: Cast;
  let ids: Record<string, string>;

  beforeAll(async () => {
    app = await startTestApp({ at: plan.handedOverAt });
    cast = await assemble(app, plan);
    const id = await register(cast, plan);
    await handOver(app, cast, id, plan);
    const view = await caseOf(await cast.as('drafter'), id);
    const { body: units } = await (await cast.as('system')).get<{ id: string }[]>('/api/units');
    const [person] = await app.house.dataSource.query(`SELECT id FROM person WHERE account = 'clerk'`);
    ids = {
      proposals: id,
      assignments: view.assignments[0]?.id ?? '',
      opinions: view.opinions[0]?.id ?? '',
      drafts: view.drafts[0]?.id ?? '',
      units: units[0]?.id ?? '',
      people: person.id,
    };
  });
  afterAll(async () => app.close());

  const accountFor = (name: string): string => {
    if (!caseCommandNames.some((each) => each === name))
      return name === 'person.setDuties' ? 'security' : 'system';
    if (name.startsWith('proposal')) return 'coordinator';
    if (name.startsWith('assignment')) return 'office';
    return name === 'opinion.submit' ? (cast.coAccounts.get('市商务局') ?? '') : 'drafter';
  };

  const rows = async (): Promise<unknown> =>
    (
      await app.house.dataSource.query(
        `SELECT (SELECT count(*) FROM proposal) AS proposals, (SELECT count(*) FROM suggestion) AS suggestions,
                (SELECT count(*) FROM opinion_version) AS versions, (SELECT count(*) FROM draft_section) AS sections,
                (SELECT count(*) FROM letter) AS letters, (SELECT count(*) FROM history_entry) AS history,
                (SELECT count(*) FROM audit_log WHERE action NOT LIKE 'session%') AS audit`,
      )
    )[0];

  it.each(commandNames)('%s should refuse it with a coded answer and write nothing', async (name) => {
    const { resource, onTarget } = commandSpec(name);
    const address = `/api${commandPath(name, onTarget ? (ids[resource] ?? '00000000-0000-4000-8000-000000000000') : null)}`;
    const client: Client = await cast.as(accountFor(name));
    const fields = Object.keys((commandInputs[name] as unknown as { shape: Record<string, unknown> }).shape);
    const wholes: unknown[] = [...bodies, ...hostile.filter((value) => typeof value !== 'object')];
    const single = fields.flatMap((field) => hostile.map((value) => ({ [field]: value })));
    const refused = [...wholes, ...single, { unknown: 1 }].filter((body) => !isAcceptable(name, body));
    expect(refused.length).toBeGreaterThan(20);
    const before = await rows();
    for (const body of refused) {
      const { status, body: answer } = await client.post<{ code?: string }>(address, body);
      expect([status, typeof answer.code]).toEqual([expect.any(Number), 'string']);
      expect([400, 403, 404, 409, 413, 422]).toContain(status);
    }
    expect(await rows()).toEqual(before);
  });

  it('should answer an address that is none like a missing page', async () => {
    const client = await cast.as('drafter');
    const addresses = [
      '/api/proposals/1',
      '/api/proposals/%00',
      '/api/drafts/x/submit',
      '/api/nowhere',
      '/api/f/%F0%9F%98%80',
      '/api/letters/x/files/pdf',
    ];
    for (const address of addresses) {
      expect((await client.get(address)).status).toBe(404);
    }
  });
});
