export { type ProfileChange, profileChanges } from './changes';
export { letterLint } from './checks';
export {
  basisOf,
  type ClockBasis,
  type ClockCase,
  clockOf,
  clocksFor,
  commitmentClock,
  formatNumber,
  needsCommitment,
  routeOf,
  type StartableClock,
  unitNamed,
} from './lookups';
export {
  parseProfile,
  type PlaceProfile,
  type ProfileClass,
  type ProfileClock,
  type ProfileRoute,
  type ProfileSeries,
  type ProfileStep,
  type ProfileUnit,
  type ProfileWording,
  type Verdict,
} from './profile';
export { type ClockEvent, clockEventNames, profileFiles, type ProfileFileName } from './schema';
export {
  copyRecipients,
  addresseesOf,
  letterWording,
  mergedWording,
  pronounsFor,
  type WordingChoice,
} from './wording';
export { profileOfKind, wordsOfKind } from './of-kind';
