import { type DateString, isDate } from '@fuhan/kernel';
import { parseChineseNumeral } from '@fuhan/letter-engine';
import { serialDate } from '../table/serial';

/** Serial days of 1954 … 2119: a number outside is no day of a proposal. */
const SERIALS = { least: 20_000, most: 80_000 } as const;

const dated = (year: string, month: string, day: string): DateString | null => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(text) ? text : null;
};

function chinese(text: string): DateString | null {
  const [, ...parts] =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?$/.exec(
      text,
    ) ?? [];
  const numbers = parts.map(parseChineseNumeral);
  if (numbers.length !== 3 || numbers.includes(null)) return null;
  const [year, month, day] = numbers.map(String);
  return dated(year!, month!, day!);
}

/**
 * A day as lists write it: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301, 二〇二六年三月一日, each with a time of day behind
 * it or not; or the serial number of a spreadsheet. Null for what is none of these, or no day that exists.
 */
export function parseDay(written: string, date1904 = false): DateString | null {
  const text = written.normalize('NFKC').trim();
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[\sT].*)?$/.exec(text) ??
    /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  if (parts) return dated(parts[1]!, parts[2]!, parts[3]!);
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const serial = Number(text);
    return serial >= SERIALS.least && serial <= SERIALS.most ? serialDate(serial, date1904) : null;
  }
  return chinese(text);
}
