import { chineseDate } from '@fuhan/kernel';
import type { HelperOptions } from 'handlebars';
import Handlebars from 'handlebars';
import { z } from 'zod';
import { blockSchema } from '../model/model';
import { chineseNumeral } from '../text/numerals';
import { blocksToTags } from './block-tags';

type Named = string | { readonly name?: unknown };
const nameOf = (item: Named): string => (typeof item === 'string' ? item : String(item.name ?? ''));
const items = (value: unknown): Named[] => (Array.isArray(value) ? (value as Named[]) : []);
const sectionBlocks = z.object({ blocks: z.array(blockSchema) });

/** 顿号 list of names; `list coHandlers last="和"` joins the last one otherwise. */
function list(value: unknown, options: HelperOptions): string {
  const names = items(value).map(nameOf);
  const last: unknown = options.hash['last'];
  if (typeof last !== 'string' || names.length < 2) return names.join('、');
  return names.slice(0, -1).join('、') + last + names.at(-1)!;
}

/** Each telephone of a contact list once, 顿号 between. */
const phones = (contacts: unknown): string => {
  const all = (Array.isArray(contacts) ? (contacts as { phone?: unknown }[]) : []).map((c) => c.phone);
  return [...new Set(all.filter((p): p is string => typeof p === 'string' && p !== ''))].join('、');
};

/** The only helpers a template can call; anything else is an error that names it. */
export const letterHelpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  list,
  phones,
  /** 2026-09-03 → 2026年9月3日 */
  date: (value: unknown) => (typeof value === 'string' ? chineseDate(value) : ''),
  /** 12 → 十二 */
  numeral: (value: unknown) => chineseNumeral(Number(value)),
  /** The digits of a text alone: 第134030号 → 134030 */
  digits: (value: unknown) => String(value ?? '').replace(/\D+/g, ''),
  is: (a: unknown, b: unknown) => a === b,
  many: (value: unknown) => items(value).length > 1,
  /** The name of a partial that is chosen by a field: named "verdict" "adopted" → verdict-adopted */
  named: (prefix: unknown, code: unknown) => `${String(prefix)}-${String(code)}`,
  blocks: (section: unknown) => new Handlebars.SafeString(blocksToTags(sectionBlocks.parse(section).blocks)),
};

export const knownHelpers: Readonly<Record<string, boolean>> = Object.fromEntries(
  Object.keys(letterHelpers).map((name) => [name, true]),
);
