import { z } from 'zod';
import { instant } from '../fields';
import { uuid } from './shapes';

/** 审计日志: who did what to what, as the chain keeps it, with the names of today beside what was written. */
export const auditAnswer = z.object({
  items: z.array(
    z.object({
      seq: z.number().int(),
      at: instant,
      /** As it was written: a person's id, an account, a link, or the program itself. */
      actor: z.string(),
      actorName: z.string().nullable(),
      action: z.string(),
      actionLabel: z.string().nullable(),
      object: z.string(),
      detail: z.string(),
      proposal: z.object({ id: uuid, number: z.string() }).nullable(),
    }),
  ),
  total: z.number().int(),
});

/** Whether every entry follows from the one before it. */
export const auditCheckAnswer = z.object({
  entries: z.number().int(),
  firstBad: z.number().int().nullable(),
});
