import { type DateString, FuhanError } from '@fuhan/kernel';
import { assertDate } from '../calendar';

/** A stretch in which a clock stands still, both ends included. */
export interface Pause {
  /** Why in one word, as shown: 等候提案者, 等候上级裁定 … */
  readonly category: string;
  readonly reason: string;
  readonly from: DateString;
  readonly until: DateString;
}

/** A pause and how many days it kept from being counted. */
export interface CountedPause extends Pause {
  readonly skipped: number;
}

const span = ({ from, until }: Pause): string => `${from} 至 ${until}`;

/** The pauses in order of time; refuses backward, overlapping and unexplained ones. */
export function checkPauses(pauses: readonly Pause[]): Pause[] {
  for (const { from, until, category, reason } of pauses) {
    assertDate(from);
    assertDate(until);
    if (until < from) throw new FuhanError('pause.backwards', { from, until });
    if (category.trim() === '' || reason.trim() === '') throw new FuhanError('pause.unexplained', { from });
  }
  const sorted = [...pauses].sort((a, b) => a.from.localeCompare(b.from));
  sorted.forEach((pause, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && pause.from <= before.until) {
      throw new FuhanError('pause.overlap', { first: span(before), second: span(pause) });
    }
  });
  return sorted;
}
