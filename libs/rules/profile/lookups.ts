import { FuhanError } from '@fuhan/kernel';
import type { PlaceProfile, ProfileClock, ProfileRoute, ProfileSeries, ProfileUnit } from './profile';

/** The clock of a key, or undefined where the place runs no such clock. */
export const clockOf = (profile: PlaceProfile, key: string): ProfileClock | undefined =>
  profile.clocks.find((clock) => clock.key === key);

/** The route of a key; the place's default one where none is named. */
export function routeOf(profile: PlaceProfile, key = profile.defaultRoute): ProfileRoute {
  const route = profile.routes.find((candidate) => candidate.key === key);
  if (route === undefined) throw new FuhanError('profile.unknown-route', { key, place: profile.name });
  return route;
}

/** The unit that goes by a code, full name, short name or alias. */
export const unitNamed = (profile: PlaceProfile, name: string): ProfileUnit | undefined =>
  profile.units.find(
    (unit) =>
      unit.code === name || unit.name === name || unit.shortName === name || unit.aliases.includes(name),
  );

/** A series' number as printed: 中工信函〔2025〕122号; no leading zero, no 第 (GB/T 9704-2012, 7.2.5). */
export const formatNumber = (series: Pick<ProfileSeries, 'pattern'>, year: number, serial: number): string =>
  series.pattern.replace('{year}', String(year)).replace('{serial}', String(serial));
