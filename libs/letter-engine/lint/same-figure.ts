/** Names this long are told by their end. */
const TELLING = 4;

/** "城区雨水管渠" and "雨水管渠". */
export const sameName = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= TELLING && (a.endsWith(b) || b.endsWith(a)));

/** Two times are one where they are equal, or one is not told. */
export const sameTime = (a: { readonly time: string }, b: { readonly time: string }): boolean =>
  a.time === b.time || a.time === '' || b.time === '';
