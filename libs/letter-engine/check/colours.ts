/** Any red of an official letter: E60012, FF0000 and what CMYK makes of them. */
export function isRed(colour: string): boolean {
  const [r, g, b] = (/^#(..)(..)(..)$/.exec(colour)?.slice(1) ?? []).map((part) => parseInt(part, 16));
  if (r === undefined || g === undefined || b === undefined) return false;
  return r >= 0xa0 && g <= 0x60 && b <= 0x60;
}
