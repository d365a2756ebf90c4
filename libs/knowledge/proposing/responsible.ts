import { Likeness } from './likeness';
import { measureReason, measureText, type Responsibility } from './propose-units';

/** Who is responsible for what a suggestion asks, and by which measure. */
export interface Responsible {
  readonly suggestion: string;
  readonly unit: string;
  readonly reason: string;
}

// Only what leaves little doubt is told to somebody who has not asked: most of the suggestion is about the measure, and the measure about it.
const SHARE = 0.55;
const WORDS = 3;
const DENSITY = 0.05;
/** Another unit's measure that is nearly as like makes it doubtful. */
const NEARLY = 0.85;

/** Finds the unit a suggestion's heading belongs to by the map: the first named of the measure it is plainly about; null where there is doubt. */
export function responsibleFinder(
  map: readonly Responsibility[],
): (suggestion: string) => Responsible | null {
  const measures = new Likeness(map, measureText);
  return (suggestion) => {
    const fitting = measures
      .to(suggestion)
      .filter(({ words, density }) => words.length >= WORDS && density >= DENSITY)
      .sort((a, b) => b.share - a.share);
    const [best] = fitting;
    const unit = best?.of.units[0];
    if (!best || unit === undefined || best.share < SHARE) return null;
    const doubtful = fitting.some(({ of, share }) => of.units[0] !== unit && share > best.share * NEARLY);
    return doubtful ? null : { suggestion, unit, reason: measureReason(best.of, unit) };
  };
}
