import { diffArrays } from 'diff';

export type Change = 'same' | 'added' | 'removed';

/** Words in one form: bold or not, in a face of their own. Two pieces are the same when words and form are. */
export interface Piece {
  readonly text: string;
  readonly form: string;
}
export interface ChangedPiece extends Piece {
  readonly change: Change;
}

/** Two texts further apart than this are two texts: the old goes, the new comes. Bounds the time a comparison takes. */
const MOST_EDITS = 800;
/** A lone character that stayed, between words that did not, is no help to the reader. */
const LONE = 1;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** A mark, a break or a tab; or words between two. The segmenter copies its whole input for every word: short inputs only. */
const CLAUSES = /[，。；：、！？\n\t]|[^，。；：、！？\n\t]{1,60}/gu;

/** Chinese words, numbers, single marks; a break or a tab is a word of its own. Joined they are the text again. */
const wordsOf = (text: string): string[] =>
  (text.match(CLAUSES) ?? []).flatMap((clause) =>
    [...segmenter.segment(clause)].map(({ segment }) => segment),
  );

const tokensOf = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap(({ text, form }) => wordsOf(text).map((word) => ({ text: word, form })));

const key = ({ text, form }: Piece): string => `${form}\u0000${text}`;
const as = (change: Change, tokens: readonly Piece[]): ChangedPiece[] =>
  tokens.map((token) => ({ ...token, change }));

/** Myers' shortest edit over words, the new text's words standing for what both have. */
function compared(before: readonly Piece[], after: readonly Piece[]): ChangedPiece[][] {
  const parts = diffArrays(before.map(key), after.map(key), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [as('removed', before), as('added', after)];
  let [old, fresh] = [0, 0];
  return parts.map(({ added, removed, count }) => {
    if (removed) return as('removed', before.slice(old, (old += count)));
    if (!added) old += count;
    return as(added ? 'added' : 'same', after.slice(fresh, (fresh += count)));
  });
}

/** Lone characters between two changes change with them. */
function folded(parts: readonly ChangedPiece[][]): ChangedPiece[][] {
  const lone = (part: readonly ChangedPiece[], i: number): boolean =>
    i > 0 &&
    i < parts.length - 1 &&
    part[0]?.change === 'same' &&
    !part.some(({ text }) => text === '\n') &&
    [...part.map(({ text }) => text).join('')].length <= LONE;
  return parts.flatMap((part, i) => (lone(part, i) ? [as('removed', part), as('added', part)] : [part]));
}

/** Between two pieces that stayed, what went stands before what came. */
function ordered(parts: readonly ChangedPiece[][]): ChangedPiece[] {
  const result: (readonly ChangedPiece[])[] = [];
  let waiting: (readonly ChangedPiece[])[] = [];
  for (const part of parts) {
    if (part[0]?.change === 'removed') result.push(part);
    else if (part[0]?.change === 'added') waiting.push(part);
    else {
      result.push(...waiting, part);
      waiting = [];
    }
  }
  return [...result, ...waiting].flat();
}

/** Neighbours of one change and one form as one piece. */
function joined(pieces: readonly ChangedPiece[]): ChangedPiece[] {
  const result: { text: string; form: string; change: Change }[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.change === piece.change && last.form === piece.form) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}

/** What stayed, went and came between two runs of text, word by word. */
export const diffPieces = (before: readonly Piece[], after: readonly Piece[]): ChangedPiece[] =>
  joined(ordered(folded(compared(tokensOf(before), tokensOf(after)))));
