export { letterLint } from './checks';
export { clockOf, formatNumber, routeOf, unitNamed } from './lookups';
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
export type { ProfileFileName } from './schema';
export { copyRecipients, letterWording, pronounsFor, type WordingChoice } from './wording';
export { profileOfKind, wordsOfKind } from './of-kind';
