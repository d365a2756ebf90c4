import { chineseDate } from '@fuhan/kernel';
import type { HelperOptions } from 'handlebars';
import Handlebars from 'handlebars';
import { z } from 'zod';
import { blockSchema } from '../model/model';
import { chineseNumeral, MAX_NUMERAL } from '../text/numerals';
import { blocksToTags } from './block-tags';
import { callUnit, nameProposers } from './units';

interface Item {
  readonly name?: unknown;
  readonly shortName?: unknown;
  readonly copies?: unknown;
  readonly role?: unknown;
  readonly kind?: unknown;
}
type Named = string | Item;
const nameOf = (item: Named): string => (typeof item === 'string' ? item : String(item.name ?? ''));
const items = (value: unknown): Named[] => (Array.isArray(value) ? (value as Named[]) : []);
const sectionBlocks = z.object({ blocks: z.array(blockSchema) });

/** 市政协提案委（1份） */
const withCopies = (item: Named): string =>
  typeof item === 'object' && typeof item.copies === 'number'
    ? `${nameOf(item)}（${item.copies}份）`
    : nameOf(item);

/**
 * 顿号 list of names; `list coHandlers last="和"` joins the last one otherwise, `copies=true` prints how many copies each
 * gets.
 */
function list(value: unknown, options: HelperOptions): string {
  const names = items(value).map(options.hash['copies'] === true ? withCopies : nameOf);
  const last: unknown = options.hash['last'];
  if (typeof last !== 'string' || names.length < 2) return names.join('、');
  return names.slice(0, -1).join('、') + last + names.at(-1)!;
}

/** Each telephone of a contact list once, 顿号 between. */
const phones = (contacts: unknown): string => {
  const all = (Array.isArray(contacts) ? (contacts as { phone?: unknown }[]) : []).map((c) => c.phone);
  return [...new Set(all.filter((p): p is string => typeof p === 'string' && p !== ''))].join('、');
};

const chineseDigits = (year: string): string =>
  [...year].map((digit) => chineseNumeral(Number(digit))).join('');
/** 2026-09-03 → 二〇二六年九月三日 */
const longDate = (value: unknown): string => {
  if (typeof value !== 'string') return '';
  const [year = '', month, day] = value.split('-');
  return `${chineseDigits(year)}年${chineseNumeral(Number(month))}月${chineseNumeral(Number(day))}日`;
};

const date = (value: unknown): string => (typeof value === 'string' ? chineseDate(value) : '');

/** A number in words; what is no number a letter counts with is an error of the template, not of the program. */
const numeral = (value: unknown): string => {
  const n = Number(value);
  if (Number.isInteger(n) && n >= 0 && n <= MAX_NUMERAL) return chineseNumeral(n);
  throw new Error(`“${String(value)}”写不成中文数字`);
};

/** The one party, or the only one of a list. */
const single = (value: unknown): Named | undefined =>
  Array.isArray(value) ? (value.length === 1 ? (value as Named[])[0] : undefined) : (value as Named);

/** 贵局 for 市交通局; several are 你们, or what `many` says. */
function call(value: unknown, prefix: unknown, options: HelperOptions): string {
  const party = single(value);
  if (party === undefined) return typeof options.hash['many'] === 'string' ? options.hash['many'] : '你们';
  return callUnit(nameOf(party), String(prefix));
}

function people(proposers: unknown, title: unknown, options: HelperOptions): string {
  const most: unknown = options.hash['most'];
  const persons = items(proposers).filter((item): item is Item => typeof item === 'object');
  return nameProposers(persons, String(title), typeof most === 'number' ? most : undefined);
}

/** What a person typed as a sentence: with a stop at its end, its own or this one. */
const sentence = (value: unknown): string => {
  const text = String(value ?? '').trimEnd();
  return /[。！？；：…!?;:]”?$/u.test(text) || text === '' ? text : `${text}。`;
};

/** The only helpers a template can call; anything else is an error that names it. */
export const letterHelpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  list,
  phones,
  /** 135001、135002: the numbers of proposals that one letter answers. */
  numbers: (value: unknown) =>
    (Array.isArray(value) ? (value as { number?: unknown }[]) : [])
      .map((each) => String(each.number ?? ''))
      .join('、'),
  /** 2026-09-03 → 2026年9月3日 */
  date,
  longDate,
  /** 2026-06-30 → 2026年6月30日前 */
  by: (value: unknown) => (typeof value === 'string' ? `${date(value)}前` : ''),
  /** 12 → 十二 */
  numeral,
  /** The place in a list counted from one: {{ordinal @index}} */
  ordinal: (index: unknown) => String(Number(index) + 1),
  /** The digits of a text alone: 第134030号 → 134030 */
  digits: (value: unknown) => String(value ?? '').replace(/\D+/g, ''),
  is: (a: unknown, b: unknown) => a === b,
  over: (a: unknown, b: unknown) => Number(a) > Number(b),
  many: (value: unknown) => items(value).length > 1,
  /** The short name of a unit, where it has one. */
  short: (value: unknown) => {
    const unit = value as Item;
    return typeof unit.shortName === 'string' && unit.shortName !== '' ? unit.shortName : nameOf(unit);
  },
  call,
  people,
  sentence,
  /** Those of a list of units that have a role: withRole handlers "co" */
  withRole: (units: unknown, role: unknown) =>
    items(units).filter((unit) => typeof unit === 'object' && unit.role === role),
  /** The name of a partial that is chosen by a field: named "verdict" "adopted" → verdict-adopted */
  named: (prefix: unknown, code: unknown) => `${String(prefix)}-${String(code)}`,
  blocks: (holder: unknown) => new Handlebars.SafeString(blocksToTags(sectionBlocks.parse(holder).blocks)),
};

export const knownHelpers: Readonly<Record<string, boolean>> = Object.fromEntries(
  Object.keys(letterHelpers).map((name) => [name, true]),
);
