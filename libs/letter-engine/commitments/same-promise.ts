const plain = (text: string): string => text.replace(/[^\p{L}\p{N}%]/gu, '');

const pairsOf = (text: string): Set<string> =>
  new Set([...text].slice(1).map((letter, i) => `${[...text][i]}${letter}`));

/** So much of the shorter one stands in the longer one, and they promise the same. */
const ALIKE = 0.6;

/** Whether two texts promise the same thing in other words: an opinion's 年底前建成十处 and the letter's 我局将于2026年底前建成十处共享充电桩. */
export function samePromise(one: string, other: string): boolean {
  const [short, long] = [plain(one), plain(other)].sort((a, b) => a.length - b.length) as [string, string];
  if (short === '') return false;
  if (long.includes(short)) return true;
  const wanted = [...pairsOf(short)];
  const known = pairsOf(long);
  return wanted.filter((pair) => known.has(pair)).length >= ALIKE * wanted.length;
}
