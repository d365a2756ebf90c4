import { wordsOf } from './words';

/** How often a word stands in a text. */
type Counts = ReadonlyMap<string, number>;

const counted = (words: readonly string[]): Counts => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** Robertson and Zaragoza's BM25 with its usual steepness; half the weight of length, as measures are short anyhow. */
const STEEPNESS = 1.2;
const LENGTH = 0.5;

/** A text with how alike it is to a question, and by which words. */
export interface Alike<T> {
  readonly of: T;
  readonly score: number;
  readonly words: readonly string[];
  /** How much of what the question says these words carry, by their weight: 1 is all of it. */
  readonly share: number;
  /** How much of the text these words are: a long text has a few words of everything. */
  readonly density: number;
}

/** Texts that can be asked which of them are about the same: a word many of them have weighs little. */
export class Likeness<T> {
  private readonly texts: readonly { readonly of: T; readonly counts: Counts; readonly length: number }[];
  private readonly weights: ReadonlyMap<string, number>;
  private readonly meanLength: number;

  constructor(items: readonly T[], textOf: (item: T) => string) {
    this.texts = items.map((of) => {
      const words = wordsOf(textOf(of));
      return { of, counts: counted(words), length: words.length };
    });
    const having = counted(this.texts.flatMap(({ counts }) => [...counts.keys()]));
    const all = this.texts.length;
    this.weights = new Map(
      [...having].map(([word, n]) => [word, Math.log(1 + (all - n + 0.5) / (n + 0.5))] as const),
    );
    this.meanLength = this.texts.reduce((sum, { length }) => sum + length, 0) / Math.max(all, 1) || 1;
  }

  /** What some words say together; what no text has says most. */
  private weigh(words: readonly string[]): number {
    const unknown = Math.log(1 + (this.texts.length + 0.5) / 0.5);
    return words.reduce((sum, word) => sum + (this.weights.get(word) ?? unknown), 0);
  }

  /** Those that share a word with the text, the likest first. */
  to(text: string): Alike<T>[] {
    const asked = [...new Set(wordsOf(text))];
    const whole = this.weigh(asked);
    return this.texts
      .map(({ of, counts, length }): Alike<T> => {
        const words = asked.filter((word) => counts.has(word));
        const damped = STEEPNESS * (1 - LENGTH + (LENGTH * length) / this.meanLength);
        const score = words.reduce((sum, word) => {
          const n = counts.get(word) ?? 0;
          return sum + ((this.weights.get(word) ?? 0) * n * (STEEPNESS + 1)) / (n + damped);
        }, 0);
        return { of, score, words, share: this.weigh(words) / whole, density: words.length / counts.size };
      })
      .filter(({ words }) => words.length > 0)
      .sort((a, b) => b.score - a.score);
  }
}
