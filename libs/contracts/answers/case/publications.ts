import { z } from 'zod';
import { instant } from '../../fields';
import { day, uuid } from '../shapes';

/** 公开稿: how far a letter is on its way to the public. */
export const publicationAnswer = z.object({
  id: uuid,
  letterId: uuid,
  documentNumber: z.string(),
  title: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  /** What was masked: where, what kind, how many characters; never the words. */
  masked: z.array(z.object({ path: z.string(), kind: z.string(), length: z.number().int() })),
  preparedAt: instant,
  preparedBy: z.string(),
  reviewedAt: instant.nullable(),
  reviewedBy: z.string().nullable(),
  publishedOn: day.nullable(),
  reason: z.string().nullable(),
  /** Where the copy is read before it is let out. */
  preview: z.string(),
});
