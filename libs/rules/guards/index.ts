import { chasingGuards } from './chasing.guards';
import { commitmentGuards } from './commitment.guards';
import { confirmationGuards } from './confirmation.guards';
import { contactGuards } from './contacts.guards';
import { clockGuards } from './clocks.guards';
import { draftingGuards } from './drafting.guards';
import { handOverGuards } from './hand-over.guards';
import { issuingGuards } from './issuing.guards';
import { mergingGuards } from './merging.guards';
import { opinionGuards } from './opinions.guards';
import { closingGuards } from './closing.guards';
import { publicationGuards } from './publication.guards';
import { ratingGuards } from './rating.guards';
import { returnGuards } from './returns.guards';
import { reviewGuards } from './review.guards';

export type { Guard } from './guard';

/** Every guard by the name the tables use. */
export const guards = {
  ...handOverGuards,
  ...mergingGuards,
  ...returnGuards,
  ...opinionGuards,
  ...draftingGuards,
  ...contactGuards,
  ...confirmationGuards,
  ...reviewGuards,
  ...issuingGuards,
  ...commitmentGuards,
  ...ratingGuards,
  ...publicationGuards,
  ...closingGuards,
  ...chasingGuards,
  ...clockGuards,
} as const;

export type GuardName = keyof typeof guards;
