import type { DateString } from '@fuhan/kernel';
import type { IntakeProposer } from '../cells/proposers';
import type { IntakeSuggestion } from '../cells/suggestions';
import type { IntakeKind } from '../cells/words';
import type { UnitFinder } from '../cells/units';
import type { IntakeField } from '../columns/fields';
import type { IntakeValues } from '../columns/rows';

/** Something about a line: an `error` keeps it out, a `warning` is only told. */
export interface IntakeProblem {
  readonly field: IntakeField | null;
  readonly severity: 'error' | 'warning';
  /** What is the matter, in a Chinese sentence. */
  readonly words: string;
  /** How to mend it. */
  readonly mend: string;
  /** What may be meant. */
  readonly choices?: readonly string[];
}

/** A line read as a proposal, ready to be registered. */
export interface Paper {
  readonly kind: IntakeKind;
  readonly number: string;
  readonly term: number;
  readonly meeting: number;
  readonly title: string;
  readonly proposers: readonly IntakeProposer[];
  readonly fullText: string;
  readonly suggestions: readonly IntakeSuggestion[];
  readonly keyProposal: boolean;
  readonly consentToPublish: boolean;
  /** The true day, where the list tells it. */
  readonly registeredOn: DateString | null;
}

/** To whom the list hands it over: proposed to the coordinator, not done. */
export interface ProposedHandOver {
  readonly leadUnitId: string | null;
  readonly coUnitIds: readonly string[];
  readonly referenceUnitIds: readonly string[];
  readonly handedOverOn: DateString | null;
}

export interface CheckedRow {
  readonly line: number;
  readonly values: IntakeValues;
  /** Null where an error keeps the line out. */
  readonly paper: Paper | null;
  readonly handOver: ProposedHandOver | null;
  readonly problems: readonly IntakeProblem[];
}

/** What is taken where the list says nothing. */
export interface IntakeDefaults {
  readonly kind: IntakeKind;
  readonly term: number | null;
  readonly meeting: number | null;
}

/** What a line is checked against. */
export interface IntakeFacts {
  readonly units: UnitFinder;
  readonly today: DateString;
  /** The kinds of paper the place handles. */
  readonly kinds: readonly IntakeKind[];
  /** How the place numbers: groups `term` and `meeting`; null where a number tells nothing. */
  readonly numberPattern: RegExp | null;
  readonly defaults: IntakeDefaults;
  readonly date1904: boolean;
}

/** Collects what is the matter with one line. */
export class Findings {
  readonly problems: IntakeProblem[] = [];

  error(field: IntakeField | null, words: string, mend: string, choices?: readonly string[]): null {
    this.problems.push({ field, severity: 'error', words, mend, ...(choices?.length ? { choices } : {}) });
    return null;
  }

  warn(field: IntakeField | null, words: string, mend: string): void {
    this.problems.push({ field, severity: 'warning', words, mend });
  }

  get keepOut(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }
}
