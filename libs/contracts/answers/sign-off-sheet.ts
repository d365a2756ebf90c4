import { z } from 'zod';

const entry = z.object({ name: z.string(), words: z.string(), by: z.string(), at: z.string() });

/** 发文稿纸: what its printed form says, box by box. */
export const signOffSheetAnswer = z.object({
  unit: z.string(),
  documentNumber: z.string(),
  secrecy: z.string(),
  urgency: z.string(),
  title: z.string(),
  sendTo: z.string(),
  copyTo: z.string(),
  drafter: z.string(),
  office: z.string(),
  outcomeClass: z.string(),
  publication: z.string(),
  /** Which route, and why. */
  route: z.string(),
  steps: z.array(
    entry.extend({
      note: z.string(),
      /** What was written by hand, as path data, and the part of the box it fills. */
      ink: z
        .object({
          path: z.string(),
          ...{ x: z.number().int(), y: z.number().int(), width: z.number().int(), height: z.number().int() },
        })
        .nullable(),
    }),
  ),
  overrules: z.array(entry),
  confirmations: z.array(entry),
});
