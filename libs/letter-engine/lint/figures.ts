import { type Spot, spotAt } from './letter-words';

/** A number with its unit, as it stands in a sentence. */
export interface Figure {
  readonly spot: Spot;
  readonly value: number;
  readonly unit: string;
}

const UNITS =
  '个百分点|人次|公里|平方米|平方公里|千米|立方米|万元|亿元|元|家次|[个家人名户所处间条项件门座台辆套场次期批届类种亩公顷吨米天周床张株棵头只册份支部部辆艘对]';
const FIGURE = new RegExp(
  `(?<![\\d.第—\\-～~至])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(万|亿|千|百)?(?:余|多)?(${UNITS}|%)(?![—\\-～~至]\\d)`,
  'g',
);
const SCALE: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** The figures of a sentence, in order; 万元 and 亿元 are told in 元. */
export function figuresOf(sentence: Spot): Figure[] {
  return [...sentence.text.matchAll(FIGURE)].map((found) => {
    const start = sentence.place.start + found.index;
    const [text, whole = '', part = '', scale = '', unit = ''] = found;
    const money = /^([万亿]?)元$/.exec(unit);
    const factor = (SCALE[scale] ?? 1) * (money?.[1] ? SCALE[money[1]]! : 1);
    const value = Number(whole.replace(/,/g, '') + part) * factor;
    return {
      spot: spotAt(sentence.piece, start, start + text.length),
      value: Math.round(value * 1000) / 1000,
      unit: money ? '元' : unit,
    };
  });
}

/** No name reaches further. */
const REACH = 60;

/** The last words of the sentence before a figure. */
export const before = (figure: Figure, sentence: Spot): string =>
  figure.spot.piece.text.slice(
    Math.max(sentence.place.start, figure.spot.place.start - REACH),
    figure.spot.place.start,
  );

/** The first words of the sentence after a figure. */
export const after = (figure: Figure, sentence: Spot): string =>
  figure.spot.piece.text.slice(
    figure.spot.place.end,
    Math.min(sentence.place.end, figure.spot.place.end + REACH),
  );
