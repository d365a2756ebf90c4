import { z } from 'zod';
import { instant } from '../../fields';
import { marks, ratingVias, rungWays } from '../../words';
import { day, keys, uuid } from '../shapes';

/** 测评 of one proposer. The unit that handles the proposal is shown it only once it is given. */
export const ratingAnswer = z.object({
  id: uuid,
  letterId: uuid,
  documentNumber: z.string(),
  proposer: z.string(),
  round: z.number().int(),
  state: z.string(),
  stateLabel: z.string(),
  askedAt: instant,
  dueOn: day.nullable(),
  remindedAt: instant.nullable(),
  /** The proposer's link, for the coordinator who passes it on; nobody else is shown it. */
  address: z.string().nullable(),
  given: z
    .object({
      handling: keys(marks),
      handlingLabel: z.string(),
      handlingReason: z.string().nullable(),
      result: keys(marks),
      resultLabel: z.string(),
      resultReason: z.string().nullable(),
      remark: z.string().nullable(),
      at: instant,
      via: keys(ratingVias),
      viaLabel: z.string(),
      scan: z.string().nullable(),
    })
    .nullable(),
});

/** 重新办理: what followed from a letter that did not satisfy. */
export const redoAnswer = z.object({
  id: uuid,
  unit: z.string(),
  /** The letter that did not satisfy. */
  documentNumber: z.string(),
  round: z.number().int(),
  state: z.string(),
  stateLabel: z.string(),
  weighedAt: instant,
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  rung: z
    .object({
      way: keys(rungWays),
      wayLabel: z.string(),
      on: day,
      people: z.string(),
      outcome: z.string(),
    })
    .nullable(),
});
