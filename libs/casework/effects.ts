import type { EffectHandlers } from './case/context';
import * as commitments from './commitments/commitment.effects';
import * as proposing from './commitments/propose.effects';
import * as confirmation from './confirmation/confirmation.effects';
import * as contributions from './contributions/contribution.effects';
import * as contacts from './contacts/contact.effects';
import * as clocks from './clocks/extension.effects';
import * as drafting from './drafting/open-draft.effect';
import * as handOver from './hand-over/hand-over.effects';
import * as returnPauses from './hand-over/return-pause.effects';
import * as returns from './hand-over/return.effects';
import * as issuing from './issuing/issuing.effects';
import * as publication from './publication/publication.effects';
import * as rating from './rating/rating.effects';
import * as redo from './rating/redo.effects';
import * as opinions from './opinions/opinion.effects';
import * as review from './review/review.effects';

/** Exactly one handler for each effect the tables name. */
export const effectHandlers: EffectHandlers = {
  ...handOver,
  ...returns,
  ...returnPauses,
  ...opinions,
  ...confirmation,
  ...contributions,
  ...contacts,
  ...drafting,
  ...review,
  ...issuing,
  ...commitments,
  ...proposing,
  ...publication,
  ...rating,
  ...redo,
  ...clocks,
};
