const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** The largest number written in Chinese here; no letter counts further. */
export const MAX_NUMERAL = 9999;

/** 0–9999 as Chinese counting writes it: 10 → 十, 21 → 二十一, 105 → 一百零五, 1010 → 一千零一十. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > MAX_NUMERAL) throw new RangeError(`no Chinese numeral for ${n}`);
  if (n < 10) return DIGITS[n]!;
  const places = ['', '十', '百', '千'];
  const digits = [...String(n)].map(Number);
  const written = digits
    .map((digit, i) => (digit === 0 ? '零' : DIGITS[digit]! + places[digits.length - 1 - i]!))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
  return n < 20 ? written.slice(1) : written;
}

const VALUE: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const WEIGHT: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十二 → 12, 一百零五 → 105, 二〇二五 → 2025; null for what is no numeral. */
export function parseChineseNumeral(text: string): number | null {
  if (text === '' || !/^[〇零○一二三四五六七八九十百千]+$/.test(text)) return null;
  if (!/[十百千]/.test(text)) return Number([...text].map((c) => VALUE[c]).join(''));
  let total = 0;
  let digit: number | null = null;
  for (const c of text) {
    const weight = WEIGHT[c];
    if (weight !== undefined) {
      total += (digit ?? 1) * weight;
      digit = null;
    } else digit = VALUE[c]!;
  }
  return total + (digit ?? 0);
}
