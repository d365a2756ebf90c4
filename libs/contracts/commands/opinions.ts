import { z } from 'zod';
import { date, id, line, oneOf, phone, prose } from '../fields';
import { positions } from '../words';
import { nothing } from './common';

const submitOpinion = z.strictObject({
  contactName: line(40, '联系人'),
  contactPhone: phone(),
  items: z
    .array(
      z.strictObject({
        suggestionId: id('建议', { widget: 'hidden', choices: 'suggestions' }),
        position: oneOf(positions, '态度'),
        body: prose(100_000, '意见'),
        commitments: z
          .array(
            z.strictObject({ text: line(500, '承诺事项'), dueOn: date('完成日期').nullable().default(null) }),
          )
          .max(20)
          .default([])
          .meta({ title: '承诺' }),
      }),
    )
    .min(1, '至少对一条建议给出意见')
    .max(60)
    .meta({ title: '逐条意见', itemTitle: 'suggestionId' }),
});

export const opinionInputs = {
  'opinion.submit': submitOpinion,
  'opinion.accept': nothing,
  'opinion.sendBack': z.strictObject({ reason: prose(2000, '退回原因') }),
} as const;
