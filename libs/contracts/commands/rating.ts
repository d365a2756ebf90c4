import { z } from 'zod';
import { date, id, line, oneOf, optionalProse, prose } from '../fields';
import { marks, rungWays } from '../words';

const said = {
  handling: oneOf(marks, '对办理态度和过程'),
  handlingReason: optionalProse(5000, '对办理不满意的理由'),
  result: oneOf(marks, '对办理结果'),
  resultReason: optionalProse(5000, '对结果不满意的理由'),
  remark: optionalProse(5000, '其他意见'),
};

/** 不满意 is told with its reason: what is to be done better cannot be guessed. */
const withReasons = (
  rating: { handling: string; handlingReason: string; result: string; resultReason: string },
  ctx: z.RefinementCtx,
): void => {
  for (const [mark, reason, message] of [
    ['handling', 'handlingReason', '对办理不满意的，请写明理由'],
    ['result', 'resultReason', '对结果不满意的，请写明理由'],
  ] as const)
    if (rating[mark] === 'dissatisfied' && rating[reason] === '')
      ctx.addIssue({ code: 'custom', path: [reason], message });
};

/** What a proposer sends by the link. */
export const ratingBody = z.strictObject(said).superRefine(withReasons);

export const ratingInputs = {
  'rating.enterPaper': z
    .strictObject({
      ...said,
      givenOn: date('测评日期'),
      scanFileId: id('书面测评的扫描件', { widget: 'file' }),
    })
    .superRefine(withReasons),
  'rating.remind': z.strictObject({ how: line(200, '怎样提醒（电话、短信、信函）') }),
  'rating.renewLink': z.strictObject({ reason: line(200, '换发原因') }),
  'redo.order': z.strictObject({ reason: prose(2000, '重新办理的要求') }),
  'redo.decline': z.strictObject({ reason: prose(2000, '不再重新办理的理由') }),
  'redo.recordNextRung': z.strictObject({
    way: oneOf(rungWays, '方式'),
    on: date('日期'),
    people: line(200, '参加人员'),
    outcome: prose(5000, '结果'),
  }),
} as const;
