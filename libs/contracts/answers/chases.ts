import { z } from 'zod';
import { uuid } from './shapes';

/** What became of each of several chases: sent, or the code and sentence that say why not. */
export const chasesAnswer = z.object({
  sent: z.number().int(),
  items: z.array(
    z.object({
      assignmentId: uuid,
      ok: z.boolean(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
});
