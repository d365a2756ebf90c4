import type { LetterWording, WordingChange } from '../../shared/api/types';

export type Piece = LetterWording['pieces'][number];
/** What was typed, by passage; null: the usual words again. */
export type Edits = Readonly<Record<string, string | null>>;

/** What stands in a passage now: what was typed, else what is in force. */
export const wordsIn = (edits: Edits, { piece, template }: Piece): string | null => {
  const typed = edits[piece];
  return typed === undefined ? template : typed;
};

/** The passages as they stand, and those that only an earlier version had and that come back. */
export const withComing = (pieces: readonly Piece[], coming: readonly WordingChange[]): Piece[] => [
  ...pieces,
  ...coming
    .filter(({ piece }) => !pieces.some((each) => each.piece === piece))
    .map(({ before: _, after: __, ...passage }) => ({ ...passage, template: null, usual: null })),
];

/** What differs from what is in force, as it is sent. */
export const changedIn = (pieces: readonly Piece[], edits: Edits) =>
  pieces.flatMap((each) => {
    const typed = edits[each.piece];
    return typed === undefined || (typed?.trim() ?? null) === each.template
      ? []
      : [{ piece: each.piece, template: typed }];
  });

/** The edits that lead to what a version said. */
export const editsTo = (changes: readonly WordingChange[]): Edits =>
  Object.fromEntries(changes.map(({ piece, after }) => [piece, after]));
