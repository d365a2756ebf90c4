import { z } from 'zod';
import { passageKinds, positions, publications } from '../../words';
import { keys, uuid } from '../shapes';
import { party } from './party';
import { reviewRoundAnswer, reviewStepAnswer } from './review-steps';

export const passageAnswer = z.object({
  id: uuid,
  kind: keys(passageKinds),
  body: z.string(),
  /** Where its words came from, in their order; none: written by the drafter. */
  sources: z.array(
    z.object({
      unit: z.string(),
      opinionItemId: uuid,
      opinionVersion: z.number().int(),
      text: z.string(),
    }),
  ),
  /** Somebody has changed the adopted words. */
  edited: z.boolean(),
  writtenBy: z.string(),
});

export const draftAnswer = party.extend({
  id: uuid,
  assignmentId: uuid,
  state: z.string(),
  stateLabel: z.string(),
  version: z.number().int(),
  kind: z.enum(['reply', 'correction']),
  /** The how-manieth reply: 2 when the proposal is handled anew. */
  round: z.number().int(),
  /** Merged proposals (并案) that get a letter of their own from it: `preview.html?answers=`. */
  alsoLetters: z.array(z.object({ proposalId: uuid, number: z.string() })),
  /** What a 更正函 puts right; null for the reply itself. */
  correction: z
    .object({
      /** The number of the letter that is corrected. */
      of: z.string(),
      reason: z.string().nullable(),
      supersedes: z.boolean(),
      corrections: z.array(z.object({ place: z.string(), wrong: z.string(), right: z.string() })),
    })
    .nullable(),
  outcomeClass: z.string().nullable(),
  printClass: z.boolean(),
  publication: keys(publications),
  contacts: z.array(z.object({ name: z.string(), phone: z.string() })),
  prose: z.array(z.string()),
  returnReason: z.string().nullable(),
  sections: z.array(
    z.object({
      id: uuid,
      ordinal: z.number().int(),
      suggestionId: uuid.nullable(),
      heading: z.string(),
      verdict: keys(positions).nullable(),
      version: z.number().int(),
      passages: z.array(passageAnswer),
    }),
  ),
  rounds: z.array(reviewRoundAnswer),
  steps: z.array(reviewStepAnswer),
});
