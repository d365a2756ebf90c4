import { parseChineseNumeral } from '../text/numerals';

export interface HeadMark {
  readonly text: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly number: number;
}

const CHINESE = '[一二三四五六七八九十]{1,4}';
/** Right and wrong forms of each level's mark; the number is the first group that took part. */
const SHAPES: readonly (readonly [1 | 2 | 3 | 4, RegExp])[] = [
  [1, new RegExp(`^第?(${CHINESE})\\s*[、，,.．:：;；。]\\s*[、.．]?`)],
  [
    2,
    new RegExp(
      `^[（(［[【]?\\s*(${CHINESE})\\s*[）)］\\]】]\\s*[、，,.．:：]?|^[（(](${CHINESE})(?=\\p{Script=Han}{2})(?![^）)]{0,10}[）)])`,
      'u',
    ),
  ],
  [4, /^[（(［[【]\s*(\d{1,2})\s*[）)］\]】]\s*[、，,.．:：]?/],
  [3, /^(\d{1,2})(?:\s*[.．、](?!\d)|[.．、](?=(?:19|20)\d{2}[年\-—])|\s*[，,:：](?=\p{Script=Han}))/u],
];
const RIGHT: readonly RegExp[] = [/^[^、]+、$/, /^（[^（）]+）$/, /^\d+[.．]$/, /^（\d+）$/];
/** "1，" begins a heading only where the line is short or goes on with 关于. */
const HEADING_LENGTH = 50;

const numberOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? 0);

const isLoose = (text: string): boolean => /[，,:：;；。]$/.test(text);

/** The mark a heading or a paragraph begins with, rightly written or not. */
export function markOf(text: string, isHeading: boolean): HeadMark | null {
  for (const [level, shape] of SHAPES) {
    const found = shape.exec(text);
    if (!found) continue;
    const mark = found[0].trimEnd();
    const bare = text.slice(mark.length);
    // "第一，" counts reasons; a comma behind a number may be a list's.
    if (mark.startsWith('第') || bare === '') return null;
    if (
      isLoose(mark) &&
      level === 3 &&
      !isHeading &&
      !(text.length <= HEADING_LENGTH && !/[，。；]$/.test(text)) &&
      !bare.startsWith('关于')
    )
      return null;
    return { text: mark, level, number: numberOf(found[1] ?? found[2]!) };
  }
  return null;
}

/** A mark of the wrong form, what is wrong with it, and how it should be written. */
export function faultyMark(
  text: string,
  isHeading: boolean,
): { readonly mark: HeadMark; readonly why: string; readonly right: string; readonly light: boolean } | null {
  const mark = markOf(text, isHeading);
  if (mark === null || RIGHT[mark.level - 1]!.test(mark.text)) return null;
  const word = /[一二三四五六七八九十]+|\d+/.exec(mark.text)![0];
  const right = [`${word}、`, `（${word}）`, `${word}.`, `（${word}）`][mark.level - 1]!;
  const closed = /[）)］\]】]/.test(mark.text);
  const why =
    mark.level === 2 || mark.level === 4
      ? !closed
        ? '括号不完整'
        : /[、，,.．:：]$/.test(mark.text)
          ? '括号后面不再加标点'
          : '应当用全角圆括号'
      : mark.level === 1
        ? '汉字序号后面用顿号'
        : '阿拉伯数字后面用圆点';
  return { mark, why, right, light: mark.level === 3 };
}

/** A level whose first number stands below a lower level that began without it: 1. and then （一） under it. */
export const isReversed = (level: number, lastLevel: number, counted: boolean): boolean =>
  !counted && lastLevel > level;
