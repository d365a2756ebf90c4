import type { LetterModel } from '../../model/model';
import type { LetterCheck, LintedLetter, Slip } from '../check';
import { isReply, type LintContext, type LintPlace } from '../context';
import type { Place } from '../finding';
import { matches, nowhere, type Piece } from '../letter-words';
import { isOfPlace, likeness, plainName, sameUnit, unitIndex } from '../unit-index';

/** No unit's name is longer; what is, is a clause the import took for one. */
const LONGEST = 24;

/** A recipient that could have been asked: a unit of the city, no committee, leader's office or foreign body. */
const isHandler = (name: string, place: LintPlace): boolean =>
  name.length <= LONGEST &&
  !/政协|人大|政府(?!.*(?:局|国有资产))|督查|市委办/.test(name) &&
  (unitIndex(place).find(name) !== null ||
    /(?:局|委|办|部|委员会|办公室|中心|厅)$/.test(plainName(name, place)));

interface Names {
  /** The co-handlers as the opening names them. */
  readonly opening: readonly string[];
  /** The recipients of copies that are neither fixed nor the issuer. */
  readonly copies: readonly string[];
  readonly has: (list: readonly string[], name: string) => boolean;
}

function namesOf(model: LetterModel, place: LintPlace): Names {
  const has = (list: readonly string[], name: string): boolean =>
    list.some((other) => sameUnit(other, name, place));
  const issuers = [model.issuer ?? '', ...model.signature];
  return {
    opening: model.coHandlers.filter((name) => !has(issuers, name) && isHandler(name, place)),
    copies: model.copyTo.filter(
      (name) => !has([...place.fixedCopyTo, ...issuers], name) && isHandler(name, place),
    ),
    has,
  };
}

const joined = (names: readonly string[]): string => names.join('、');

/** Where the first of these names stands in pieces of a kind. */
function placeOf(pieces: readonly Piece[], kind: Piece['kind'], name: string): Place {
  const piece = pieces.find((p) => p.kind === kind && p.text.includes(name));
  if (!piece) return nowhere;
  const start = piece.text.indexOf(name);
  return { path: piece.path, start, end: start + name.length, label: piece.label };
}

/** The opening says only "会办单位", or names nobody, while copies go to co-handlers. */
function unnamed({ pieces }: LintedLetter, copies: readonly string[]): Slip {
  const openings = pieces.filter(({ kind }) => kind === 'opening');
  const generic = matches(openings, /(?:各|有关|相关)?(?:会办|协办|承办)(?:单位|部门)|有关(?:单位|部门)/g)[0];
  const places = copies.map((name) => placeOf(pieces, 'copyTo', name));
  return {
    message: `开头没有写明会办单位，抄送却列有${joined(copies)}。`,
    excerpt: [...(generic ? [generic.text] : []), joined(copies)].join(' … '),
    place: generic?.place ?? places[0]!,
    alsoAt: generic ? places : places.slice(1),
    fix: `在开头写明会办单位“${joined(copies)}”，或者核对抄送。`,
  };
}

const missing = ({ pieces }: LintedLetter, name: string): Slip => ({
  message: `开头说征求了${name}的意见，抄送里没有它。`,
  excerpt: name,
  place: placeOf(pieces, 'opening', name),
  alsoAt: pieces
    .filter(({ kind }) => kind === 'copyTo')
    .map((piece) => placeOf([piece], 'copyTo', piece.text)),
  fix: `在抄送里补上${name}，次序与开头一致。`,
});

const extra = ({ pieces }: LintedLetter, name: string): Slip => ({
  message: `抄送里的${name}没有写进开头的会办单位。`,
  excerpt: name,
  place: placeOf(pieces, 'copyTo', name),
  fix: `确请${name}会办的，补进开头；没有的，从抄送里删去。`,
});

function order({ pieces }: LintedLetter, { opening, copies, has }: Names, place: LintPlace): Slip[] {
  const inOpening = opening.filter((name) => has(copies, name));
  const inCopies = copies.filter((name) => has(opening, name));
  if (inCopies.every((name, i) => inOpening[i] !== undefined && sameUnit(name, inOpening[i], place)))
    return [];
  const wrong = inCopies.findIndex((name, i) => !sameUnit(name, inOpening[i] ?? '', place));
  return [
    {
      message: '抄送里会办单位的次序与开头不一致。',
      excerpt: `${joined(inCopies)} … ${joined(inOpening)}`,
      place: placeOf(pieces, 'copyTo', inCopies[wrong]!),
      alsoAt: [placeOf(pieces, 'opening', inOpening[wrong] ?? inOpening[0]!)],
      fix: `抄送按开头的次序排列：${joined(inOpening)}。`,
    },
  ];
}

/** One of the two is a slip of the other and no unit's name: the check of names tells that. */
const miswritten = (a: string, b: string, place: LintPlace): boolean =>
  [a, b].some((name) => unitIndex(place).find(name) === null) && likeness(a, b) >= 0.6;

function find(letter: LintedLetter, { place }: LintContext): Slip[] {
  const { model } = letter;
  if (!isReply(model.kind) || model.copyTo.length === 0 || !isOfPlace(model, place)) return [];
  const names = namesOf(model, place);
  const { opening, copies, has } = names;
  if (opening.length === 0) return copies.length === 0 ? [] : [unnamed(letter, copies)];
  const unlisted = opening.filter((name) => !has(model.copyTo, name));
  const added = copies.filter((name) => !has(opening, name));
  return [
    ...unlisted
      .filter((name) => !added.some((other) => miswritten(other, name, place)))
      .map((name) => missing(letter, name)),
    ...added
      .filter((name) => !unlisted.some((other) => miswritten(name, other, place)))
      .map((name) => extra(letter, name)),
    ...order(letter, names, place),
  ];
}

/** The co-handlers of the opening against those of the copies: the same, in the same order. */
export const copyToOrder: LetterCheck = {
  id: 'copy-to-order',
  name: '抄送与会办单位不一致',
  rule: '会办单位均应抄送，次序与正文一致',
  severity: 'yellow',
  find,
};
