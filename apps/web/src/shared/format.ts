const instantFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (instant: string): Record<string, string> =>
  Object.fromEntries(instantFormat.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));

/** An instant as people here read it: `2026-03-01 09:05`, in the time of Shanghai wherever the browser stands. */
export function showInstant(instant: string): string {
  const { year, month, day, hour, minute } = partsOf(instant);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

/** 09:05 of the browser's clock, told in the time of Shanghai. */
export const showTime = (at: number): string => showInstant(new Date(at).toISOString()).slice(11);

/** The same without the year, for lists. */
export const showShortInstant = (instant: string): string => showInstant(instant).slice(5);

/** `2026-03-01` as `2026年3月1日`. */
export function showDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as a Chinese ordinal: 十二. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] ?? String(value);
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`;
}

/** Names in a row, the long tail counted: 王一、李二等5人. */
export const showNames = (names: readonly string[], most = 3): string =>
  names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等${names.length}位`;

/** A written text as its paragraphs; a person's blank lines mean nothing. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
