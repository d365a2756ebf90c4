import { z } from 'zod';
import { chosen, date, id, line, oneOf, optionalProse, prose } from '../fields';
import { marks } from '../words';
import { nothing } from './common';

const owner = {
  ownerUnitId: chosen('责任单位', 'ownerUnits'),
  ownerId: chosen('责任人', 'owners').nullable().default(null),
  ownerName: line(80, '责任人或责任科室（不在名单里的）').nullable().default(null),
} as const;
const named = ({ ownerId, ownerName }: { ownerId: string | null; ownerName: string | null }): boolean =>
  ownerId !== null || ownerName !== null;
const nobodyNamed = { path: ['ownerId'], message: '请选责任人；不在名单里的，写姓名或科室' };

const promise = z.strictObject({
  text: prose(2000, '承诺事项'),
  dueOn: date('完成期限'),
  ...owner,
});

/** What a unit does with the promises of its letter. */
export const commitmentInputs = {
  'commitment.confirm': promise.refine(named, nobodyNamed),
  'assignment.addCommitment': promise
    .extend({ suggestionId: chosen('针对哪条建议', 'suggestions').nullable().default(null) })
    .refine(named, nobodyNamed),
  'commitment.strike': z.strictObject({ reason: prose(2000, '不作登记的原因') }),
  'commitment.assign': z
    .strictObject({ ...owner, reason: prose(2000, '改派的原因') })
    .refine(named, nobodyNamed),
  'commitment.report': z.strictObject({
    on: date('日期'),
    text: prose(5000, '进展情况'),
    percent: z
      .number()
      .int('要填整数')
      .min(0, '在 0 到 100 之间')
      .max(100, '在 0 到 100 之间')
      .meta({ title: '完成百分比' })
      .nullable()
      .default(null),
    fileId: id('佐证材料', { widget: 'file' }).nullable().default(null),
  }),
  'commitment.keep': z.strictObject({
    on: date('兑现日期'),
    text: prose(5000, '兑现情况'),
    fileId: id('佐证材料', { widget: 'file' }),
  }),
  'commitment.carry': z.strictObject({
    dueOn: date('新的完成期限'),
    reason: prose(2000, '结转的原因'),
  }),
  'commitment.giveUp': z.strictObject({
    reason: prose(5000, '不能兑现的原因', { description: '提案者会看到这段话' }),
  }),
  'commitment.renewLinks': nothing,
  'commitment.answerProposer': z.strictObject({
    text: prose(20_000, '二次答复', { description: '写给提案者：承诺的事办到什么程度' }),
  }),
} as const;

/** What a proposer says on the link of how a promise was kept. */
export const fulfilmentBody = z
  .strictObject({
    rating: oneOf(marks, '评价'),
    remark: optionalProse(5000, '意见'),
  })
  .refine(({ rating, remark }) => rating !== 'dissatisfied' || remark !== '', {
    path: ['remark'],
    message: '不满意的，请写明原因',
  });
