/** What a number in a cell stands for by its format: a date, an amount, a number with leading zeros. */
export type NumberLook = { readonly is: 'date' } | { readonly is: 'plain'; readonly digits: number };

const PLAIN: NumberLook = { is: 'plain', digits: 0 };
const DATE: NumberLook = { is: 'date' };
/** Formats every spreadsheet knows by number (ECMA-376 18.8.30, with those of Chinese locales). */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const LONGEST_CODE = 255;

/** The look of a format code: `yyyy"年"m"月"` is a date, `000000` a number of six digits. */
export function lookOf(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return builtInDates.has(id) ? DATE : PLAIN;
  const bare = code.slice(0, LONGEST_CODE).replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '');
  if (/[yd]/i.test(bare)) return DATE;
  const zeros = /^0+$/.exec(bare);
  return zeros ? { is: 'plain', digits: zeros[0].length } : PLAIN;
}

/** A number of a cell as its sheet shows it, without thousands: 1.35001E5 → 135001; 85 in the format 000 → 085. */
export function numberText(raw: string, digits: number): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  if (!Number.isSafeInteger(value)) return raw.trim();
  return value < 0 ? String(value) : String(value).padStart(digits, '0');
}
