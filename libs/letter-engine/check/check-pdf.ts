import type { LetterModel } from '../model/model';
import type { PdfSource } from '../pdf/pdf-source';
import { assertHasText } from '../pdf/read-pdf';
import type { NamedLine, Verdict } from './measure';
import { measures } from './measures';
import { readPaper } from './paper';

export interface MeasureResult {
  readonly id: string;
  /** In Chinese. */
  readonly name: string;
  readonly clause: string;
  /** In the unit that `expected` names; null where nothing could be measured. */
  readonly value: number | string | null;
  readonly expected: string;
  readonly tolerance: number | null;
  readonly verdict: Verdict;
  /** Why it failed or does not apply; what was left out of a pass; '' otherwise. */
  readonly reason: string;
  /** The lines at fault, or those a keep rule moved. */
  readonly lines?: readonly NamedLine[];
}
export interface PdfCheck {
  readonly pages: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly results: readonly MeasureResult[];
}

/**
 * Measures a finished PDF, ours or anybody's, against GB/T 9704-2012, clause 10.1. `model` is the letter it should say; without it
 * the words are not compared. Throws `letter.pdf-image-only` where there is no text to measure; `file` only names it there.
 */
export function checkPdf(pdf: PdfSource, model: LetterModel | null = null, file = 'PDF'): PdfCheck {
  assertHasText(pdf, file);
  const subject = { pdf, model, paper: readPaper(pdf) };
  const results = measures.map(({ measure, ...described }) => ({ ...described, ...measure(subject) }));
  const count = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
  return {
    pages: pdf.pages.length,
    counts: { pass: count('pass'), fail: count('fail'), na: count('na') },
    results,
  };
}
