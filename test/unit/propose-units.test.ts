import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proposeByKeywords, proposeUnits, readPolicy, responsibilityMap } from '@fuhan/knowledge';
import { findProjectRoot, readPlaceFiles } from '@fuhan/platform';
import { parseProfile } from '@fuhan/rules';

/** The documents the work began with, where somebody has them beside the checkout. */
const seeds = join(findProjectRoot(), '..', 'shared', 'seeds');
const seed = (start: string): string =>
  readFileSync(join(seeds, readdirSync(seeds).find((name) => name.startsWith(start)) ?? ''), 'utf8');

const itWithSeeds = existsSync(seeds)
  ? it
  : (name: string, run: () => void) => it.skip(`${name} (skipped: the documents are not here)`, run);

describe('from a table of tasks and four titles of suggestions', () => {
  const covered = (proposed: readonly string[][], coHandlers: readonly string[]): number =>
    coHandlers.filter((unit) => proposed.flat().includes(unit)).length;

  itWithSeeds(
    'should propose at least 4 of the 5 co-handlers that were asked, more than shared keywords do',
    () => {
      const known = parseProfile(
        readPlaceFiles(join(findProjectRoot(), 'seeds', 'places', 'zhongshan')),
      ).units;
      const table = responsibilityMap([readPolicy(seed('001').split('\n'), known)]);
      const titles = [...seed('000').matchAll(/、关于“(.+?)”的建议/g)].map(([, title]) => title ?? '');
      const asked = ['市人力资源社会保障局', '市卫生健康局', '市投促局', '市科技局', '市市场监管局'];
      const found = proposeUnits(titles, { map: table, past: [], units: known }).map((each) =>
        each.map(({ unit }) => unit),
      );
      const [ours, keywords] = [covered(found, asked), covered(proposeByKeywords(titles, table), asked)];
      expect(titles).toHaveLength(4);
      expect(ours).toBeGreaterThanOrEqual(4);
      expect(ours).toBeGreaterThan(keywords);
    },
  );
});
