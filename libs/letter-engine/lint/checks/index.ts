import type { LetterCheck } from '../check';
import { leftOverMarks } from './left-over-marks';

/** Every check, in the order they are listed to people. */
export const letterChecks: readonly LetterCheck[] = [leftOverMarks];
