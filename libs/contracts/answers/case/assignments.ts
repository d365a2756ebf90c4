import { z } from 'zod';
import { instant } from '../../fields';
import { allReturnWishes, assignmentRoles, returnDecisions } from '../../words';
import { day, keys, uuid } from '../shapes';
import { party } from './party';

export const assignmentAnswer = party.extend({
  id: uuid,
  role: keys(assignmentRoles),
  roleLabel: z.string(),
  question: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  office: z.string().nullable(),
  drafter: z.string().nullable(),
  signedAt: instant.nullable(),
  signedBy: z.string().nullable(),
  /** 倒排时间: the days a unit that answers works towards. */
  targets: z.array(z.object({ key: z.string(), name: z.string(), on: day })),
  /** Why and when the duty ended before it was done. */
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
});

/** 退办与调整申请: who said what when. */
export const returnRequestAnswer = party.extend({
  id: uuid,
  assignmentId: uuid,
  wish: keys(allReturnWishes),
  wishLabel: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  statements: z.array(
    z.object({
      kind: z.enum(['asked', 'decided', 'disputed', 'settled']),
      /** 退办申请, 答复：维持原交办, 异议, 裁定：… */
      label: z.string(),
      speaker: z.string(),
      person: z.string(),
      decision: keys(returnDecisions).nullable(),
      unit: z.string().nullable(),
      words: z.string(),
      dated: day.nullable(),
      at: instant,
    }),
  ),
});
