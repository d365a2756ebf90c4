import { FuhanError } from '@fuhan/kernel';

/**
 * Characters no letter may contain: control characters (XML 1.0 forbids them, and none has a shape), halves of a
 * surrogate pair, and the marks that turn the writing direction round.
 */
const UNPRINTABLE = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufdd0-\\ufdef\\ufffe\\uffff\\ud800-\\udfff]',
  'u',
);

/** The first unprintable character of `text`, as "U+0007", or null. */
export function unprintable(text: string): string | null {
  const found = UNPRINTABLE.exec(text)?.[0];
  return found === undefined
    ? null
    : `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Throws `letter.control-character` when a string anywhere inside `value` cannot be printed; `place` names where. */
export function assertPrintable(value: unknown, place: string): void {
  if (typeof value === 'string') {
    const code = unprintable(value);
    if (code !== null) throw new FuhanError('letter.control-character', { place: place || '正文', code });
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => assertPrintable(item, `${place}[${i + 1}]`));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) assertPrintable(item, place ? `${place}.${key}` : key);
  }
}

const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef\\u{20000}-\\u{3ffff}“”‘’…—·';
const BESIDE_CJK = new RegExp(`(?<=[${CJK}]) | (?=[${CJK}])`, 'gu');

/**
 * Takes out the blanks that a stored copy leaves beside Chinese characters ("2024 年", "十三届 四次"); a blank between two
 * Latin words stays one blank.
 */
export const closeUp = (text: string): string => text.trim().replace(/\s+/g, ' ').replace(BESIDE_CJK, '');

/** Without white space and characters of no width, which print nothing: how two printings of one text are compared. */
export const squeeze = (text: string): string => text.replace(/[\s\u200b-\u200d\u2060]+/gu, '');
