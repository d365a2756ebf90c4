import { z } from 'zod';
import { instant } from '../../fields';
import { day, uuid } from '../shapes';

/** An opinion on its way through its own unit: for that unit alone. */
export const ownRouteAnswer = z.object({
  steps: z.array(
    z.object({
      name: z.string(),
      /** Who let it pass; null while it has not come so far. */
      by: z.string().nullable(),
      at: instant.nullable(),
      words: z.string().nullable(),
    }),
  ),
  /** Why it was last sent back inside the unit. */
  refusal: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: instant,
  items: z.array(z.object({ suggestionId: uuid, positionLabel: z.string(), body: z.string() })),
});

/** What another section of the unit was asked for, and wrote: for that unit alone. */
export const contributionAnswer = z.object({
  id: uuid,
  assignmentId: uuid,
  office: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  question: z.string(),
  dueOn: day.nullable(),
  askedAt: instant,
  askedBy: z.string(),
  body: z.string().nullable(),
  givenAt: instant.nullable(),
  givenBy: z.string().nullable(),
});
