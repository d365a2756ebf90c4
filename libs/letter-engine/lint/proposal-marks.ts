import type { LetterModel } from '../model/model';
import { parseChineseNumeral } from '../text/numerals';
import type { LintedLetter } from './check';
import type { LintContext } from './context';
import { matches, type Piece, type Spot } from './letter-words';

/** A number of a proposal as printed; one mark may name several (第12、15号). */
export interface NumberMark {
  readonly spot: Spot;
  readonly numbers: readonly string[];
}
/** 十三届四次会议 as printed. */
export interface SessionMark {
  readonly spot: Spot;
  readonly term: number;
  readonly meeting: number;
}

const NUMBER = /(?:第\s*)?(\d{1,10}(?:[、，,和及]\s*(?:第\s*)?\d{1,10}(?:\s*号)?)*)\s*号/g;
const OF_PROPOSAL_BEFORE = /(?:提案|建议|议案|案|[（(《])\s*$/;
const OF_PROPOSAL_AFTER = /^\s*(?:提案|建议|议案|[）)《])/;
const ORDINAL = '[〇零一二三四五六七八九十\\d]{1,4}';
const SESSION = new RegExp(
  `第?(${ORDINAL})届[^，。；、：《》第]{0,14}?第?(${ORDINAL})次(?:全体)?会?议?`,
  'g',
);
/** Facts of the proposal stand at the opening's beginning. */
const REACH = 400;

const within = (pieces: readonly Piece[], kind: 'title' | 'opening'): Piece[] =>
  pieces.filter((piece) => piece.kind === kind).slice(0, 1);

const numeral = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? -1);

/** Leading zeros do not make another number. */
export const plainNumber = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** The proposal's numbers in the title or the first paragraph. */
export const numberMarks = (pieces: readonly Piece[], kind: 'title' | 'opening'): NumberMark[] =>
  matches(within(pieces, kind), NUMBER)
    .filter(({ piece, place }) => {
      const after = piece.text.slice(place.end, place.end + 4);
      const before = piece.text.slice(Math.max(0, place.start - 4), place.start);
      if (place.start > REACH || /[〕\]】]\s*$/.test(before)) return false;
      return kind === 'title' || OF_PROPOSAL_AFTER.test(after) || OF_PROPOSAL_BEFORE.test(before);
    })
    .map((spot) => ({ spot, numbers: (spot.text.match(/\d+/g) ?? []).map(plainNumber) }));

/** The committee's sessions named in the title or the first paragraph. */
export const sessionMarks = (pieces: readonly Piece[], kind: 'title' | 'opening'): SessionMark[] =>
  matches(within(pieces, kind), SESSION)
    .filter(({ place }) => place.start <= REACH)
    .map((spot) => ({ spot, term: numeral(spot.groups[1]!), meeting: numeral(spot.groups[2]!) }));

/** Term and meeting a number tells, where the place numbers so. */
export function toldByNumber(
  digits: string,
  { place }: LintContext,
): { readonly term: number; readonly meeting: number } | null {
  if (place.proposalNumber === null) return null;
  const groups = new RegExp(place.proposalNumber).exec(digits)?.groups;
  const { term, meeting } = groups ?? {};
  return term === undefined || meeting === undefined
    ? null
    : { term: Number(term), meeting: Number(meeting) };
}

/** A people's congress numbers its suggestions its own way. */
export const isCongress = (model: LetterModel, context: LintContext): boolean =>
  context.case !== null
    ? context.case.proposal.kind === 'npc'
    : /人大|人民代表大会/.test(`${model.title ?? ''}${model.proposal.session ?? ''}`);

/** The numbers as printed in the title, else in the opening, with its leading zeros. */
export const printedNumbers = ({ pieces }: LintedLetter): { digits: string; spot: Spot }[] => {
  const mark = numberMarks(pieces, 'title')[0] ?? numberMarks(pieces, 'opening')[0];
  return mark ? (mark.spot.text.match(/\d+/g) ?? []).map((digits) => ({ digits, spot: mark.spot })) : [];
};
