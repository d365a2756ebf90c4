import { z } from 'zod';
import { instant } from '../../fields';
import { opinionWays, passageKinds, positions, publications } from '../../words';
import { day, keys, uuid } from '../shapes';
import { itemFate } from '../merge-desk';
import { ownRouteAnswer } from './inside';
import { party } from './party';

const commitment = z.object({ text: z.string(), dueOn: day.nullable(), owner: z.string().nullable() });

const fact = z.object({
  name: z.string(),
  value: z.string(),
  scope: z.string().nullable(),
  asOf: day.nullable(),
  source: z.string().nullable(),
});

export const opinionAnswer = party.extend({
  id: uuid,
  assignmentId: uuid,
  state: z.string(),
  stateLabel: z.string(),
  returnReason: z.string().nullable(),
  /** On its way through its own unit; null for everybody else, and where it is not. */
  ownRoute: ownRouteAnswer.nullable(),
  /** Links by which it may be given without an account: for those who may ask for it so. */
  links: z.array(
    z.object({
      id: uuid,
      state: z.string(),
      stateLabel: z.string(),
      reason: z.string(),
      expiresOn: day,
      madeAt: instant,
      madeBy: z.string(),
      /** While it opens. */
      address: z.string().nullable(),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.number().int(),
      submittedAt: instant,
      submittedBy: z.string(),
      via: keys(opinionWays),
      viaLabel: z.string(),
      contactName: z.string(),
      contactPhone: z.string(),
      signerName: z.string().nullable(),
      signerDuty: z.string().nullable(),
      publication: keys(publications),
      publicationLabel: z.string(),
      /** Given after the day it was due. */
      late: z.boolean(),
      attachments: z.array(z.object({ id: uuid, name: z.string(), scan: z.boolean(), href: z.string() })),
      items: z.array(
        z.object({
          id: uuid,
          suggestionId: uuid,
          position: keys(positions),
          positionLabel: z.string(),
          body: z.string(),
          /** The same as a letter would have it, paragraph by paragraph. */
          paragraphs: z.array(z.object({ kind: keys(passageKinds), body: z.string() })),
          facts: z.array(fact),
          commitments: z.array(commitment),
          /** What became of it in the reply; null before the unit that answers begins to write. */
          fate: itemFate.nullable(),
        }),
      ),
    }),
  ),
});
