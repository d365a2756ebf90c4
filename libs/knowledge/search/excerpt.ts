/** A piece of a text; `hit` where it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** So many characters before the first place found, and in all. */
const BEFORE = 30;
const LENGTH = 120;

/** A text in pieces, with the places of the terms marked. */
export function marked(text: string, terms: readonly string[]): Piece[] {
  const low = text.toLowerCase();
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const next = terms
      .map((term) => ({ from: low.indexOf(term, at), length: term.length }))
      .filter(({ from }) => from >= 0)
      .sort((a, b) => a.from - b.from || b.length - a.length)[0];
    if (!next) break;
    if (next.from > at) pieces.push({ text: text.slice(at, next.from), hit: false });
    pieces.push({ text: text.slice(next.from, next.from + next.length), hit: true });
    at = next.from + next.length;
  }
  return at < text.length ? [...pieces, { text: text.slice(at), hit: false }] : pieces;
}

/** The part of a long text where the first of the terms stands, with the places marked. */
export function excerptOf(text: string, terms: readonly string[]): Piece[] {
  const low = text.toLowerCase();
  const first = Math.min(...terms.map((term) => low.indexOf(term)).filter((at) => at >= 0));
  const from = Number.isFinite(first) ? Math.max(0, first - BEFORE) : 0;
  // Half of a character beyond the first plane is none.
  const part = text.slice(from, from + LENGTH).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return marked(`${from > 0 ? '……' : ''}${part}${from + LENGTH < text.length ? '……' : ''}`, terms);
}
