import { FuhanError } from '@fuhan/kernel';
import { z } from 'zod';
import { letterKinds } from '../model/model';
import { type CompleteFields, fieldsSchemas } from './fields';

const chinese = z.locales.zhCN().localeError;

/**
 * The fields of one kind, checked and with everything optional filled in.
 * @throws FuhanError `letter.kind-unknown`, or `letter.fields-invalid` with the field and the reason
 */
export function parseFields(kind: string, value: unknown): CompleteFields {
  const known = letterKinds.find((name) => name === kind);
  if (known === undefined)
    throw new FuhanError('letter.kind-unknown', { kind, kinds: letterKinds.join('、') });
  const parsed = fieldsSchemas[known].safeParse(value, { error: chinese });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  throw new FuhanError('letter.fields-invalid', {
    kind: known,
    field: path === '' ? '（整体）' : path,
    detail: issue?.message ?? '',
  });
}

/** The fields of a letter of `kind` from their JSON text; `file` only names it in the error. */
export function parseFieldsJson(kind: string, text: string, file = 'JSON'): CompleteFields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FuhanError('letter.json-broken', { file });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return parseFields(kind, value);
  return parseFields(kind, { kind, ...value });
}
