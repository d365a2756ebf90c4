export { type ProfileChange, profileChanges } from './changes';
export { changeWording, type WordingEdit } from './change-wording';
export { letterLint } from './checks';
export { letterPieces, type LetterPiece, pieceAt, pieceChanges, type PieceChange } from './letter-pieces';
export { letterKindNames } from './piece-names';
export { trialLetter } from './trial-letter';
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
