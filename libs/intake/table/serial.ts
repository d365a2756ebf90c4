import { addDays, type DateString } from '@fuhan/kernel';

const LAST = 2_958_465; // 9999-12-31
/** 1900 was no leap year; spreadsheets count a 29 February 1900 all the same. */
const FALSE_LEAP_DAY = 60;

/** A serial day of a spreadsheet as a date; the time of day is dropped. Null for what is none. */
export function serialDate(serial: number, date1904: boolean): DateString | null {
  const day = Math.floor(serial);
  if (!Number.isFinite(day) || day < (date1904 ? 0 : 1) || day > LAST) return null;
  if (date1904) return addDays('1904-01-01', day);
  return day === FALSE_LEAP_DAY ? null : addDays(day < FALSE_LEAP_DAY ? '1899-12-31' : '1899-12-30', day);
}
