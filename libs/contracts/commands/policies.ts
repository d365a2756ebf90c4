import { z } from 'zod';
import { id, line, prose } from '../fields';

const document = z.strictObject({
  fileId: id('政策文件', { widget: 'file', description: '任务分解表、行动计划或起草说明，.docx 或 .txt。' }),
  title: line(200, '名称')
    .nullable()
    .default(null)
    .meta({ title: '名称', description: '不填就用文件自己的标题。' }),
});

/** Documents that say who is responsible for what. */
export const policyInputs = {
  'policy.import': document,
  'policy.replace': document,
  'policy.withdraw': z.strictObject({ reason: prose(500, '停用的原因') }),
} as const;
