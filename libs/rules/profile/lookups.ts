import { type DateString, FuhanError } from '@fuhan/kernel';
import type { DeadlineRule } from '../deadlines';
import type { ClockEvent } from './schema';
import type { PlaceProfile, ProfileClock, ProfileRoute, ProfileSeries, ProfileUnit } from './profile';

/** Whether a case answered with this class needs a promise on record. */
export const needsCommitment = ({ classes }: Pick<PlaceProfile, 'classes'>, key: string | null): boolean =>
  classes.some((each) => each.key === key && each.needsCommitment);

/** The clock of a key, or undefined where the place runs no such clock. */
export const clockOf = (profile: PlaceProfile, key: string): ProfileClock | undefined =>
  profile.clocks.find((clock) => clock.key === key);

/** What decides which clocks run: who has the duty, and whose proposal it is. */
export interface ClockCase {
  readonly role: string;
  /** The kinds of its proposers: member, organisation, sector. */
  readonly proposers: readonly string[];
}

/**
 * The clocks that an event starts for a role, one for each duty: one made for such proposers wins over one for all. A proposal is a party
 * group's as soon as one of its proposers is.
 */
export function clocksFor(profile: PlaceProfile, event: ClockEvent, of: ClockCase): ProfileClock[] {
  const best = new Map<string, ProfileClock>();
  for (const clock of profile.clocks) {
    const applies =
      clock.startsWith === event &&
      clock.appliesTo.some((role) => role === of.role) &&
      (clock.proposers?.some((kind) => of.proposers.includes(kind)) ?? true);
    const known = best.get(clock.duty);
    if (applies && (known === undefined || (clock.proposers && !known.proposers)))
      best.set(clock.duty, clock);
  }
  return [...best.values()];
}

/** What it takes to start a clock. */
export type StartableClock = Pick<
  ProfileClock,
  'key' | 'duty' | 'name' | 'rule' | 'extensionCap' | 'source' | 'remind' | 'chase'
>;

/** What a running clock keeps of its rule: enough to find its day again, whatever the profile says by then. */
export interface ClockBasis {
  /** The clock's key in the place's clocks.yaml. */
  readonly key: string;
  readonly name: string;
  readonly rule: DeadlineRule;
  /** The longest whole time with an extension; null: no extension. */
  readonly extensionCap: DeadlineRule | null;
  /** Where the rule is laid down. */
  readonly source: string;
  readonly remind: ProfileClock['remind'];
  /** Whether it is chased once it is overdue. */
  readonly chase: boolean;
}

/** The part of a profile's clock that a running clock keeps. */
export const basisOf = ({
  key,
  name,
  rule,
  extensionCap,
  source,
  remind,
  chase,
}: StartableClock): ClockBasis => ({
  key,
  name,
  rule,
  extensionCap,
  source,
  remind,
  chase,
});

/**
 * The clock of one promise, due on its own day.
 * @param dueOn the day a person has set
 */
export const commitmentClock = (
  { commitment, reminders }: Pick<PlaceProfile, 'commitment' | 'reminders'>,
  dueOn: DateString,
): StartableClock => ({
  key: 'commitment',
  duty: 'commitment',
  name: commitment.name,
  rule: { unit: 'date', date: dueOn, roll: commitment.roll },
  extensionCap: null,
  source: commitment.source,
  remind: commitment.remind ?? reminders,
  chase: commitment.chase,
});

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
