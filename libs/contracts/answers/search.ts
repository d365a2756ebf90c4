import { searchKinds } from '@fuhan/rules';
import { z } from 'zod';
import { day, keys, uuid } from './shapes';

/** A piece of a text; `hit` where it is what was looked for. */
const piece = z.object({ text: z.string(), hit: z.boolean() });

/** Sections of letters of before that answer a like suggestion. */
export const earlierRepliesAnswer = z.array(
  z.object({
    letterId: uuid,
    /** The case; null where the letter was written before this house. */
    proposalId: uuid.nullable(),
    /** What a quote names as its source: the number, or the title of a letter without one. */
    documentNumber: z.string(),
    date: day,
    unit: z.string(),
    heading: z.string(),
    /** `aged`: has figures, and the letter is older than a year. */
    paragraphs: z.array(z.object({ text: z.string(), aged: z.boolean() })),
  }),
);

/** Proposals with a like title, with who handles them. */
export const similarProposalsAnswer = z.array(
  z.object({
    /** The case; null where a letter of an earlier year answers it. */
    proposalId: uuid.nullable(),
    letterId: uuid.nullable(),
    number: z.string(),
    title: z.string(),
    year: z.number().int(),
    units: z.string(),
  }),
);

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
