import fc from 'fast-check';
import { Household } from '../integration/model/household';
import { type Race, RaceWalk, racedActions } from '../integration/model/race-walk';

const STEPS = 900;
/** After so many steps a new case begins. */
const STEPS_A_CASE = 25;
const SEED = Number(process.env.FC_SEED ?? 20_261_128);

const winners = ({ statuses }: Race): number =>
  statuses.filter((status) => status > 0 && status < 300).length;
const shown = ({ one, other, statuses }: Race): string => `${one} | ${other}: ${statuses.join(', ')}`;

/**
 * Through the API: everything that only one of two can do is done by two at once, by the same step or by contrary ones, until each step that the
 * tables leave to people has been won by exactly one. The tables themselves are raced in `transition-races.test.ts`.
 */
describe('two people at once', () => {
  let household: Household;
  let walk: RaceWalk;

  beforeAll(async () => {
    household = await Household.move({ worker: true });
    walk = new RaceWalk(household, 137_000);
    const seeds = fc.sample(fc.nat(), { numRuns: STEPS, seed: SEED });
    for (const [i, seed] of seeds.entries()) {
      if (i % STEPS_A_CASE === 0) await walk.begin();
      if (walk.missing.length === 0) break;
      await walk.step(seed);
    }
  }, 600_000);
  afterAll(() => household.world.app.close());

  it('should never both win', () => {
    expect(walk.races.filter((race) => winners(race) > 1).map(shown)).toEqual([]);
  });

  it('should never be answered with an error of the house', () => {
    expect(walk.races.filter(({ statuses }) => statuses.some((status) => status >= 500)).map(shown)).toEqual(
      [],
    );
  });

  it('should have raced every step that people take, with exactly one winner', () => {
    expect(racedActions.length).toBeGreaterThan(30);
    expect(walk.missing).toEqual([]);
  });

  it('should have raced contrary steps too', () => {
    const contrary = walk.races.filter((race) => race.one !== race.other && winners(race) === 1);
    expect(new Set(contrary.map(({ one, other }) => [one, other].sort().join(' | '))).size).toBeGreaterThan(
      3,
    );
  });
});
