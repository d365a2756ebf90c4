import { z } from 'zod';
import { id, line } from '../fields';

/** Letters of earlier years, in files or packages of files. */
export const letterImportInputs = {
  'letterImport.create': z.strictObject({
    files: z
      .array(
        z.strictObject({
          fileId: id('文件', { widget: 'file' }),
          path: line(500, '文件名').meta({ description: '带上所在文件夹，如 2023年/答复.docx。' }),
        }),
      )
      .min(1, '请选择文件')
      .max(5_000)
      .meta({ title: '文件', description: '.txt、.docx、.pdf，或它们的 .zip 压缩包。' }),
  }),
  'letterImport.undo': z.strictObject({}),
} as const;
