import { z } from 'zod';
import { line, optionalProse, prose } from '../fields';

export const reviewInputs = {
  'reviewStep.approve': z.strictObject({ comment: optionalProse(2000, '意见') }),
  'reviewStep.sendBack': z.strictObject({ comment: prose(2000, '退回意见') }),
  'reviewStep.overrule': z.strictObject({
    finding: line(500, '检查发现', { choices: 'findings' }),
    reason: prose(500, '保留的理由'),
  }),
} as const;
