const D = '[0-9０-９]';
/** What people put between the groups of a number. */
const GAP = '[ \\u3000]?[-－—–‐]{0,2}[ \\u3000]?';
const EXTENSION = `(?:[ ,，]?(?:转分机|分机号?|转|ext\\.?|#|[-－—–])[ ]?${D}{1,6})?`;
const digits = (count: string): string => `(?:${D}${GAP}){${count}}${D}`;
const COUNTRY = `(?:(?:[+＋]|[0０]{2})[8８][6６]${GAP}|[8８][6６][-－ ])?`;
const AREA = `(?:[（(][0０]${D}{2,3}[）)]|[0０](?:[1１2２]${D}|[3-9３-９]${D}{2}))`;

/** The forms of a number that need no word beside them. */
const SURE = [
  `${COUNTRY}[1１][3-9３-９]${GAP}${digits('8')}${EXTENSION}`,
  `${COUNTRY}${AREA}${GAP}[2-9２-９]${GAP}${digits('5,6')}${EXTENSION}`,
  `[（(][+＋]?[8８][6６][）)]${GAP}${digits('9,11')}`,
  `[+＋][8８][6６]${GAP}[1-9１-９]${GAP}${digits('7,10')}${EXTENSION}`,
  `[48４８][0０]{2}[-－ ]${D}{3,4}[-－ ]?${D}{3,4}`,
];
/** A local number is a telephone only where the words before it say so, or after another telephone. */
const LOCAL = `[2-9２-９]${GAP}${digits('5,6')}${EXTENSION}|[48４８][0０]{2}${D}{7}`;
const SAID =
  /(?:电话|手机|座机|热线|传真|致电|拨打|来电|联系方式|号码|微信|tel|fax|phone)[^0-9０-９。；;\n]{0,12}$/iu;
const AFTER_PHONE = /^[ \u3000]*(?:[、/／,，;；或和及]|以及)[ \u3000]*$/;
/** A number of something, not a number to call. */
const COUNTED =
  /^[ \u3000]*(?:[.．]?[0-9０-９]|[A-Za-z]|元|万|亿|人|户|吨|册|件|平方|㎡|%|％|个|项|号(?!码)|年|米|公里|株|[〕\]])/u;
const NUMBERED = /(?:第|No\.?|[A-Za-z0-9０-９〔.．¥￥*_/]|[0-9０-９][-－—–.．,，])$/u;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every telephone number of a text: mobile and landline in any usual writing, local ones where the text calls them so. */
export function phonesIn(text: string): Span[] {
  const found: Span[] = [];
  const pattern = new RegExp(`(?:(?<sure>${SURE.join('|')})|(?<local>${LOCAL}))(?!${D})`, 'gu');
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const before = text.slice(Math.max(0, start - 20), start);
    const last = found.at(-1);
    const said = SAID.test(before) || (last !== undefined && AFTER_PHONE.test(text.slice(last.end, start)));
    const fits = !COUNTED.test(text.slice(end)) && !NUMBERED.test(before);
    if (fits && (said || match.groups?.['sure'] !== undefined)) found.push({ start, end });
    // Another number may begin inside what was none.
    else pattern.lastIndex = start + (/^[0-9０-９]+/.exec(match[0])?.[0].length ?? 1);
  }
  return found;
}

const isDigit = (character: string): boolean => /[0-9０-９]/.test(character);

/**
 * 138****5678; a landline keeps area code and last two digits (0999-*****78), a local number its last two. An extension goes.
 */
export function maskedPhone(phone: string): string {
  const body = phone.replace(/[ ,，]?(?:转分机|分机号?|转|ext\.?|#)[ ]?[0-9０-９]{1,6}$/iu, '');
  const characters = [...body].filter(isDigit).map((c) => c.normalize('NFKC'));
  const number = characters.join('').replace(/^(?:00)?86(?=1[3-9]\d{9}$|0?\d{9,11}$)/, '');
  if (/^1[3-9]\d{9}$/.test(number)) return `${number.slice(0, 3)}****${number.slice(7)}`;
  const area = /^0(?:[12]\d|[3-9]\d{2})(?=\d{7})/.exec(number)?.[0];
  if (area === undefined)
    return `${'*'.repeat(Math.max(3, Math.min(8, number.length - 2)))}${number.slice(-2)}`;
  return `${area}-${'*'.repeat(Math.min(6, number.length - area.length - 2))}${number.slice(area.length).slice(0, 8).slice(-2)}`;
}
