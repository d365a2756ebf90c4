import { z } from 'zod';
import { date, flag, id, line, oneOf, optionalProse, prose } from '../fields';
import { deliveryMeans } from '../words';
import { nothing, version } from './common';

const correction = {
  reason: line(500, '更正原因').nullable().default(null),
  corrections: z
    .array(
      z
        .strictObject({
          place: line(100, '哪一处'),
          wrong: line(500, '原文').or(z.literal('')).default('').meta({ title: '原文' }),
          right: line(500, '更正为').or(z.literal('')).default('').meta({ title: '更正为' }),
        })
        .refine(({ wrong, right }) => wrong !== '' || right !== '', '原文和更正文字至少填一项'),
    )
    .min(1, '至少写一处更正')
    .max(50)
    .meta({ title: '更正内容' }),
  supersedes: flag('原函作废，以更正函为准').default(false),
};

export const issuingInputs = {
  'draft.issue': z.strictObject({ date: date('成文日期') }),
  'letter.deliver': nothing,
  'letter.seal': z.strictObject({
    seal: line(80, '印章名称'),
    copies: z.number().int().min(1).max(999).meta({ title: '份数' }),
    note: line(200, '备注').nullable().default(null),
    scanFileId: id('盖章扫描件', { widget: 'file' }).nullable().default(null),
  }),
  'letter.askWithdrawal': z.strictObject({ reason: prose(2000, '撤回原因') }),
  'letter.withdraw': z.strictObject({ decision: optionalProse(2000, '意见') }),
  'letter.keep': z.strictObject({ decision: prose(2000, '不予撤回的理由') }),
  'letter.correct': z.strictObject(correction),
  'draft.saveCorrection': z.strictObject({ version, ...correction }),
  'delivery.record': z.strictObject({
    means: oneOf(deliveryMeans, '寄送方式'),
    tracking: line(80, '单号或经手人').nullable().default(null),
  }),
  'delivery.confirm': z.strictObject({
    receivedOn: date('收到日期'),
    receivedBy: line(60, '签收人'),
    fileId: id('回执扫描件', { widget: 'file' }).nullable().default(null),
  }),
  'delivery.receive': nothing,
} as const;
