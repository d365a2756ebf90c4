import type { LetterCheck } from '../check';
import { type Piece, type Spot, spotAt } from '../letter-words';
import { slipAt } from '../spots';
import { typoPairs, type TypoPair } from '../typo-pairs';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

interface Entry {
  readonly pattern: RegExp;
  readonly right: string;
}

/** The pairs by the first character of the wrong form: a text is gone through once, however many there are. */
type Index = ReadonlyMap<string, readonly Entry[]>;

/** What stands before the wrong form in a pattern is a guard. */
const firstOf = (wrong: string): string => wrong.replace(/^\(\?<[!=][^)]*\)/, '').replace(/^\\/, '')[0] ?? '';

function indexOf(pairs: readonly TypoPair[]): Index {
  const index = new Map<string, Entry[]>();
  for (const { wrong, right } of pairs) {
    const entries = index.get(firstOf(wrong)) ?? [];
    entries.push({ pattern: new RegExp(wrong, 'y'), right });
    index.set(firstOf(wrong), entries);
  }
  return index;
}

const indexes = new WeakMap<object, Index>();

/** The place's own pairs before the common ones, made ready once for each place. */
function indexFor(typos: Readonly<Record<string, string>>): Index {
  const known = indexes.get(typos);
  if (known) return known;
  const own = Object.entries(typos).map(([wrong, right]) => ({ wrong: escaped(wrong), right }));
  const index = indexOf([...own, ...typoPairs]);
  indexes.set(typos, index);
  return index;
}

function typoAt(
  text: string,
  at: number,
  index: Index,
): { readonly end: number; readonly right: string } | null {
  for (const { pattern, right } of index.get(text[at]!) ?? []) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { end: pattern.lastIndex, right };
  }
  return null;
}

function typosIn(piece: Piece, index: Index): { spot: Spot; right: string }[] {
  const found: { spot: Spot; right: string }[] = [];
  for (let at = 0; at < piece.text.length; at++) {
    const typo = typoAt(piece.text, at, index);
    if (!typo) continue;
    found.push({ spot: spotAt(piece, at, typo.end), right: typo.right });
    at = typo.end - 1;
  }
  return found;
}

/** Words that are no words, and what they were meant to be. */
export const typos: LetterCheck = {
  id: 'typos',
  name: '错别字',
  rule: '用字依《通用规范汉字表》和《现代汉语词典》',
  severity: 'yellow',
  find({ pieces }, { place }) {
    const index = indexFor(place.typos);
    return pieces
      .flatMap((piece) => typosIn(piece, index))
      .map(({ spot, right }) =>
        slipAt(spot, {
          message: `“${spot.text}”疑是“${right}”之误。`,
          fix: `改为“${right}”。`,
          replacement: right,
        }),
      );
  },
};
