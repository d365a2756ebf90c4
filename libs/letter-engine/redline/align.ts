import { diffArrays } from 'diff';

/** What the alignment knows of a paragraph, a table or a row. */
export interface Alignable {
  /** Only items of one sort become a pair. */
  readonly sort: string;
  readonly text: string;
  /** There is one of it in a letter (its title, its number): a pair whatever it says. */
  readonly single?: boolean;
}
/** A pair, or one of the two alone: gone or new. */
export type Aligned<T> =
  { readonly before: T; readonly after: T } | { readonly before: T } | { readonly after: T };

/** Below this share of common pairs of characters two paragraphs are two paragraphs. */
const ALIKE = 0.4;
const SINGLE = 0.45;
/** Two empty lines are a pair where nothing better is to be had. */
const EMPTY = 0.05;
const MOST_EDITS = 1000;
/** A longer stretch is compared only along its diagonal. */
const LONG = 10_000;
const BAND = 8;

type Counts = ReadonlyMap<string, number>;

function pairsOf(text: string): Counts {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

const sum = (counts: Counts): number => [...counts.values()].reduce((total, n) => total + n, 0);

function common(a: Counts, b: Counts): number {
  const both = sum(a) + sum(b);
  let shared = 0;
  for (const [pair, n] of a) shared += Math.min(n, b.get(pair) ?? 0);
  return both === 0 ? 0 : (2 * shared) / both;
}

const key = ({ sort, text }: Alignable): string => `${sort}\u0000${text}`;

/** How much two items are worth as a pair: 0 (never) to 1 (the same words). */
function likeness<T extends Alignable>(
  before: readonly T[],
  after: readonly T[],
): (i: number, j: number) => number {
  const [old, fresh] = [before, after].map((side) => side.map(({ text }) => pairsOf(text)));
  return (i, j) => {
    const [a, b] = [before[i]!, after[j]!];
    if (a.sort !== b.sort) return 0;
    if (a.text === b.text) return a.text === '' ? EMPTY : 1;
    const alike = common(old![i]!, fresh![j]!);
    if (a.single) return Math.max(SINGLE, alike);
    return alike < ALIKE ? 0 : alike;
  };
}

/** The dearest way through two short lists that keeps their order. */
function alignStretch<T extends Alignable>(before: readonly T[], after: readonly T[]): Aligned<T>[] {
  const [n, m] = [before.length, after.length];
  const worth = likeness(before, after);
  const near = (i: number, j: number): boolean => n * m <= LONG || Math.abs((i * m) / n - j) <= BAND;
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  const step = new Uint8Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const pair = near(i, j) ? worth(i, j) : 0;
      const options = [
        best[(i + 1) * width + j]!,
        best[i * width + j + 1]!,
        pair > 0 ? pair + best[(i + 1) * width + j + 1]! : -1,
      ];
      const most = Math.max(...options);
      best[i * width + j] = most;
      step[i * width + j] = options[2] === most ? 2 : options[0] === most ? 0 : 1;
    }
  const result: Aligned<T>[] = [];
  let [i, j] = [0, 0];
  while (i < n && j < m) {
    const way = step[i * width + j];
    result.push(
      way === 2
        ? { before: before[i]!, after: after[j]! }
        : way === 0
          ? { before: before[i]! }
          : { after: after[j]! },
    );
    if (way !== 1) i += 1;
    if (way !== 0) j += 1;
  }
  return [
    ...result,
    ...before.slice(i).map((item) => ({ before: item })),
    ...after.slice(j).map((item) => ({ after: item })),
  ];
}

/** Items with the same words in the same order; everything else lies in stretches between them. Empty lines hold nothing. */
function stretches<T extends Alignable>(
  before: readonly T[],
  after: readonly T[],
): { pair: boolean; before: T[]; after: T[] }[] {
  const keys = (side: readonly T[], name: string): string[] =>
    side.map((item, i) => (item.text === '' ? `${name}${i}` : key(item)));
  const parts = diffArrays(keys(before, '<'), keys(after, '>'), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [{ pair: false, before: [...before], after: [...after] }];
  const result: { pair: boolean; before: T[]; after: T[] }[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts) {
    const pair = !added && !removed;
    if (pair || result.at(-1)?.pair !== false) result.push({ pair, before: [], after: [] });
    const stretch = result.at(-1)!;
    if (!added) stretch.before.push(...before.slice(i, (i += count)));
    if (!removed) stretch.after.push(...after.slice(j, (j += count)));
  }
  return result;
}

/** What went stands before what came, wherever nothing that stayed parts them. */
function ordered<T>(items: readonly Aligned<T>[]): Aligned<T>[] {
  const result: Aligned<T>[] = [];
  let waiting: Aligned<T>[] = [];
  for (const item of items) {
    if (!('before' in item)) waiting.push(item);
    else if (!('after' in item)) result.push(item);
    else {
      result.push(...waiting, item);
      waiting = [];
    }
  }
  return [...result, ...waiting];
}

/**
 * Pairs two lists up in order, so that as many words as possible stay; what finds no partner is gone or new. Long lists are
 * cut first where the same words stand in both.
 */
export function align<T extends Alignable>(before: readonly T[], after: readonly T[]): Aligned<T>[] {
  if (before.length * after.length <= LONG) return ordered(alignStretch(before, after));
  return ordered(
    stretches(before, after).flatMap((part) =>
      part.pair
        ? part.before.map((item, i) => ({ before: item, after: part.after[i]! }))
        : alignStretch(part.before, part.after),
    ),
  );
}
