import { verifyAudit } from '@fuhan/platform';
import { Household } from './model/household';
import { violations } from './model/invariants';
import { RandomWalk, rounds, type Told } from './model/walk-at-random';
import { watchStates } from './model/watch-states';

const STEPS = Number(process.env.FUHAN_MODEL_STEPS ?? 1_500);
const SEED = Number(process.env.FC_SEED ?? 20_261_127);
/** After so many rounds the whole database is looked at, and new cases begin. */
const ROUNDS_A_RUN = 50;

const shown = ({ way, account, command, status, said }: Told): string =>
  `${way} ${account} ${command} → ${status} ${said}`;

/**
 * Several people at once take steps on a few cases, legal and illegal, as chance has it: what the pages offer them, what they offered
 * earlier, what they offer others. Whatever happens, the database may only hold what the rules allow.
 * `FUHAN_MODEL_STEPS` makes it longer, `FC_SEED` different.
 */
describe('handling, by chance', () => {
  let household: Household;
  let walk: RandomWalk;
  const wrong: string[] = [];

  beforeAll(async () => {
    household = await Household.move({ worker: true });
    const { dataSource } = household.world.app.house;
    await watchStates(dataSource);
    walk = new RandomWalk(household, 136_000);
    await walk.begin(3);
    for (let run = 0; walk.told.length < STEPS && wrong.length === 0; run++) {
      for (const round of rounds(ROUNDS_A_RUN, SEED + run)) await walk.take(round);
      const found = await violations(dataSource);
      wrong.push(...found.map((each) => `after ${walk.told.length} steps: ${each}`));
      await walk.begin(1);
    }
  }, 600_000);
  afterAll(() => household.world.app.close());

  const those = (test: (told: Told) => boolean): string[] => walk.told.filter(test).map(shown);
  const done = (told: Told): boolean => told.status < 300;

  it('should leave nothing in the database that the rules do not allow', () => {
    expect(wrong).toEqual([]);
  });

  it('should never answer with an error of its own', () => {
    expect(those(({ status }) => status >= 500)).toEqual([]);
  });

  it('should have taken the steps, of many kinds, and refused many', () => {
    const refused = walk.told.filter((told) => !done(told)).length;
    expect(walk.told.length).toBeGreaterThanOrEqual(STEPS);
    expect(refused).toBeGreaterThan(STEPS / 10);
    expect(new Set(walk.told.filter(done).map(({ command }) => command)).size).toBeGreaterThanOrEqual(40);
  });

  it('should refuse whatever a page does not offer, or offers as not yet possible', () => {
    expect(
      those((told) => done(told) && (told.stood === 'blocked' || told.stood === 'not offered') && told.alone),
    ).toEqual([]);
  });

  it('should forbid nothing that a page offers', () => {
    const forbidden = [401, 403, 404];
    expect(
      those(({ alone, stood, status }) => alone && stood === 'open' && forbidden.includes(status)),
    ).toEqual([]);
  });

  it('should keep an audit entry for each step that was done, in a whole chain', async () => {
    const { dataSource } = household.world.app.house;
    expect((await verifyAudit(dataSource.manager)).firstBad).toBeNull();
    const entries = (await dataSource.query(
      `SELECT action, detail ->> 'targetId' AS target FROM audit_log WHERE detail ->> 'targetId' IS NOT NULL`,
    )) as { action: string; target: string }[];
    const left = new Map<string, number>();
    for (const { action, target } of entries)
      left.set(`${action} ${target}`, (left.get(`${action} ${target}`) ?? 0) + 1);
    for (const { command, targetId } of walk.told.filter(done))
      left.set(`${command} ${targetId}`, (left.get(`${command} ${targetId}`) ?? 0) - 1);
    expect([...left.values()].filter((each) => each < 0)).toEqual([]);
  });
});
