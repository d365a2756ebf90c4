import { z } from 'zod';
import { instant } from '../../fields';
import { day, uuid } from '../shapes';

export const confirmationAnswer = z.object({
  id: uuid,
  draftId: uuid,
  kind: z.enum(['co_handler', 'proposer']),
  /** The unit or the proposer that was asked. */
  recipient: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  note: z.string().nullable(),
  dueOn: day.nullable(),
  askedAt: instant,
  askedBy: z.string(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  remark: z.string().nullable(),
  /** A co-handler's own words as they were shown. */
  passages: z.array(z.object({ section: z.string(), body: z.string() })),
  /** While an answer is awaited, for who asked: the link that opens just this question. */
  address: z.string().nullable(),
});
