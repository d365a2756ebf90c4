import { z } from 'zod';
import { day, uuid } from '../shapes';

/** A wish for more time, and what became of it. */
export const extensionAnswer = z.object({
  id: uuid,
  clockId: uuid,
  label: z.string(),
  unit: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  /** 6个月, or 至2026年9月30日. */
  rule: z.string(),
  reason: z.string(),
  dueBefore: day,
  dueWanted: day,
  requestedOn: day,
  /** What the coordinator said with the decision. */
  decision: z.string().nullable(),
  toldOn: day.nullable(),
  toldHow: z.string().nullable(),
});
