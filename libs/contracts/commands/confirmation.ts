import { z } from 'zod';
import { chosen, line, optionalProse, prose } from '../fields';
import { nothing } from './common';

/** Asking about the draft, and answering. */
export const confirmationInputs = {
  'draft.askConfirmation': z.strictObject({ note: optionalProse(2000, '附言') }),
  'draft.consultProposer': z.strictObject({
    proposerIds: z
      .array(chosen('提案者', 'proposers'))
      .min(1, '至少选一位提案者')
      .max(200)
      .meta({ title: '提案者' }),
    note: optionalProse(2000, '附言'),
  }),
  'confirmation.confirm': z.strictObject({ remark: optionalProse(2000, '附言') }),
  'confirmation.object': z.strictObject({ remark: prose(5000, '修改意见') }),
  'confirmation.keep': z.strictObject({ reason: prose(2000, '维持原文的理由') }),
  'confirmation.withdraw': nothing,
} as const;

/** What is answered on a link. */
export const outsideAnswerBody = z
  .strictObject({
    agree: z.boolean().meta({ title: '同意' }),
    name: line(40, '答复人'),
    remark: optionalProse(5000, '修改意见'),
  })
  .refine(({ agree, remark }) => agree || remark !== '', { path: ['remark'], message: '请写明修改意见' });
