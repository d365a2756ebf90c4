import { z } from 'zod';

/** 常用语: the reader's own list or the unit's. */
export const phraseList = z.object({
  shelf: z.enum(['mine', 'unit']),
  texts: z.array(z.string()),
  version: z.number().int(),
  mayKeep: z.boolean(),
});
