import type { Slip } from './check';
import type { Place } from './finding';
import { type Piece, type Spot, spotAt } from './letter-words';

/** Every match of a global pattern in what `view` leaves of the pieces; `view` keeps the length, the spots show the words as printed. */
export const matchesThrough = (
  pieces: readonly Piece[],
  pattern: RegExp,
  view: (text: string) => string,
): Spot[] =>
  pieces.flatMap((piece) =>
    [...view(piece.text).matchAll(pattern)].map((found) =>
      spotAt(piece, found.index, found.index + found[0].length, [...found]),
    ),
  );

/** The places of spots. */
export const placesOf = (spots: readonly Spot[]): Place[] => spots.map(({ place }) => place);

/** One slip that shows in several places: told once, at the first. Nothing where there is no place. */
export function once(
  spots: readonly Spot[],
  say: (first: Spot) => Pick<Slip, 'message' | 'fix' | 'replacement' | 'severity'> & { excerpt?: string },
): Slip[] {
  const [first, ...rest] = spots;
  if (!first) return [];
  return [{ excerpt: first.text, place: first.place, alsoAt: placesOf(rest), ...say(first) }];
}

/** One slip where it stands. */
export const slipAt = (
  spot: Spot,
  say: Pick<Slip, 'message' | 'fix' | 'replacement' | 'severity'>,
): Slip => ({
  excerpt: spot.text,
  place: spot.place,
  ...say,
});
