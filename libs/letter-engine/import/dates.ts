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

/** A line that is nothing but a date → YYYY-MM-DD; null for anything else, and for a day that does not exist. */
export function parseDateLine(line: string): string | null {
  const text = line.replace(/\s+/g, '');
  const full = DATE_PATTERNS.FULL_DATE.exec(text);
  if (full) return written(Number(full[1]), Number(full[2]), Number(full[3]));
  const chinese = DATE_PATTERNS.CHINESE_DATE.exec(text);
  if (chinese) {
    const year = parseChineseNumeral(chinese[1]!.replace(/[Ｏ0]/g, '〇'));
    const [month, day] = [parseChineseNumeral(chinese[2]!), parseChineseNumeral(chinese[3]!)];
    return year === null || month === null || day === null ? null : written(year, month, day);
  }
  const bare = DATE_PATTERNS.BARE_DIGITS.exec(text);
  return bare ? bareDigits(bare[1]!, bare[2]!) : null;
}
