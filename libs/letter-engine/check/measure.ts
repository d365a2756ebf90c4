import type { LetterModel } from '../model/model';
import type { PdfSource } from '../pdf/pdf-source';
import type { Paper } from './paper';

export type Verdict = 'pass' | 'fail' | 'na';

/** A line of the PDF that a result speaks of. */
export interface NamedLine {
  readonly page: number;
  readonly text: string;
}

/** What a measure found; `value` is in the unit that `expected` names. */
export interface Finding {
  readonly verdict: Verdict;
  readonly value: number | string | null;
  /** Why it failed or does not apply, or what was left out; '' for a plain pass. */
  readonly reason: string;
  /** The lines at fault, or those a keep rule moved. */
  readonly lines?: readonly NamedLine[];
}

/** What a measure looks at. */
export interface Subject {
  readonly pdf: PdfSource;
  readonly paper: Paper;
  /** The letter the PDF should say; null where none was given. */
  readonly model: LetterModel | null;
}

export interface Measure {
  readonly id: string;
  /** In Chinese. */
  readonly name: string;
  /** Where GB/T 9704-2012 (or PDF/A) says so. */
  readonly clause: string;
  /** In Chinese, with its unit. */
  readonly expected: string;
  /** In the unit of `expected`; null where nothing is measured. */
  readonly tolerance: number | null;
  readonly measure: (subject: Subject) => Finding;
}

export const passed = (value: Finding['value'], reason = '', lines: readonly NamedLine[] = []): Finding => ({
  verdict: 'pass',
  value,
  reason,
  ...(lines.length ? { lines } : {}),
});

export const failed = (
  value: Finding['value'],
  reason: string,
  lines: readonly NamedLine[] = [],
): Finding => ({ verdict: 'fail', value, reason, ...(lines.length ? { lines } : {}) });

export const notApplicable = (reason: string, lines: readonly NamedLine[] = []): Finding => ({
  verdict: 'na',
  value: null,
  reason,
  ...(lines.length ? { lines } : {}),
});

/** Two decimals: a hundredth of a millimetre is finer than any printer. */
export const rounded = (length: number): number => Math.round(length * 100) / 100;
export const shown = (length: number): string => length.toFixed(2);
export const within = (value: number, wanted: number, tolerance: number): boolean =>
  Math.abs(value - wanted) <= tolerance + 1e-6;

/** The beginning of a text, enough to find it on the page. */
export const excerpt = (text: string, most = 16): string => {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
