import type { CheckSetting, LintPlace } from '@fuhan/letter-engine';
import type { PlaceProfile } from './profile';

/** What the checks on letters take of a place: its names and numbers, and how it tunes them. */
export function letterLint(profile: PlaceProfile): {
  readonly place: LintPlace;
  readonly settings: Readonly<Record<string, CheckSetting>>;
} {
  const { name, areaCode, units, fixedCopyTo, classes, checks } = profile;
  return {
    place: {
      name,
      areaCode,
      units,
      fixedCopyTo,
      classes: classes.map(({ key }) => key),
      proposalNumber: checks.proposalNumber,
      typos: checks.typos,
    },
    settings: checks.settings,
  };
}
