import { chineseNumeral, MAX_NUMERAL } from '../text/numerals';

const MARKS: readonly RegExp[] = [
  /^[〇零一二三四五六七八九十百千]+[、.．]/,
  /^[（(][〇零一二三四五六七八九十百千]+[）)]/,
  /^\d{1,3}[.．、](?!\d)/,
  /^[（(]\d{1,3}[）)]/,
];

/** The number mark a text begins with and its level: "一、" 1, "（一）" 2, "1." 3, "（1）" 4; null where there is none. */
export function headingMark(text: string): { mark: string; level: 1 | 2 | 3 | 4 } | null {
  for (const [i, pattern] of MARKS.entries()) {
    const mark = pattern.exec(text)?.[0];
    if (mark !== undefined) return { mark, level: (i + 1) as 1 | 2 | 3 | 4 };
  }
  return null;
}

/** The mark the `n`-th section (from 1) is expected to carry; beyond counting, none. */
export const sectionMark = (n: number): string => (n <= MAX_NUMERAL ? `${chineseNumeral(n)}、` : '');

/** A section heading as it is printed: with the expected mark, unless the stored words bring one of their own. */
export const printedHeading = (heading: string, n: number): string =>
  headingMark(heading)?.level === 1 ? heading : sectionMark(n) + heading;

/** The reverse of `printedHeading`: what is stored of a printed heading that stands as number `n`. */
export const storedHeading = (printed: string, n: number): string =>
  printed.startsWith(sectionMark(n)) && headingMark(printed.slice(sectionMark(n).length))?.level !== 1
    ? printed.slice(sectionMark(n).length)
    : printed;
