import type { LetterCheck, LintedLetter, Slip } from '../check';
import { faultyMark, isReversed, markOf, type HeadMark } from '../heading-sequence';
import { ordinalSlips } from '../ordinals';
import { type Piece, spotAt } from '../letter-words';

interface Marked {
  readonly piece: Piece;
  readonly mark: HeadMark;
}

const LEVELS = [1, 2, 3, 4] as const;
const FORM: Readonly<Record<1 | 2 | 3 | 4, string>> = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' };

const markSlip = ({ piece, mark }: Marked, message: string, fix: string, severity?: 'yellow'): Slip => ({
  message,
  excerpt: piece.text.length <= 60 ? piece.text : piece.text.slice(0, mark.text.length + 12),
  place: spotAt(piece, 0, mark.text.length).place,
  fix,
  ...(severity ? { severity } : {}),
});

/** What the numbers of a level have come to. */
interface Count {
  last: number;
  /** What was expected where another number stood: the next may go on from either. */
  expected: number;
}

class Sequence {
  private readonly counts = new Map<number, Count>();
  private readonly furthest = new Map<number, number>();
  private lastLevel = 0;

  /** The slip of this mark in its order, or null. */
  read(marked: Marked, afterText: boolean): Slip | null {
    const { level, number } = marked.mark;
    const count = this.counts.get(level);
    const reversed = isReversed(level, this.lastLevel, count !== undefined);
    for (const deeper of LEVELS) if (deeper > level) this.counts.delete(deeper);
    this.lastLevel = level;
    const expected = count ? count.last + 1 : 1;
    const restarts = number === 1 && level >= 3 && afterText;
    const fromEither = count !== undefined && number === count.expected + 1;
    // "1." to "11." may count on through all parts.
    const countsOn = level >= 3 && number === (this.furthest.get(level) ?? 0) + 1;
    const goesOn = number === expected || fromEither || restarts || countsOn;
    this.furthest.set(level, number);
    this.counts.set(level, { last: number, expected: goesOn ? number : expected });
    if (goesOn)
      return reversed
        ? markSlip(
            marked,
            `${marked.piece.label}的层次颠倒了：“${marked.mark.text}”排在更低一层的下面。`,
            '层次依次用“一、”“（一）”“1.”“（1）”。',
          )
        : null;
    const { text } = marked.mark;
    const said =
      count === undefined
        ? `从“${text}”开始，前面缺了`
        : number <= count.last
          ? `“${text}”重复或者倒退，上一个是第${count.last}`
          : `跳到“${text}”，上一个是第${count.last}`;
    return markSlip(
      marked,
      `${marked.piece.label}的序号不连贯：${said}。`,
      `核对同一层的序号，这里应为第${expected}。`,
    );
  }
}

/** An attachment counts by itself. */
const isCounted = ({ kind, section }: Piece): boolean =>
  section !== null && (kind === 'heading' || kind === 'paragraph');

/** Headings and paragraphs that begin with a mark, in order; with each whether plain text came before it. */
function sequenceSlips({ pieces }: LintedLetter): Slip[] {
  const sequence = new Sequence();
  const slips: Slip[] = [];
  let afterText = false;
  for (const piece of pieces) {
    if (!isCounted(piece)) continue;
    const mark = markOf(piece.text, piece.kind === 'heading');
    if (mark === null) {
      afterText = true;
      continue;
    }
    const slip = sequence.read({ piece, mark }, afterText);
    if (slip) slips.push(slip);
    afterText = false;
  }
  return slips;
}

/** Marks of a wrong form: 一. （一)、 1、. Told once for each form. */
function formSlips({ pieces }: LintedLetter): Slip[] {
  const told = new Map<string, { slip: Slip; also: Slip[] }>();
  for (const piece of pieces) {
    if (!isCounted(piece)) continue;
    const fault = faultyMark(piece.text, piece.kind === 'heading');
    if (!fault) continue;
    const slip = markSlip(
      { piece, mark: fault.mark },
      `${piece.label}的序号“${fault.mark.text}”写法不对，${fault.why}。`,
      `改为“${fault.right}”，这一层的序号写作“${FORM[fault.mark.level]}”。`,
      fault.light ? 'yellow' : undefined,
    );
    const known = told.get(fault.why);
    if (known) known.also.push(slip);
    else told.set(fault.why, { slip: { ...slip, replacement: fault.right }, also: [] });
  }
  return [...told.values()].map(({ slip, also }) => ({ ...slip, alsoAt: also.map(({ place }) => place) }));
}

/** 一、 （一） 1. （1）: the right marks, in order, none skipped; 一是, 二是 likewise. */
export const headingSequence: LetterCheck = {
  id: 'heading-sequence',
  name: '层次序号',
  rule: '结构层次序数依次用“一、”“（一）”“1.”“（1）”标注（GB/T 9704—2012，7.3.3）',
  severity: 'red',
  find: (letter) => [...formSlips(letter), ...sequenceSlips(letter), ...ordinalSlips(letter)],
};
