const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words that must not begin a line of a title, and ones that must not end it. */
const NO_START = /^[，。、；：？！）》”’〕…的号函了和与及届次年日月]/u;
const NO_END = /[（《“‘〔第关于对和与及]$/u;

/** Width in characters: Chinese 1, Latin and digits 0.5. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.codePointAt(0)! < 0x2000 ? 0.5 : 1), 0);

/** How bad a division into lines is: unequal lines, a word torn from its neighbour, a rectangle, an hourglass. */
function badness(lines: readonly string[], mean: number): number {
  const widths = lines.map(widthOf);
  let cost = widths.reduce((sum, w) => sum + (w - mean) ** 2, 0);
  lines.forEach((line, i) => {
    if (i > 0 && NO_START.test(line)) cost += 40;
    if (i < lines.length - 1 && NO_END.test(line)) cost += 40;
    if (i > 0 && widths[i] === widths[i - 1]) cost += 4;
  });
  if (widths.length === 3 && widths[1]! < Math.min(widths[0]!, widths[2]!)) cost += 60;
  return cost;
}

/** Best division of `tokens` into exactly `n` lines of at most `max`, or null. */
function divide(tokens: readonly string[], n: number, max: number, mean: number): string[] | null {
  let best: { lines: string[]; cost: number } | null = null;
  const place = (from: number, lines: string[]): void => {
    if (lines.length === n - 1) {
      const all = [...lines, tokens.slice(from).join('')];
      if (from >= tokens.length || widthOf(all[n - 1]!) > max) return;
      const cost = badness(all, mean);
      if (best === null || cost < best.cost) best = { lines: all, cost };
      return;
    }
    let line = '';
    for (let i = from; i < tokens.length - 1; i++) {
      line += tokens[i]!;
      if (widthOf(line) > max) break;
      if (widthOf(line) > mean * 0.4) place(i + 1, [...lines, line]);
    }
  };
  place(0, []);
  return (best as { lines: string[] } | null)?.lines ?? null;
}

const cut = (text: string, max: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const c of text) {
    if (widthOf(line + c) > max) {
      lines.push(line);
      line = '';
    }
    line += c;
  }
  return [...lines, line];
};

/**
 * Divides a title into lines by sense (GB/T 9704-2012, 7.3.1: no word is torn, the shape is a trapezium or a rhombus).
 * The lines joined are the title again. `max` is the width of a line in characters.
 */
export function titleLines(title: string, max = 20): string[] {
  const total = widthOf(title);
  if (total <= max) return [title];
  if (total > max * 5) return cut(title, max);
  const tokens = [...words.segment(title)].map((s) => s.segment);
  const least = Math.ceil(total / max);
  return (
    divide(tokens, least, max, total / least) ??
    divide(tokens, least + 1, max, total / (least + 1)) ??
    cut(title, max)
  );
}
