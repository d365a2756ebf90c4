const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–999 as Chinese counting writes it: 10 → 十, 21 → 二十一, 105 → 一百零五. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999) throw new RangeError(`no Chinese numeral for ${n}`);
  if (n < 10) return DIGITS[n]!;
  if (n < 20) return `十${n % 10 ? DIGITS[n % 10]! : ''}`;
  if (n < 100) return `${DIGITS[Math.floor(n / 10)]!}十${n % 10 ? DIGITS[n % 10]! : ''}`;
  const rest = n % 100;
  const hundreds = `${DIGITS[Math.floor(n / 100)]!}百`;
  if (rest === 0) return hundreds;
  if (rest < 10) return `${hundreds}零${DIGITS[rest]!}`;
  return `${hundreds}${rest < 20 ? '一' : ''}${chineseNumeral(rest)}`;
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

/** 十二 → 12, 一百零五 → 105, 二〇二五 → 2025; null for what is no numeral. */
export function parseChineseNumeral(text: string): number | null {
  if (text === '' || !/^[〇零○一二三四五六七八九十百]+$/.test(text)) return null;
  if (!/[十百]/.test(text)) return Number([...text].map((c) => VALUE[c]).join(''));
  let total = 0;
  let digit: number | null = null;
  for (const c of text) {
    if (c === '百' || c === '十') {
      total += (digit ?? 1) * (c === '百' ? 100 : 10);
      digit = null;
    } else digit = VALUE[c]!;
  }
  return total + (digit ?? 0);
}
