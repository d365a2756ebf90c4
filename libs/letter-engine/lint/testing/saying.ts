import type { LetterCheck, Slip } from '../check';
import { type Edit, excerpts, slipsAfter } from './letters';

/** Where added words go: the end of the clean letter's first section. */
const LAST = '累计有2.6万人次到校学习。';

/** What one check says of the clean letter with these words added to its first section. */
export const slipsSaying = (check: LetterCheck, words: string): readonly Slip[] =>
  slipsAfter(check, [LAST, LAST + words]);

/** The same as the wrong words alone. */
export const saying = (check: LetterCheck, words: string): string[] => excerpts(slipsSaying(check, words));

/** The wrong words of the clean letter with the edits made. */
export const wrongAfter = (check: LetterCheck, ...edits: readonly Edit[]): string[] =>
  excerpts(slipsAfter(check, ...edits));
