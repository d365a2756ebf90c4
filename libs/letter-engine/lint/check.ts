import type { LetterModel } from '../model/model';
import type { LintContext } from './context';
import type { Place, Severity } from './finding';
import type { Piece } from './letter-words';

/** The letter as the checks read it. */
export interface LintedLetter {
  readonly model: LetterModel;
  /** Every text in the order of print. */
  readonly pieces: readonly Piece[];
}

/** What a check says of one slip; id and severity are added from the check. */
export interface Slip {
  readonly message: string;
  readonly excerpt: string;
  readonly place: Place;
  readonly alsoAt?: readonly Place[];
  readonly fix: string;
  readonly replacement?: string;
  /** Where one check knows slips of two weights. */
  readonly severity?: Severity;
}

/** One rule about letters. A file in `checks/` each; `checks/index.ts` lists them. */
export interface LetterCheck {
  /** kebab-case, never changed once shipped. */
  readonly id: string;
  /** What is checked, in Chinese, for lists and settings. */
  readonly name: string;
  /** What it rests on: a clause of a standard, a place's rule, or good practice. Chinese. */
  readonly rule: string;
  readonly severity: Severity;
  /** True where it reads number or date, which a draft does not have yet. */
  readonly atIssue?: boolean;
  /** Limits a place may tune, with their defaults. */
  readonly limits?: Readonly<Record<string, number>>;
  find(letter: LintedLetter, context: LintContext, limits: Readonly<Record<string, number>>): Slip[];
}
