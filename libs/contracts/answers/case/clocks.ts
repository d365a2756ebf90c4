import { z } from 'zod';
import { lightAnswer } from '../common';
import { day, uuid } from '../shapes';

export const clockAnswer = z.object({
  id: uuid,
  clock: z.string(),
  label: z.string(),
  unit: z.string(),
  startedOn: day,
  dueOn: day,
  metOn: day.nullable(),
  state: z.enum(['running', 'met', 'cancelled']),
  provisional: z.boolean(),
  light: lightAnswer,
  /** The derivation, sentence by sentence. */
  steps: z.array(z.string()),
});
