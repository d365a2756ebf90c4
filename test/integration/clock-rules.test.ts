import { recomputeClocks } from '@fuhan/casework';
import { Deadline } from '@fuhan/clocks';
import { PlaceProfileVersion } from '@fuhan/platform';
import { parseProfile } from '@fuhan/rules';
import type { Client } from '@fuhan/testing';
import type { EntityManager } from 'typeorm';
import { CO, HANDED_OVER_AT, refusal, startWorld, type World } from './casework-world';

interface Preview {
  version: number;
  items: {
    id: string;
    proposal: { number: string };
    unit: string;
    clock: string;
    oldRule: string;
    newRule: string;
    oldDue: string;
    newDue: string | null;
    problem: string | null;
    wanted: boolean;
  }[];
  actions: { href: string; defaults: object }[];
}

/** Handed over on 9 March 2026 under version 1: the opinion due on 9 April, the reply on 9 June. */
let world: World;
let em: EntityManager;
let system: Client;
let id: string;
beforeAll(async () => {
  world = await startWorld();
  em = world.app.house.dataSource.manager;
  system = await world.cast.as('system');
  ({ id } = await world.opened('136601'));
});
afterAll(async () => world.app.close());
beforeEach(() => world.app.clock.moveTo(new Date(HANDED_OVER_AT)));

/** A newer version of the place's profile, its clocks changed. */
async function published(version: number, change: (yaml: string) => string): Promise<void> {
  const { files } = await em.findOneByOrFail(PlaceProfileVersion, { place: 'zhongshan', version: 1 });
  const own = { ...files, 'clocks.yaml': change(files['clocks.yaml'] ?? '') };
  const { digest } = parseProfile(own, version);
  await em.insert(PlaceProfileVersion, {
    ...{ place: 'zhongshan', version, digest, files: own },
    createdAt: new Date(),
  });
}
const clockRule = (key: string, rule: string) => (yaml: string) =>
  yaml.replace(new RegExp(`(- key: ${key}\\n(?:(?!  - key).*\\n)*?    rule: ).*`), `$1${rule}`);
const preview = async (): Promise<Preview> => (await system.get<Preview>('/api/clock-rules')).body;
const clock = async (name: string): Promise<Deadline> =>
  em.findOneByOrFail(Deadline, {
    proposalId: id,
    clock: name,
    ...(name === 'opinion' && { unitId: await world.unit(CO[0]) }),
  });
const sweep = (): Promise<number> => {
  const { dataSource, door, profiles } = world.app.house;
  return recomputeClocks(
    dataSource,
    (each, work) => door.bySystem(each, 'clock.recompute', work),
    (one, version) => profiles.version(one, version),
  );
};
const apply = (version: number) => ['/api/clock-rules', { version }] as const;

describe('the rules of a newer version', () => {
  it('should leave open clocks alone while nobody says otherwise', async () => {
    expect(await preview()).toMatchObject({ version: 1, items: [], actions: [] });
    await published(2, (yaml) => clockRule('opinion', '15工作日')(clockRule('reply', '4个月')(yaml)));
    await sweep();
    expect([(await clock('reply')).dueOn, (await clock('opinion')).dueOn]).toEqual([
      '2026-06-09',
      '2026-04-09',
    ]);
  });

  it('should be previewed: case, unit, clock, both rules and both days', async () => {
    const { version, items, actions } = await preview();
    expect(version).toBe(2);
    const rows = items.map(({ unit, clock: name, oldRule, newRule, oldDue, newDue }) =>
      [unit, name, oldRule, newRule, oldDue, newDue].join(' '),
    );
    expect(rows.sort()).toEqual(
      [
        ...CO.map((unit) => `${unit} 会办意见 1个月 15个工作日 2026-04-09 2026-03-30`),
        '市工业和信息化局 答复提案者 3个月 4个月 2026-06-09 2026-07-09',
      ].sort(),
    );
    expect(
      items.every(
        ({ proposal, problem, wanted }) => proposal.number === '136601' && problem === null && !wanted,
      ),
    ).toBe(true);
    expect(actions).toMatchObject([{ href: '/api/clock-rules', defaults: { version: 2 } }]);
  });

  it('should be previewed to the system administrator alone, and change nothing by being looked at', async () => {
    expect((await (await world.cast.as('coordinator')).get('/api/clock-rules')).status).toBe(403);
    expect(await em.query('SELECT count(*)::int AS n FROM deadline WHERE rules_wanted IS NOT NULL')).toEqual([
      { n: 0 },
    ]);
  });

  it('should be refused where another version was looked at', async () => {
    expect((await refusal(system, ...apply(1))).slice(0, 2)).toEqual([409, 'version.moved-on']);
  });

  it('should move the open clocks once an administrator says so, each with its line, under the new version', async () => {
    await system.done(...apply(2));
    const { items, actions } = await preview();
    expect([items.map(({ wanted }) => wanted), actions]).toEqual([[true, true, true], []]);
    const [entry] = await em.query('SELECT action, object FROM audit_log ORDER BY seq DESC LIMIT 1');
    expect(entry).toEqual({ action: 'clockRules.apply', object: '2' });
    await sweep();
    expect(await clock('reply')).toMatchObject({
      ...{ dueOn: '2026-07-09', profileVersion: 2, rulesWanted: null },
      basis: { rule: { unit: 'month', amount: 4 } },
    });
    expect((await clock('opinion')).dueOn).toBe('2026-03-30');
    expect((await world.seen('coordinator', id)).history.map(({ words }) => words)).toContain(
      '“答复提案者”到期日由2026年6月9日改为2026年7月9日：时限规定已改，由系统管理员决定适用。',
    );
  });

  it('should have nothing more to move then', async () => {
    expect((await preview()).items).toEqual([]);
    expect((await refusal(system, ...apply(2))).slice(0, 2)).toEqual([409, 'guard.failed']);
  });

  it('should say of a clock why it cannot take the rule over, and leave that one alone', async () => {
    await published(3, clockRule('reply', '2026-01-31'));
    const { items, actions } = await preview();
    const reply = items.find(({ clock: name }) => name === '答复提案者');
    expect(reply).toMatchObject({ newDue: null, problem: expect.stringContaining('2026-01-31 不在起算日') });
    expect(actions).toHaveLength(1);
    await system.done(...apply(3));
    await sweep();
    expect([(await clock('reply')).dueOn, (await clock('opinion')).dueOn]).toEqual([
      '2026-07-09',
      '2026-04-09',
    ]);
  });

  it('should leave a granted extension alone, until the rule itself outlasts it', async () => {
    const { id: clockId } = await clock('reply');
    const wish = { rule: '5个月', reason: '要等省里的规划批复。' };
    const { id: extensionId } = await (
      await world.cast.as('office')
    ).done(`/api/clocks/${clockId}/request-extension`, wish);
    await (await world.cast.as('coordinator')).done(`/api/extensions/${extensionId}/grant`, {});
    expect((await clock('reply')).dueOn).toBe('2026-08-10');
    await published(4, clockRule('reply', '2个月'));
    await system.done(...apply(4));
    await sweep();
    expect(await clock('reply')).toMatchObject({ dueOn: '2026-08-10', extension: { reason: wish.reason } });
    await published(5, clockRule('reply', '7个月'));
    expect((await preview()).items.map(({ newDue }) => newDue)).toEqual(['2026-10-09']);
    await system.done(...apply(5));
    await sweep();
    expect(await clock('reply')).toMatchObject({ dueOn: '2026-10-09', extension: null });
    expect((await world.seen('coordinator', id)).history.at(-1)?.words).toContain('原来的延期不再需要');
  });
});
