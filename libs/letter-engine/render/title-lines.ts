import { titleTokens, widthOf } from './title-tokens';

/** Words that must not begin a line of a title, and ones that must not end it. */
const NO_START = /^(?:[，。、；：？！）》”’〕…]|[的号函了和与及或届次年月日类等])/u;
const NO_END = /(?:[（《“‘〔]|第|关于|[对和与及或])$/u;
/** Up to so many lines every division is compared, the shape included; beyond, line by line. */
const COMPARED = 4;
/** Offices print as few lines as hold the title; only a torn sense is worth one line more. */
const ONE_LINE_MORE = 35;

/** The sense of ending a line between these two pieces: below 0 a good place, above 0 a bad one. */
function breakCost(before: string, after: string): number {
  let cost = 0;
  if (NO_START.test(after)) cost += 40;
  if (NO_END.test(before)) cost += 40;
  if (/^\p{Script=Han}$/u.test(before)) cost += 25;
  if (after.startsWith('关于')) cost -= 12;
  if (/[、》]$/u.test(before)) cost -= 3;
  if (/(?:会议|[^目]的|号)$/u.test(before)) cost -= 3;
  return cost;
}

/** A trapezium grows or shrinks throughout, a rhombus is widest in between: never narrow between two wide lines. */
const hasWaist = (widths: readonly number[]): boolean =>
  widths.some(
    (w, i) => Math.max(0, ...widths.slice(0, i)) > w + 0.5 && Math.max(0, ...widths.slice(i + 1)) > w + 0.5,
  );

/** How bad a division into lines is: unequal lines, a rectangle, an hourglass. */
function shapeCost(lines: readonly string[], mean: number): number {
  const widths = lines.map(widthOf);
  const unequal = widths.reduce((sum, w) => sum + (w - mean) ** 2, 0);
  const rectangle = widths.filter((w, i) => i > 0 && Math.abs(w - widths[i - 1]!) < 0.6).length * 4;
  return unequal + rectangle + (hasWaist(widths) ? 60 : 0);
}

interface Division {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** The best division of `tokens` into exactly `n` lines of at most `max`, every one compared. */
function compare(tokens: readonly string[], n: number, max: number): Division | null {
  const mean = widthOf(tokens.join('')) / n;
  let best: Division | null = null;
  const place = (from: number, lines: readonly string[], breaks: number): void => {
    if (lines.length === n - 1) {
      const all = [...lines, tokens.slice(from).join('')];
      const cost = breaks + shapeCost(all, mean);
      if (widthOf(all[n - 1]!) <= max && (best === null || cost < best.cost)) best = { lines: all, cost };
      return;
    }
    let line = '';
    for (let i = from; i < tokens.length - 1; i++) {
      line += tokens[i]!;
      if (widthOf(line) > max) break;
      if (widthOf(line) > mean * 0.4)
        place(i + 1, [...lines, line], breaks + breakCost(tokens[i]!, tokens[i + 1]!));
    }
  };
  if (tokens.length >= n) place(0, [], 0);
  return best;
}

/** Line by line for a title of many lines: the cheapest way to each piece, lines near `max`. */
function fill(tokens: readonly string[], max: number): string[] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= tokens.length; end++) {
    best[end] = { cost: Infinity, from: end - 1 };
    let line = '';
    for (let from = end - 1; from >= 0; from--) {
      line = tokens[from]! + line;
      const width = widthOf(line);
      if (width > max) break;
      const spare = end === tokens.length ? 0 : (max - width) ** 2;
      const sense = end === tokens.length ? 0 : breakCost(tokens[end - 1]!, tokens[end]!);
      const cost = best[from]!.cost + spare + sense;
      if (cost < best[end]!.cost) best[end] = { cost, from };
    }
  }
  const lines: string[] = [];
  for (let end = tokens.length; end > 0; end = best[end]!.from)
    lines.unshift(tokens.slice(best[end]!.from, end).join(''));
  return lines;
}

/** A piece wider than a line is cut where the line is full. */
function fitting(token: string, max: number): string[] {
  const pieces = [''];
  for (const c of token) {
    if (widthOf(pieces.at(-1)! + c) > max) pieces.push(c);
    else pieces[pieces.length - 1] += c;
  }
  return pieces;
}

function divide(title: string, max: number, names: readonly string[]): readonly string[] {
  const total = widthOf(title);
  if (total <= max) return [title];
  const tokens = titleTokens(title, max, names).flatMap((token) => fitting(token, max));
  const least = Math.ceil(total / max);
  if (least > COMPARED) return fill(tokens, max);
  const [few, more] = [compare(tokens, least, max), compare(tokens, least + 1, max)];
  if (few && more) return few.cost <= more.cost + ONE_LINE_MORE ? few.lines : more.lines;
  return (few ?? more)?.lines ?? fill(tokens, max);
}

/**
 * Divides a title into lines by sense (GB/T 9704-2012, 7.3.1: no word is torn, the shape is a trapezium or a rhombus).
 * The lines joined are the title again; a line feed typed in the title is a break made by hand. `max` is the width of a
 * line in characters, `names` are words (units, people) that stay whole.
 */
export function titleLines(title: string, max = 20, names: readonly string[] = []): string[] {
  return title.split('\n').flatMap((part) => divide(part, max, names));
}
