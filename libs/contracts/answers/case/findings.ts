import { z } from 'zod';

const placeAnswer = z.object({
  path: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  label: z.string(),
});

/** What the checks find in a draft, in the order of print. */
export const findingsAnswer = z.object({
  findings: z.array(
    z.object({
      id: z.string(),
      check: z.string(),
      rule: z.string(),
      severity: z.enum(['red', 'yellow']),
      message: z.string(),
      excerpt: z.string(),
      place: placeAnswer,
      alsoAt: z.array(placeAnswer),
      fix: z.string(),
      replacement: z.string().nullable(),
      /** The signer lets it stand. */
      overruled: z.boolean(),
    }),
  ),
});
