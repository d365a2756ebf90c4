import { z } from 'zod';
import { chosen, date, prose } from '../fields';
import { nothing } from './common';

/** What other sections of the same unit contribute. */
export const contributionInputs = {
  'assignment.askSection': z.strictObject({
    officeId: chosen('哪个科室', 'offices'),
    question: prose(2000, '请其写什么'),
    dueOn: date('供稿日期').nullable().default(null),
  }),
  'contribution.give': z.strictObject({ body: prose(50_000, '供稿内容') }),
  'contribution.withdraw': nothing,
} as const;
