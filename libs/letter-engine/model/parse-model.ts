import { FuhanError } from '@fuhan/kernel';
import { z } from 'zod';
import { assertPrintable } from '../text/characters';
import { type LetterModel, letterModelSchema } from './model';

const chinese = z.locales.zhCN().localeError;

/** Reads a letter from its JSON text; `file` only names it in the error. Fields that are absent count as empty. */
export function parseLetterJson(text: string, file = 'JSON'): LetterModel {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FuhanError('letter.json-broken', { file });
  }
  const parsed = letterModelSchema.safeParse(value, { error: chinese });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new FuhanError('letter.json-invalid', {
      file,
      field: issue?.path.join('.') || '（整体）',
      detail: issue?.message ?? '',
    });
  }
  assertPrintable(parsed.data, '');
  return parsed.data;
}
