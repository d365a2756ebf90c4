import { inChinese } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import type { z } from 'zod';

/** Parses what a request brought. @throws FuhanError `request.invalid` with the fields */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw, { error: inChinese });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new FuhanError('request.invalid', { detail: errors[0]?.message ?? '' }, { errors });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id of an address: what is none cannot be found. @throws FuhanError `request.not-found` */
export function idOf(raw: string): string {
  if (!uuid.test(raw)) throw new FuhanError('request.not-found');
  return raw.toLowerCase();
}
