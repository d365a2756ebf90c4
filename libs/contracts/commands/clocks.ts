import { z } from 'zod';
import { date, line, optionalProse, prose } from '../fields';
import { nothing } from './common';

/** Stopping a clock, and asking for more time. */
export const clockInputs = {
  'clock.pause': z.strictObject({
    category: line(40, '类别', { choices: 'pauseCategories' }),
    reason: line(200, '原因'),
    from: date('从哪天起'),
    until: date('到哪天止（这天也不计）'),
  }),
  'clock.resume': z.strictObject({ reason: line(200, '恢复的原因') }),
  'clock.requestExtension': z.strictObject({
    rule: line(20, '延长到（自起算日合计，如 6个月；也可写日期，如 2026-09-30）'),
    reason: prose(2000, '理由'),
  }),
  'extension.grant': z.strictObject({ words: optionalProse(500, '批复意见') }),
  'extension.refuse': z.strictObject({ words: prose(500, '不同意的理由') }),
  'extension.withdraw': nothing,
  'extension.tellProposer': z.strictObject({
    on: date('哪天告知'),
    how: line(200, '怎样告知（电话、短信、当面）'),
  }),
} as const;
