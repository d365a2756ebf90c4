import { verifyAudit } from '@fuhan/platform';
import { openApiDocument } from '@fuhan/contracts';
import { Client, savePerson } from '@fuhan/testing';
import { CO, startWorld, type World } from './casework-world';
import { type FuzzRequest, fuzzRequests, type Ids, type OpenApi } from './fuzz/requests';

/** Words that stand in the case alone: whoever may not know of it is never told them. */
const SECRET = '只有办案的人知道的话';
/** What the inside of the program looks like. */
const INSIDE =
  /node_modules|\.ts:\d+|QueryFailedError|\bat [\w.<>]+ \(|argon2|\bSELECT\b.*\bFROM\b|password_hash|token_hash/;
const PER_OPERATION = 6;

interface Told {
  readonly account: string;
  readonly request: FuzzRequest;
  readonly status: number;
  readonly text: string;
}

/** The API as its OpenAPI file has it, asked for what nobody means to ask: it refuses in its own words, tells nothing, and stays whole. */
describe('the API under fuzz', () => {
  let world: World;
  const told: Told[] = [];

  /** Ids of the case and of its house, and ids of nothing. */
  async function idsOf(id: string): Promise<Ids> {
    const of = async (sql: string): Promise<string[]> =>
      ((await world.app.house.dataSource.query(sql, [id])) as { id: string }[]).map((row) => row.id);
    return {
      proposals: [id],
      assignments: await of('SELECT id FROM assignment WHERE proposal_id = $1'),
      opinions: await of('SELECT id FROM opinion WHERE proposal_id = $1'),
      drafts: await of('SELECT id FROM draft WHERE proposal_id = $1'),
      clocks: await of('SELECT id FROM deadline WHERE proposal_id = $1'),
      units: await of('SELECT unit_id AS id FROM assignment WHERE proposal_id = $1'),
      parts: await of(
        `SELECT id FROM suggestion WHERE proposal_id = $1
         UNION SELECT s.id FROM draft_section s JOIN draft d ON d.id = s.draft_id WHERE d.proposal_id = $1`,
      ),
      nothing: ['00000000-0000-4000-8000-000000000000'],
    };
  }

  async function ask(account: string, client: Client, requests: readonly FuzzRequest[]): Promise<void> {
    for (let at = 0; at < requests.length; at += 16)
      await Promise.all(
        requests.slice(at, at + 16).map(async (request) => {
          const { method, path, headers, body } = request;
          const answer = await client.send<unknown>(method, path, body, { ...headers });
          const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
          told.push({ account, request, status: answer.status, text });
        }),
      );
  }

  beforeAll(async () => {
    world = await startWorld();
    const { id, view } = await world.opened('136601');
    const opinion = view.opinions.find(({ unit }) => unit === CO[0])?.id;
    await (
      await world.co(CO[0])
    ).done(`/api/opinions/${opinion}/submit`, {
      ...{ contactName: '联络员', contactPhone: '0760-12345678' },
      items: [{ suggestionId: view.suggestions[0]?.id, position: 'adopted', body: SECRET }],
    });
    const ids = await idsOf(id);
    const em = world.app.house.dataSource.manager;
    await savePerson(em, 'stranger', 'gongan', ['proposal_office', 'drafter', 'clerk', 'head']);
    const spec = openApiDocument() as unknown as OpenApi;
    // Signing out ends the test, not the case.
    const leaveOut = /^\/session/;
    const accounts = ['nobody', 'stranger', 'drafter', 'office', 'co', 'system', 'security', 'coordinator'];
    for (const [i, account] of accounts.entries()) {
      const client =
        account === 'nobody'
          ? new Client(world.app.url)
          : account === 'co'
            ? await world.co(CO[1])
            : await world.cast.as(account);
      await ask(
        account,
        client,
        fuzzRequests(spec, { ids, each: PER_OPERATION, seed: 7000 + i * 100, leaveOut }),
      );
    }
  }, 240_000);
  afterAll(() => world.app.close());

  const shown = ({ account, request, status }: Told): string =>
    `${account} ${request.method} ${request.path.slice(0, 120)} ${request.body?.slice(0, 200)} → ${status}`;

  it('should have been asked at least five thousand times, at every operation', () => {
    expect(told.length).toBeGreaterThanOrEqual(5000);
  });

  it('should never answer with an error of its own', () => {
    expect(told.filter(({ status }) => status >= 500).map(shown)).toEqual([]);
  });

  it('should refuse some and do some, so that the answers mean something', () => {
    const statuses = new Set(told.map(({ status }) => status));
    for (const each of [200, 401, 403, 404, 409, 422]) expect(statuses).toContain(each);
  });

  it('should never show its inside', () => {
    expect(told.filter(({ text }) => INSIDE.test(text)).map(shown)).toEqual([]);
  });

  it('should tell nobody of the case who may not know of it', () => {
    const outside = new Set(['nobody', 'system', 'security', 'stranger']);
    expect(
      told.filter(({ account, text }) => outside.has(account) && text.includes(SECRET)).map(shown),
    ).toEqual([]);
  });

  it('should tell a co-handler nothing of what another has said', () => {
    expect(told.filter(({ account, text }) => account === 'co' && text.includes(SECRET)).map(shown)).toEqual(
      [],
    );
  });

  it('should have told those who work on it, so that silence means something', () => {
    expect(told.some(({ account, text }) => account === 'drafter' && text.includes(SECRET))).toBe(true);
  });

  it('should leave the audit chain whole, and answer afterwards as before', async () => {
    expect((await verifyAudit(world.app.house.dataSource.manager)).firstBad).toBeNull();
    expect((await (await world.cast.as('coordinator')).get('/api/proposals')).status).toBe(200);
  });
});
