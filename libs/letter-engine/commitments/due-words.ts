import { addDays, addMonths, type DateString, isDate } from '@fuhan/kernel';
import { parseChineseNumeral } from '../text/numerals';

/** By when something is promised: the words, and the day they mean; null where they name none (尽快, 每年). */
export interface DueWords {
  readonly words: string;
  readonly day: DateString | null;
}

type Groups = Readonly<Record<string, string | undefined>>;
type ReadDay = (groups: Groups, letterDate: DateString) => DateString | null;

const YEAR = '(?:(?<year>20\\d{2})年(?:度)?|(?<word>今年|本年度?|当年|明年|次年|翌年|后年))';
const WORD_YEARS: Readonly<Record<string, number>> = { 明: 1, 次: 1, 翌: 1, 后: 2 };

const yearOf = ({ year, word }: Groups, letterDate: DateString): number =>
  year === undefined ? Number(letterDate.slice(0, 4)) + (WORD_YEARS[word?.[0] ?? ''] ?? 0) : Number(year);

const numberOf = (text: string | undefined): number | null =>
  text === undefined ? null : /^\d+$/.test(text) ? Number(text) : parseChineseNumeral(text);

const two = (n: number): string => String(n).padStart(2, '0');
const lastOf = (year: number, month: number): DateString =>
  addDays(addMonths(`${year}-${two(month)}-01`, 1), -1);

/** The day of a month that the words mean: 6月底, 6月上旬, 6月30日, 6月前 (before it begins). */
function dayOfMonth(groups: Groups, year: number): DateString | null {
  const month = Number(groups['month']);
  const { day, part, before } = groups;
  if (day !== undefined) {
    const exact = `${year}-${two(month)}-${two(Number(day))}`;
    return isDate(exact) ? exact : null;
  }
  if (part === '上旬') return `${year}-${two(month)}-10`;
  if (part === '中旬') return `${year}-${two(month)}-20`;
  if (part === undefined && before !== undefined) return addDays(`${year}-${two(month)}-01`, -1);
  return lastOf(year, month);
}

const MONTH =
  '(?<month>1[0-2]|0?[1-9])月(?:份)?(?:(?<day>3[01]|[12]\\d|0?[1-9])[日号]|(?<part>底|末|上旬|中旬|下旬))?(?<before>之?以?前)?';
/** Beside a year: 春灌前, 汛期前. Which day that is nobody can tell from the words. */
const EVENT = '(?<event>[\\p{Script=Han}]{1,6}之?以?前)';

const quarterEnd = (year: number, quarter: string | undefined): DateString =>
  lastOf(year, 3 * (numberOf(quarter) ?? 4));

/** From here on the months of a year's first half mean the next year's, where something is to be done before them. */
const LATE_MONTH = 10;

/** A month is the letter's year's; 3月底前 in a letter of November is the next year's. */
const monthAhead: ReadDay = (groups, letterDate) => {
  const year = Number(letterDate.slice(0, 4));
  const late = Number(letterDate.slice(5, 7)) >= LATE_MONTH && Number(groups['month']) <= 6;
  return dayOfMonth(groups, late && groups['before'] !== undefined ? year + 1 : year);
};

/** Plans by their number: 十五五 ends with 2030. */
const PLAN_ENDS: Readonly<Record<string, number>> = { 十四五: 2025, 十五五: 2030, 十六五: 2035 };

const spans: Readonly<Record<string, (date: DateString, n: number) => DateString>> = {
  年: (date, n) => addMonths(date, 12 * n),
  月: (date, n) => addMonths(date, n),
  日: (date, n) => addDays(date, n),
  天: (date, n) => addDays(date, n),
};
const within: ReadDay = ({ amount, unit }, letterDate) => {
  if (amount === '半') return addMonths(letterDate, 6);
  const n = amount === '两' ? 2 : numberOf(amount);
  return n === null ? null : (spans[unit?.at(-1) ?? '']?.(letterDate, n) ?? null);
};

