import { z } from 'zod';
import { chosen, date, optionalProse } from '../fields';
import { nothing } from './common';

const handOver = z.strictObject({
  leadUnitId: chosen('主办单位', 'units'),
  coHandlers: z
    .array(
      z.strictObject({
        unitId: chosen('会办单位', 'units'),
        question: optionalProse(2000, '请其回答的问题'),
      }),
    )
    .max(40)
    .default([])
    .meta({ title: '会办单位（按顺序）' }),
  referenceUnitIds: z.array(chosen('参阅单位', 'units')).max(40).default([]).meta({ title: '参阅单位' }),
  handedOverOn: date('交办日期')
    .nullable()
    .default(null)
    .meta({ title: '交办日期', description: '不填就是今天；年中补登记的，填原来的日期，时限从那天算起' }),
});

export const handOverInputs = {
  'proposal.handOver': handOver,
  'proposal.reorderHandlers': z.strictObject({
    unitIds: z.array(chosen('会办单位', 'coUnits')).min(2).max(40).meta({ title: '会办单位的新顺序' }),
  }),
  'assignment.sign': nothing,
  'assignment.divide': z.strictObject({
    officeId: chosen('科室', 'offices'),
    drafterId: chosen('承办人', 'drafters'),
  }),
} as const;
