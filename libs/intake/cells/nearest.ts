/** Pairs of neighbouring characters, with the ends marked. */
const pairs = (text: string): string[] =>
  [...`^${text}$`].map((c, i, all) => c + (all[i + 1] ?? '')).slice(0, -1);

/** How alike two names are, 0 … 1: the share of neighbouring characters they have in common (Dice). */
export function alike(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  const rest = [...right];
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * common) / (left.length + right.length);
}
