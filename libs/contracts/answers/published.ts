import { z } from 'zod';
import { day, uuid } from './shapes';

const brief = {
  id: uuid,
  title: z.string(),
  unit: z.string(),
  documentNumber: z.string(),
  date: day,
  outcomeClass: z.string(),
  publishedOn: day,
};

/** What the public may read: the list. */
export const publishedList = z.object({
  total: z.number().int(),
  items: z.array(z.object(brief)),
  units: z.array(z.string()),
});

/** One published copy. */
export const publishedLetter = z.object({
  ...brief,
  /** SHA-256 of the plain text, to prove a copy by. */
  digest: z.string(),
  html: z.string(),
});
