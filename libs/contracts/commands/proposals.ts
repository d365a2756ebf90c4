import { z } from 'zod';
import { flag, id, line, oneOf, optionalProse, prose } from '../fields';
import { proposalKinds, proposerKinds, proposerRoles } from '../words';

export const registerProposal = z.strictObject({
  kind: oneOf(proposalKinds, '类型'),
  number: line(20, '提案号').regex(/^[0-9]{1,20}$/, '提案号只能是数字'),
  term: z.number().int().min(1).max(99).meta({ title: '届', description: '第几届委员会' }),
  meeting: z.number().int().min(1).max(20).meta({ title: '次', description: '第几次会议' }),
  title: line(200, '案由'),
  proposers: z
    .array(
      z.strictObject({
        kind: oneOf(proposerKinds, '提案者类别'),
        name: line(60, '姓名或名称'),
        role: oneOf(proposerRoles, '身份')
          .nullable()
          .default(null)
          .meta({ title: '身份', description: '不选时，排在最前的是第一提案人，其余是联名。' }),
        contact: line(80, '联系方式').nullable().default(null),
      }),
    )
    .min(1, '至少要有一位提案者')
    .max(200)
    .refine(
      (all) => all.every(({ role }, i) => role === null || (role === 'first') === (i === 0)),
      '第一提案人只有一位，要排在最前；其余的是联名或附议',
    )
    .meta({ title: '提案者' }),
  fullText: prose(200_000, '提案全文'),
  suggestions: z
    .array(z.strictObject({ title: line(200, '建议标题'), body: optionalProse(50_000, '建议内容') }))
    .min(1, '至少要有一条建议')
    .max(60)
    .meta({ title: '建议' }),
  keyProposal: flag('重点提案').default(false),
  consentToPublish: flag('提案者同意公开').default(true),
  originalFileId: id('提案原件', { widget: 'file' }).nullable().default(null),
});

export const proposalInputs = {
  'proposal.register': registerProposal,
} as const;
