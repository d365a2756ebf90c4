import { type Piece, type Spot, spotAt } from './letter-words';

const SENTENCE = /[^。！？\n]+[。！？]?[”’）]?/g;

/** The sentences of a piece, each with its stop. */
export const sentencesOf = (piece: Piece): Spot[] =>
  [...piece.text.matchAll(SENTENCE)].map((found) =>
    spotAt(piece, found.index, found.index + found[0].length),
  );

/** The sentences of several pieces. */
export const allSentences = (pieces: readonly Piece[]): Spot[] => pieces.flatMap(sentencesOf);

/** A sentence without marks and blanks: how two are held against each other. */
export const bareSentence = ({ text }: Spot): string => text.replace(/[^\p{L}\p{N}%]/gu, '');
