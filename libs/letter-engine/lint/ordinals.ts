import { parseChineseNumeral } from '../text/numerals';
import type { LintedLetter, Slip } from './check';
import { type Piece, type Spot, spotAt } from './letter-words';

const NUMERAL = '一二三四五六七八九十';
/** 一是 anywhere but in 统一是, 唯一是 …; the others only where a clause begins. */
const POINTS = new RegExp(
  `(?<![统唯第之同单专万划归合任十其百千])一是(?!一)|(?<=^|[。；;：:，,！？、\\s*”）])([${NUMERAL}]{1,2})是`,
  'g',
);
const REASONS = new RegExp(`(?<=^|[。；;：:！？\\s*])第([${NUMERAL}]{1,2})[，,]`, 'g');

interface Step {
  readonly spot: Spot;
  readonly number: number;
}

const steps = (piece: Piece, pattern: RegExp): Step[] =>
  [...piece.text.matchAll(pattern)].map((found) => {
    const end = found.index + found[0].length;
    return { spot: spotAt(piece, found.index, end), number: parseChineseNumeral(found[1] ?? '一') ?? 0 };
  });

function broken({ spot, number }: Step, before: number): Slip {
  const said = before === 0 ? '前面没有“一”' : number <= before ? '序号重复或者倒退' : `上一个是第${before}`;
  return {
    message: `${spot.place.label}的“${spot.text}”接不上：${said}。`,
    excerpt: spot.text,
    place: spot.place,
    fix: '核对“一是”“二是”的次序，补上缺少的或者改正序号。',
  };
}

/** The breaks in one run of pieces that no heading parts. */
function runSlips(pieces: readonly Piece[], pattern: RegExp): Slip[] {
  const slips: Slip[] = [];
  let last = 0;
  let expected = 0;
  for (const step of pieces.flatMap((piece) => steps(piece, pattern))) {
    const { number } = step;
    if (number !== 1 && number !== last + 1 && number !== expected + 1) {
      slips.push(broken(step, last));
      expected = last + 1;
    } else expected = number;
    last = number;
  }
  return slips;
}

/** Pieces between two headings, in runs. */
function runs({ pieces }: LintedLetter): Piece[][] {
  const all: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'heading') all.push([]);
    else if (piece.kind === 'paragraph' || piece.kind === 'opening') all.at(-1)!.push(piece);
  }
  return all;
}

/** 一是, 二是, 三是 and 第一，第二， in order within a part of the letter. */
export const ordinalSlips = (letter: LintedLetter): Slip[] =>
  runs(letter).flatMap((run) => [...runSlips(run, POINTS), ...runSlips(run, REASONS)]);
