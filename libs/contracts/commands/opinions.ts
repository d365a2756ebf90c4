import { z } from 'zod';
import { date, id, line, oneOf, phone, optionalProse, prose } from '../fields';
import { positions, publications } from '../words';
import { nothing } from './common';

const fact = z.strictObject({
  name: line(80, '事项', { description: '如：公共充电桩' }),
  value: line(80, '数值', { description: '连同单位，如：3200 个' }),
  scope: line(80, '范围', { description: '如：全市' }).nullable().default(null),
  asOf: date('截至日期').nullable().default(null),
  source: line(200, '来源').nullable().default(null),
});

const commitment = z.strictObject({
  text: line(500, '承诺事项'),
  dueOn: date('完成日期').nullable().default(null),
  owner: line(80, '责任科室或责任人').nullable().default(null),
});

const submitOpinion = z.strictObject({
  contactName: line(40, '联系人'),
  contactPhone: phone(),
  signerName: line(40, '签发人', { description: '本单位同意这份意见的负责人' }).nullable().default(null),
  signerDuty: line(40, '签发人职务').nullable().default(null),
  publication: oneOf(publications, '公开属性').default('active'),
  items: z
    .array(
      z.strictObject({
        suggestionId: id('建议', { widget: 'hidden', choices: 'suggestions' }),
        position: oneOf(positions, '态度'),
        body: prose(100_000, '意见'),
        facts: z.array(fact).max(50).default([]).meta({ title: '事实和数据' }),
        commitments: z.array(commitment).max(20).default([]).meta({ title: '承诺' }),
      }),
    )
    .min(1, '至少对一条建议给出意见')
    .max(60)
    .meta({
      title: '逐条意见',
      description: '只写请您单位回答的那几条；没有意见的空着就行，不会报出。',
      itemTitle: 'suggestionId',
      skipBlank: 'body',
      quick: { label: '不属我单位职责', values: { position: 'not_ours', body: '这一条不属我单位职责。' } },
    }),
  attachments: z
    .array(z.strictObject({ fileId: id('文件', { widget: 'file' }) }))
    .max(20)
    .default([])
    .meta({ title: '附件' }),
});

/** What somebody without an account sends by the link: the same, without files. */
export const outsideOpinionBody = submitOpinion.omit({ attachments: true });

export const opinionInputs = {
  'opinion.submit': submitOpinion,
  'opinion.endorse': z.strictObject({ words: optionalProse(500, '审核意见') }),
  'opinion.refuse': z.strictObject({ reason: prose(2000, '退回原因') }),
  'opinion.takeBack': nothing,
  'opinion.accept': nothing,
  'opinion.sendBack': z.strictObject({ reason: prose(2000, '退回原因') }),
  'opinion.inviteByLink': z.strictObject({ reason: prose(500, '用链接的原因') }),
  'opinion.enterOnBehalf': submitOpinion.extend({ scanFileId: id('纸质意见的扫描件', { widget: 'file' }) }),
  'outsideLink.revoke': z.strictObject({ reason: prose(500, '停用原因') }),
} as const;
