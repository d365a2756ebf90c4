import { figuresOf } from './figures';
import { type Piece, spotAt } from './letter-words';
import { namedFigures } from './named-figures';
import { sentencesOf } from './sentences';
import { sameName, sameTime } from './same-figure';

/** Something that was told, with whoever told it: prose, or one fact by name. */
export interface ToldText<Of> {
  readonly of: Of;
  readonly text: string;
  readonly stated: {
    readonly name: string;
    readonly value: string;
    readonly scope: string | null;
    readonly asOf: string | null;
  } | null;
}

export interface ClashingFigures<Of> {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly words: string; readonly of: Of }[];
}

interface Told<Of> {
  readonly name: string;
  readonly scope: string;
  readonly time: string;
  readonly unit: string;
  /** What is compared: the amount in its base unit, or the words where there is none. */
  readonly amount: number | string;
  readonly isWhole: boolean;
  readonly value: string;
  readonly words: string;
  readonly of: Of;
}

const pieceOf = (text: string): Piece => ({ kind: 'paragraph', path: '', label: '', text, section: null });

function toldIn<Of>({ of, text, stated }: ToldText<Of>): Told<Of>[] {
  const piece = pieceOf(stated?.value ?? text);
  if (stated) {
    const [figure] = figuresOf(spotAt(piece, 0, piece.text.length));
    const { name, scope, asOf, value } = stated;
    const shared = { name, scope: scope ?? '', time: asOf ?? '', isWhole: true, value, words: text, of };
    return [{ ...shared, unit: figure?.unit ?? '', amount: figure?.value ?? value.trim() }];
  }
  return sentencesOf(piece).flatMap((sentence) =>
    namedFigures(sentence, '').map(({ name, time, unit, value, isWhole, spot }) => ({
      ...{ name, scope: '', time, unit, amount: value, isWhole },
      ...{ value: spot.text, words: sentence.text, of },
    })),
  );
}

const alike = (a: Told<unknown>, b: Told<unknown>): boolean =>
  a.unit === b.unit &&
  sameName(a.name, b.name) &&
  (a.scope === b.scope || a.scope === '' || b.scope === '') &&
  sameTime(a, b) &&
  (a.isWhole || b.isWhole);

/**
 * The things that are told with two values, in facts or in words of one or several tellers; each value once for each teller.
 * @param texts what was told, in the order in which it is to be shown
 */
export function clashingFigures<Of>(texts: readonly ToldText<Of>[]): ClashingFigures<Of>[] {
  const groups: Told<Of>[][] = [];
  for (const told of texts.flatMap(toldIn)) {
    const group = groups.find((each) => each.some((other) => alike(told, other)));
    if (group) group.push(told);
    else groups.push([told]);
  }
  return groups
    .filter((group) => new Set(group.map(({ amount }) => amount)).size > 1)
    .map((group) => ({
      name: group[0]?.name ?? '',
      values: group.map(({ value, words, of }) => ({ value, words, of })),
    }));
}
