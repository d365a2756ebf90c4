import { z } from 'zod';
import { instant } from '../fields';
import { lightAnswer } from './common';
import { day, uuid } from './shapes';

const about = { proposalId: uuid, number: z.string(), title: z.string(), unit: z.string() };

/** 督办: which unit is late with what, or soon will be, and what waits for an answer. */
export const supervisionAnswer = z.object({
  /** Running clocks that are overdue or near their day, the latest first. */
  duties: z.array(
    z.object({
      ...about,
      assignmentId: uuid,
      clock: z.string(),
      dueOn: day,
      light: lightAnswer,
      /** How often the unit was chased for it, by rule or by hand, and when last. */
      chases: z.number().int(),
      lastChasedAt: instant.nullable(),
      /** Whether the reader may chase it by hand now. */
      mayChase: z.boolean(),
    }),
  ),
  /** Wishes of units that nobody has answered yet, the oldest first. */
  asked: z.array(z.object({ ...about, id: uuid, what: z.enum(['return', 'extension']), since: instant })),
});
