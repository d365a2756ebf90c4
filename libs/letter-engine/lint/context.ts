import type { LetterKind } from '../model/model';
import type { Severity } from './finding';

/** A unit of the place under all its names. */
export interface LintUnit {
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
}

/** What the checks know of the place; comes from its profile. */
export interface LintPlace {
  /** 中山市 */
  readonly name: string;
  readonly areaCode: string | null;
  readonly units: readonly LintUnit[];
  /** Short names of the units that always get a copy. */
  readonly fixedCopyTo: readonly string[];
  /** Letters of the classes the place knows: A, B, C. */
  readonly classes: readonly string[];
  /** How a proposal's number tells term, meeting and order: 134030 → "^(?<term>\d{2})(?<meeting>\d)\d{3}$"; null where it does not. */
  readonly proposalNumber: string | null;
  /** Slips of writing known here beside the common ones: wrong → right. */
  readonly typos: Readonly<Record<string, string>>;
}

/** What a place says about one check. */
export interface CheckSetting {
  readonly off?: boolean;
  readonly severity?: Severity;
  /** Numbers the check documents by name: shares, years, lengths. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** The facts of the case, where the letter belongs to one; null where only a file is at hand. */
export interface LintCase {
  readonly proposal: {
    readonly number: string;
    readonly title: string;
    /** 人大代表建议 or 政协提案. */
    readonly kind: 'cppcc' | 'npc';
  };
  /** Numbers of the other proposals that the same letter answers (并案). */
  readonly others?: readonly string[];
  /** Short names of lead and co-handlers, in the order of the hand-over. */
  readonly asked: readonly string[];
  /** The asks of the proposal, word for word. */
  readonly suggestions: readonly string[];
  /** For suggestions that plainly belong to one unit by the documents in force: its short name, and what says so. */
  readonly responsible?: readonly {
    readonly suggestion: string;
    readonly unit: string;
    readonly reason: string;
  }[];
  /** Whether a contact with the proposer is recorded; null where nobody keeps such records. */
  readonly contactRecorded: boolean | null;
  /** Texts of other replies of this unit, for the share of boilerplate. */
  readonly otherLetters: readonly string[];
  /** False while the letter is a draft: number and date come when it is issued. */
  readonly issued: boolean;
}

/** All a check may know beside the letter itself. */
export interface LintContext {
  readonly place: LintPlace;
  readonly settings: Readonly<Record<string, CheckSetting>>;
  readonly case: LintCase | null;
  /** The text the letter was read from, where it was: some slips are lost in the model (a verdict on its heading's line). */
  readonly source: string | null;
}

/** A place of which nothing is known: checks that need its data stay silent. */
export const unknownPlace: LintPlace = {
  name: '',
  areaCode: null,
  units: [],
  fixedCopyTo: [],
  classes: [],
  proposalNumber: null,
  typos: {},
};

/** A context with nothing but the place. */
export const lintContext = (place: LintPlace, more: Partial<LintContext> = {}): LintContext => ({
  place,
  settings: {},
  case: null,
  source: null,
  ...more,
});

/** The kinds of letter that answer a proposal to its proposer. */
export const isReply = (kind: LetterKind): boolean => kind === 'reply';
