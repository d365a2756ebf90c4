/**
 * The width of a text whose Latin letters, digits and marks are `narrow` and all others `wide`. Counted by code unit, without
 * taking the text apart: it is asked for every paragraph of every letter.
 */
export function widthIn(text: string, narrow: number, wide: number): number {
  let [few, many] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x2000) few++;
    else {
      many++;
      if (unit >= 0xd800 && unit < 0xdc00) i++;
    }
  }
  return few * narrow + many * wide;
}
