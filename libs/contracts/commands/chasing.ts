import { z } from 'zod';
import { id, prose } from '../fields';

/** What a chase says. */
const words = prose(500, '催办内容', { description: '对方在通知里看到的话：催什么、何时要' });

export const chasingInputs = {
  'assignment.chase': z.strictObject({ text: words }),
} as const;

/** One text for several units; each is chased, or not, on its own. */
export const chaseMany = z.strictObject({
  assignmentIds: z
    .array(id('承办单位'))
    .min(1, '请至少选择一家')
    .max(200, '一次最多催办 200 家')
    .meta({ title: '承办单位' }),
  text: words,
});
