import { z } from 'zod';
import { chosen, date, id, line, oneOf, optionalProse, prose } from '../fields';
import { contactWays } from '../words';

export const contactInputs = {
  'assignment.recordContact': z.strictObject({
    way: oneOf(contactWays, '沟通方式'),
    heldOn: date('日期'),
    place: line(100, '地点').nullable().default(null),
    people: line(200, '本单位参加人员'),
    proposerIds: z
      .array(chosen('提案者', 'proposers'))
      .min(1, '至少选一位提案者')
      .max(200)
      .meta({ title: '提案者' }),
    said: prose(20_000, '沟通内容'),
    outcome: optionalProse(5000, '提案者意见'),
    fileId: id('照片或扫描件', { widget: 'file' }).nullable().default(null),
  }),
  'contactRecord.strike': z.strictObject({ reason: prose(2000, '更正原因') }),
} as const;
