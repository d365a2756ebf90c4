import { squeeze } from '../text/characters';

/** The lines of the stored text that say something, without blanks at their ends. */
export const linesOf = (source: string): string[] =>
  source
    .split(/\r\n?|\n|\f/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A letter stored as a web page: what stands above its number is the page's, not the letter's. */
export const isWebPage = (source: string): boolean =>
  /^(?:#|.{0,40}(?:来源|发布(?:时间|日期)|索\s*引\s*号)\s*[:：])/m.test(source);

const DATE_LINE =
  /^(?:(?:\d{1,4}|[〇零○一二三四五六七八九十]{2,4})年(?:[\d一二三四五六七八九十〇]{1,3}月)?(?:[\d一二三四五六七八九十〇廿卅]{1,3}[日号]?)?|[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十廿卅]{1,3}[日号]|\d{2,4}[-./]\d{1,2}[-./]\d{1,2}日?|(?:19|20)\d{4,6})$/;
/** The date stands among a letter's last lines. */
const TAIL = 14;

/** The line at the letter's end that is nothing but a date, however it is written; null where there is none. */
export function dateLine(source: string): string | null {
  const lines = linesOf(source).slice(-TAIL);
  return (
    lines.reverse().find((line) => line.length <= 24 && DATE_LINE.test(squeeze(line.normalize('NFKC')))) ??
    null
  );
}