/** Each way to name a day, the more exact first: where one has read a word, no other reads it again. */
const forms: readonly (readonly [RegExp, ReadDay])[] = [
  [/每(?:半?年|季度?|月|周)(?:\d{1,2}月)?[底末初]?(?:前)?|逐[年月季]/g, () => null],
  [
    /[“"]?(?<plan>十[四五六]五)[”"]?(?:规划)?(?:期间|时期|期末|末|内)/g,
    ({ plan }) => `${PLAN_ENDS[plan ?? '']}-12-31`,
  ],
  [
    new RegExp(`${YEAR}(?:${MONTH})`, 'g'),
    (groups, letterDate) => dayOfMonth(groups, yearOf(groups, letterDate)),
  ],
  [
    new RegExp(`${YEAR}第?(?<quarter>[一二三四1-4])季度(?:末|底)?(?:前)?`, 'g'),
    (groups, letterDate) => quarterEnd(yearOf(groups, letterDate), groups['quarter']),
  ],
  [
    new RegExp(`${YEAR}(?<half>[上下])半年(?:末|底)?(?:前)?`, 'g'),
    (groups, letterDate) => `${yearOf(groups, letterDate)}-${groups['half'] === '上' ? '06-30' : '12-31'}`,
  ],
  [
    new RegExp(`${YEAR}(?:年?[底末]|内)(?:之?以?前)?`, 'g'),
    (groups, letterDate) => `${yearOf(groups, letterDate)}-12-31`,
  ],
  [new RegExp(`${YEAR}之?以?前`, 'g'), (groups, letterDate) => `${yearOf(groups, letterDate) - 1}-12-31`],
  [new RegExp(`${YEAR}${EVENT}`, 'gu'), () => null],
  [
    // The letter's own year tells nothing: in it stands what was done as well.
    /(?:20\d{2}年?[—\-－~～至到])?(?<year>20\d{2})年(?:度)?(?!起|以来|至今)/g,
    ({ year = '' }, letterDate) => (year > letterDate.slice(0, 4) ? `${year}-12-31` : `${year}-01-01`),
  ],
  [/(?<word>明年|后年)/g, (groups, letterDate) => `${yearOf(groups, letterDate)}-12-31`],
  [
    /第(?<quarter>[一二三四])季度(?:末|底)?(?:前)?/g,
    ({ quarter }, letterDate) => {
      const year = Number(letterDate.slice(0, 4));
      const end = quarterEnd(year, quarter);
      return end > letterDate ? end : quarterEnd(year + 1, quarter);
    },
  ],
  [
    /(?<half>[上下])半年(?:末|底)?(?:前)?/g,
    ({ half }, letterDate) => {
      const year = Number(letterDate.slice(0, 4));
      if (half === '下') return `${year}-12-31`;
      return `${letterDate < `${year}-06-30` ? year : year + 1}-06-30`;
    },
  ],
  [/(?<amount>\d{1,3}|[一两二三四五六七八九十半]{1,3})(?<unit>个?年|个月|日|天)(?:之?以?内)/g, within],
  [/年[底末](?:之?以?前)?|年内|年度内/g, (_, letterDate) => `${letterDate.slice(0, 4)}-12-31`],
  [new RegExp(`(?<!\\d)${MONTH}`, 'g'), monthAhead],
  [/尽快|尽早|适时|近期|早日|条件成熟(?:后|时)|逐步|长期|持续/g, () => null],
];

/** The words in titles and quotation marks name no day of their own; the five-year plans are quoted as a habit. */
const masked = (text: string): string =>
  text
    .replace(/《[^《》]*》|〔[^〔〕]*〕/g, (title) => '□'.repeat(title.length))
    .replace(/“(?!十[四五六]五”)[^“”]*”/g, (quote) => '□'.repeat(quote.length));

/** All words of a text that tell by when, in their order. */
export function allDueWords(text: string, letterDate: DateString): DueWords[] {
  let rest = masked(text);
  const found: { at: number; due: DueWords }[] = [];
  for (const [form, read] of forms) {
    for (const match of rest.matchAll(form))
      found.push({
        at: match.index,
        due: { words: match[0], day: read(match.groups ?? {}, letterDate) },
      });
    rest = rest.replace(form, (words) => '□'.repeat(words.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ due }) => due);
}

/**
 * By when a sentence promises: of several days ahead the last, for by then all of it is to be done; else the first words that name no day.
 * Days that lie behind the letter tell what was done.
 */
export function dueWordsOf(text: string, letterDate: DateString): DueWords | null {
  const all = allDueWords(text, letterDate);
  const ahead = all.filter(({ day }) => day !== null && day > letterDate);
  const [last] = ahead.sort((a, b) => (a.day! < b.day! ? 1 : -1));
  return last ?? all.find(({ day }) => day === null) ?? null;
}
