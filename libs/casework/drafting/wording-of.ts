import { PlaceProfileVersion } from '@fuhan/platform';
import { parseProfile, type PlaceProfile } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { Draft } from '../case/entities';

interface Where {
  readonly em: EntityManager;
  /** The case's: its rules are those it began under. */
  readonly profile: PlaceProfile;
}

/** The newest version there is: by its words a letter is written that is begun now. */
export async function newestWording({ em, profile: { place } }: Where): Promise<number> {
  const newest = await em.findOneOrFail(PlaceProfileVersion, {
    select: { version: true },
    where: { place },
    order: { version: 'DESC' },
  });
  return newest.version;
}

// By digest: what was read once is never another.
const read = new Map<string, PlaceProfile>();

/** The profile whose words stand around a draft. */
export async function wordingOf(
  { em, profile }: Where,
  { wordingVersion }: Pick<Draft, 'wordingVersion'>,
): Promise<PlaceProfile> {
  if (wordingVersion === null || wordingVersion === profile.version) return profile;
  const of = { place: profile.place, version: wordingVersion };
  const { digest } = await em.findOneOrFail(PlaceProfileVersion, {
    select: { place: true, version: true, digest: true },
    where: of,
  });
  const key = `${wordingVersion} ${digest}`;
  const known = read.get(key);
  if (known) return known;
  const { files } = await em.findOneByOrFail(PlaceProfileVersion, of);
  const found = parseProfile(files, wordingVersion);
  read.set(key, found);
  return found;
}
