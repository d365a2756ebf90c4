import { z } from 'zod';
import { instant } from '../../fields';
import { uuid } from '../shapes';

/** One way of a draft through its route. */
export const reviewRoundAnswer = z.object({
  round: z.number().int(),
  route: z.string(),
  /** 因涉及资金，走“涉及资金项目”流程。 */
  reason: z.string(),
  begunAt: instant,
  begunBy: z.string(),
  /** What changed since it was sent on its way. */
  redline: z.string(),
});

export const reviewStepAnswer = z.object({
  id: uuid,
  round: z.number().int(),
  /** Steps of the same stage run side by side. */
  stage: z.number().int(),
  name: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  /** The person it is named for, or unit, office and duty. */
  holder: z.string(),
  /** Open, and the reader's to decide. */
  mine: z.boolean(),
  openedAt: instant.nullable(),
  /** When a holder first had it on the screen. */
  readAt: instant.nullable(),
  readBy: z.string().nullable(),
  comment: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  delegatedBy: z.string().nullable(),
  addedBy: z.string().nullable(),
  /** Its approval of an earlier round stands. */
  kept: z.boolean(),
  /** The parts that changed since it approved: 第 3 部分. */
  touched: z.array(z.string()),
  /** 改后直送: opened at once. */
  direct: z.boolean(),
  /** Sent back to whom. */
  backTo: z.string().nullable(),
  backDirect: z.boolean(),
  /** What changed since this step last decided. */
  redline: z.string().nullable(),
  overrules: z.array(
    z.object({ check: z.string(), excerpt: z.string(), reason: z.string(), by: z.string(), at: instant }),
  ),
});
