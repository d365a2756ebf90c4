import { forgetOldKeys, KEY_DAYS } from '@fuhan/casework';
import type { Client } from '@fuhan/testing';
import { startWorld, type World } from './casework-world';

interface Told {
  readonly id: string;
  readonly code?: string;
  readonly detail?: string;
  readonly current?: number;
}

let world: World;
let coordinator: Client;
beforeAll(async () => {
  world = await startWorld();
  coordinator = await world.cast.as('coordinator');
});
afterAll(() => world.app.close());

const proposal = {
  kind: 'plenary',
  term: 13,
  meeting: 5,
  title: '关于增设河堤座椅的提案',
  proposers: [{ kind: 'member', name: '岑予安' }],
  fullText: '河堤步道缺少座椅。',
  suggestions: [{ title: '增设座椅', body: '' }],
};

const rows = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number(((await world.app.house.dataSource.query(sql, values)) as { n: string }[])[0]?.n);
const entriesOf = (id: string): Promise<number> =>
  rows('SELECT count(*) AS n FROM history_entry WHERE proposal_id = $1', [id]);

describe('a command sent twice under one key', () => {
  const register = (number: string, key: string, title?: string) =>
    coordinator.post<Told>(
      '/api/proposals',
      { ...proposal, number, ...(title ? { title } : {}) },
      { 'Idempotency-Key': key },
    );

  it('should be done once and answered the same when it is sent again', async () => {
    const first = await register('135301', 'register-135301');
    const again = await register('135301', 'register-135301');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await entriesOf(first.body.id)).toBe(1);
  });

  it('should be done once when eight arrive at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => register('135302', 'register-135302')));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await rows(`SELECT count(*) AS n FROM proposal WHERE number = '135302'`)).toBe(1);
  });

  it('should be refused when the key was used for something else', async () => {
    await register('135303', 'register-135303');
    const other = await register('135303', 'register-135303', '关于另一件事的提案');
    expect([other.status, other.body.code]).toEqual([409, 'request.key-reused']);
  });

  it('should leave the key free when the first sending failed', async () => {
    await register('135304', 'register-135304');
    const refused = await register('135304', 'try-again-135305');
    expect(refused.body.code).toBe('proposal.duplicate');
    expect((await register('135305', 'try-again-135305')).status).toBe(201);
  });

  it('should be two commands when two people use the same key', async () => {
    const id = await world.registered('135306');
    const leadUnitId = await world.unit('gongxin');
    await coordinator.done(`/api/proposals/${id}/hand-over`, { leadUnitId });
    const { assignments } = await world.seen('office', id);
    const sign = `/api/assignments/${assignments[0]?.id}/sign`;
    const headers = { 'Idempotency-Key': 'shared-key-1' };
    expect((await (await world.cast.as('office')).post(sign, {}, headers)).status).toBe(200);
    expect((await coordinator.post(sign, {}, headers)).status).toBe(403);
  });

  it.each(['short', 'with space in it', '𠮷'.repeat(8), 'x'.repeat(101)])(
    'should be told what a key looks like when it is %s',
    async (key) => {
      const { status, body } = await coordinator.post<Told>(
        '/api/proposals',
        {},
        { 'Idempotency-Key': encodeURI(key) },
      );
      expect([status, body.code]).toEqual([400, 'request.key']);
    },
  );

  it('should be forgotten after so many days', async () => {
    await register('135307', 'register-135307');
    const later = new Date(world.app.clock.now().getTime() + (KEY_DAYS + 1) * 86_400_000);
    expect(await forgetOldKeys(world.app.house.dataSource.manager, later)).toBeGreaterThan(0);
    expect(await rows('SELECT count(*) AS n FROM command_once')).toBe(0);
  });
});

describe('a command sent on what somebody saw (If-Match)', () => {
  const seen = async (id: string) => {
    const { headers, body } = await coordinator.get<{ proposal: { version: number } }>(
      `/api/proposals/${id}`,
    );
    return { etag: headers.get('etag') ?? '', version: body.proposal.version };
  };
  const handOver = async (id: string, etag: string) =>
    coordinator.post<Told>(
      `/api/proposals/${id}/hand-over`,
      { leadUnitId: await world.unit('gongxin') },
      { 'If-Match': etag },
    );

  it('should be done when nothing has happened since', async () => {
    const id = await world.registered('135311');
    const { etag, version } = await seen(id);
    expect(etag).toBe(`"${version}"`);
    expect((await handOver(id, etag)).status).toBe(200);
    expect((await seen(id)).version).toBe(version + 1);
  });

  it('should be refused with the current version when the case has moved on, and change nothing', async () => {
    const id = await world.registered('135312');
    const { etag, version } = await seen(id);
    await handOver(id, etag);
    const { assignments } = await world.seen('office', id);
    const office = await world.cast.as('office');
    const answer = await office.post<Told>(
      `/api/assignments/${assignments[0]?.id}/sign`,
      {},
      { 'If-Match': etag },
    );
    expect([answer.status, answer.body.code, answer.body.current]).toEqual([
      409,
      'version.moved-on',
      version + 1,
    ]);
    expect((await seen(id)).version).toBe(version + 1);
    expect((await world.seen('office', id)).assignments[0]?.state).toBe('handed_over');
  });

  it('should have one winner when two send on the same version', async () => {
    const id = await world.registered('135313');
    const { etag } = await seen(id);
    const answers = await Promise.all([handOver(id, etag), handOver(id, etag)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('should take any version when it says *', async () => {
    expect((await handOver(await world.registered('135314'), '*')).status).toBe(200);
  });

  it('should tell nobody the version of a case he may not know', async () => {
    const id = await world.registered('135315');
    const answer = await (
      await world.cast.as('drafter')
    ).post<Told>(
      `/api/proposals/${id}/hand-over`,
      { leadUnitId: await world.unit('gongxin') },
      { 'If-Match': '"99"' },
    );
    expect([answer.status, answer.body.code]).toEqual([404, 'request.not-found']);
  });

  it.each(['1', 'W/"1"', '"one"', '"-1"', '"12345678901"'])(
    'should be malformed when it says %s',
    async (etag) => {
      const { status, body } = await handOver(
        await world.registered(`1354${etag.length}${etag.charCodeAt(1) || 9}`),
        etag,
      );
      expect([status, body.code]).toEqual([400, 'request.precondition']);
    },
  );

  it('should guard units and people as it guards cases', async () => {
    const security = await world.cast.as('security');
    const people = await security.get<{ id: string; account: string; version: number }[]>('/api/people');
    const clerk = people.body.find(({ account }) => account === 'clerk');
    const grant = (version: number, duties: string[]) =>
      security.post<Told>(`/api/people/${clerk?.id}/set-duties`, { duties }, { 'If-Match': `"${version}"` });
    expect((await grant(clerk?.version ?? 0, ['clerk', 'drafter'])).status).toBe(200);
    expect((await grant(clerk?.version ?? 0, ['clerk'])).body.code).toBe('version.moved-on');
  });
});
