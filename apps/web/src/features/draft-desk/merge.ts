import type { Piece, SectionText } from './pieces';

/** One passage that two people changed in two ways; null: deleted by that one. */
export interface Clash {
  readonly id: string;
  readonly base: Piece | null;
  readonly mine: Piece | null;
  readonly theirs: Piece | null;
}

export interface Merged {
  readonly text: SectionText;
  /** What nobody but a person can decide; in `text` these stand as I wrote them. */
  readonly clashes: readonly Clash[];
}

const says = (piece: Piece | null): string =>
  piece === null ? '' : JSON.stringify([piece.kind, piece.body, piece.sources]);

const byId = (pieces: readonly Piece[]): Map<string, Piece> => new Map(pieces.map((each) => [each.id, each]));

/** The order of mine, with what only they have put in after the passage it follows there. */
function order(mine: readonly Piece[], theirs: readonly Piece[]): string[] {
  const ids = mine.map(({ id }) => id);
  for (const [i, { id }] of theirs.entries()) {
    if (ids.includes(id)) continue;
    const before = theirs
      .slice(0, i)
      .map((each) => each.id)
      .reverse()
      .find((each) => ids.includes(each));
    ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id);
  }
  return ids;
}

const either = <T>(base: T, mine: T, theirs: T): T => (mine === base ? theirs : mine);

/**
 * What two people made of one section since they saw the same text, passage by passage: what only one of them changed is taken
 * over, what both changed the same way too.
 */
export function merge(base: SectionText, mine: SectionText, theirs: SectionText): Merged {
  const [before, own, other] = [byId(base.pieces), byId(mine.pieces), byId(theirs.pieces)];
  const clashes: Clash[] = [];
  const chosen = order(mine.pieces, theirs.pieces).flatMap((id): Piece[] => {
    const [b, m, t] = [before, own, other].map((pieces) => pieces.get(id) ?? null) as [
      Piece | null,
      Piece | null,
      Piece | null,
    ];
    if (says(m) === says(t) || says(t) === says(b)) return m ? [m] : [];
    if (says(m) === says(b)) return t ? [t] : [];
    clashes.push({ id, base: b, mine: m, theirs: t });
    return m ? [m] : [];
  });
  return {
    text: {
      heading: either(base.heading, mine.heading, theirs.heading),
      verdict: either(base.verdict, mine.verdict, theirs.verdict),
      pieces: chosen,
    },
    clashes,
  };
}

/** How a person decides a clash: mine, theirs, or both, theirs below mine under a name of its own. */
export type Decision = 'mine' | 'theirs' | 'both';

/** The text once a clash is decided. A passage that the chosen side deleted is gone. */
export function decide(
  text: SectionText,
  clash: Clash,
  decision: Decision,
  newId: () => string,
): SectionText {
  const chosen = {
    mine: clash.mine ? [clash.mine] : [],
    theirs: clash.theirs ? [clash.theirs] : [],
    both: [
      ...(clash.mine ? [clash.mine] : []),
      ...(clash.theirs ? [{ ...clash.theirs, id: clash.mine ? newId() : clash.theirs.id }] : []),
    ],
  }[decision];
  const at = text.pieces.findIndex(({ id }) => id === clash.id);
  const pieces =
    at < 0
      ? [...text.pieces, ...chosen]
      : [...text.pieces.slice(0, at), ...chosen, ...text.pieces.slice(at + 1)];
  return { ...text, pieces };
}
