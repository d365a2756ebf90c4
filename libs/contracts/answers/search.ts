import { searchKinds } from '@fuhan/rules';
import { z } from 'zod';
import { day, keys, uuid } from './shapes';

/** A piece of a text; `hit` where it is what was looked for. */
const piece = z.object({ text: z.string(), hit: z.boolean() });

export const searchAnswer = z.object({
  /** The words that were looked for. */
  terms: z.array(z.string()),
  /** How many this person may read; where there are more, so many of the newest. */
  total: z.number().int(),
  more: z.boolean(),
  items: z.array(
    z.object({
      kind: keys(searchKinds),
      kindLabel: z.string(),
      sourceId: uuid,
      proposalId: uuid.nullable(),
      /** Of the proposal. */
      number: z.string().nullable(),
      unit: z.string().nullable(),
      stageLabel: z.string().nullable(),
      day,
      title: z.array(piece),
      excerpt: z.array(piece),
    }),
  ),
});
