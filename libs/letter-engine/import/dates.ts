import { isDate } from '@fuhan/kernel';
import { parseChineseNumeral } from '../text/numerals';
import { DATE_PATTERNS } from './patterns';

const written = (year: number, month: number, day: number): string | null => {
  const date = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
  return isDate(date) ? date : null;
};

/** "20240903" and "2023619": the marks were lost; read only where one reading is a real day. */
function bareDigits(year: string, rest: string): string | null {
  const readings = new Set<string>();
  for (const split of [1, 2]) {
    const [month, day] = [rest.slice(0, split), rest.slice(split)];
    if (day === '' || day.length > 2) continue;
    if (rest.length === 4 ? split === 2 : !month.startsWith('0') && !day.startsWith('0')) {
      const date = written(Number(year), Number(month), Number(day));
      if (date) readings.add(date);
    }
  }
  return readings.size === 1 ? [...readings][0]! : null;
}

/** Digits or a Chinese numeral; "廿" and "卅" stand for twenty and thirty. */
const numeral = (text: string): number | null =>
  /^\d+$/.test(text)
    ? Number(text)
    : parseChineseNumeral(text.replace(/廿/, '二十').replace(/卅/, '三十').replace(/0/g, '〇'));

/** A line that is nothing but a date → YYYY-MM-DD; null for anything else, and for a day that does not exist. */
export function parseDateLine(line: string): string | null {
  if (line.length > 60) return null;
  const wide = line
    .normalize('NFKC')
    .trim()
    .replace(/^[(（]|[)）]$/g, '');
  const text = wide.replace(/\s+/g, '');
  const full = DATE_PATTERNS.FULL_DATE.exec(text) ?? DATE_PATTERNS.SPACED_DATE.exec(wide);
  if (full) return written(Number(full[1]), Number(full[2]), Number(full[3]));
  const chinese = DATE_PATTERNS.CHINESE_DATE.exec(text);
  if (chinese) {
    const year = numeral(
      chinese[1]!.replace(/[◯OoОо0]/g, '〇').replace(/[1-9]/g, (d) => '一二三四五六七八九'[Number(d) - 1]!),
    );
    const [month, day] = [numeral(chinese[2]!), numeral(chinese[3]!)];
    return year === null || month === null || day === null ? null : written(year, month, day);
  }
  const bare = DATE_PATTERNS.BARE_DIGITS.exec(text);
  return bare ? bareDigits(bare[1]!, bare[2]!) : null;
}

const DATE_AT_END =
  /(?:(?:19|20)\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?|[二][〇零○ＯOo0]\S{2}年\S{1,2}月\S{1,3}日)$/;

/** "某县财政局2024年7月4日" → what stands before the date, and the date; null where the line does not end in one. */
export function dateAtEnd(line: string): { readonly before: string; readonly date: string } | null {
  if (line.length > 100) return null;
  const date = DATE_AT_END.exec(line)?.[0];
  if (date === undefined || date.length === line.length || parseDateLine(date) === null) return null;
  return { before: line.slice(0, -date.length).trim(), date };
}
