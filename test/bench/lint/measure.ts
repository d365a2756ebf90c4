import {
  checkNamed,
  type Finding,
  importLetter,
  type LetterCheck,
  lintContext,
  lintLetter,
  type LintCase,
} from '@fuhan/letter-engine';
import type { CleanLetter } from '../../fixtures/letters/clean/clean-letters';
import { cleanPlace } from '../../fixtures/letters/clean/place';
import type { DamagedCase } from './damages';

/** Reads a text as the product does and lints it, with every check or those named. */
export const findingsIn = (
  text: string,
  facts: LintCase | null,
  checks?: readonly LetterCheck[],
): readonly Finding[] =>
  lintLetter(importLetter(text), lintContext(cleanPlace, { case: facts, source: text }), checks);

const sameAs =
  (one: Finding) =>
  (other: Finding): boolean =>
    one.id === other.id && one.excerpt === other.excerpt && one.place.path === other.place.path;

/** What a spoilt letter shows that the clean one does not. */
const newFindings = (
  spoilt: DamagedCase,
  before: readonly Finding[],
  checks?: readonly LetterCheck[],
): readonly Finding[] =>
  findingsIn(spoilt.text, spoilt.facts, checks).filter((finding) => !before.some(sameAs(finding)));

/** Whether its own check catches a slip. No check hears of another, so that one alone answers; a third of the work. */
const isCaught = (spoilt: DamagedCase, before: readonly Finding[]): boolean => {
  const own = checkNamed(spoilt.id);
  return own !== undefined && caughtBy(spoilt, newFindings(spoilt, before, [own]));
};

/** Whether the slip is among the findings: its check's id, and its words in the excerpt. */
export const caughtBy = ({ id, words, says }: DamagedCase, findings: readonly Finding[]): boolean =>
  findings.some(
    (finding) =>
      finding.id === id &&
      (words.length === 0 || words.some((word) => finding.excerpt.includes(word))) &&
      (says === null || says.test(finding.message)),
  );

/** How many of the spoilt letters of one check are caught. */
export interface Score {
  readonly id: string;
  readonly caught: number;
  readonly of: number;
}

/** The outcome over all spoilt letters. */
export interface Measured {
  readonly scores: readonly Score[];
  readonly missed: readonly { readonly spoilt: DamagedCase; readonly findings: readonly Finding[] }[];
  readonly share: number;
}

/** Lints every spoilt letter. */
export function measureDamages(cases: readonly DamagedCase[]): Measured {
  const letters = new Map(cases.map(({ letter }) => [letter.name, letter]));
  const before = new Map(
    [...letters.values()].map(({ name, text, case: facts }) => [name, findingsIn(text, facts)]),
  );
  const results = cases.map((spoilt) => ({
    spoilt,
    caught: isCaught(spoilt, before.get(spoilt.letter.name)!),
  }));
  const ids = [...new Set(cases.map(({ id }) => id))];
  const scores = ids.map((id) => {
    const mine = results.filter(({ spoilt }) => spoilt.id === id);
    return { id, caught: mine.filter(({ caught }) => caught).length, of: mine.length };
  });
  const missed = results
    .filter(({ caught }) => !caught)
    .map(({ spoilt }) => ({ spoilt, findings: newFindings(spoilt, before.get(spoilt.letter.name)!) }));
  return { scores, missed, share: 1 - missed.length / results.length };
}

/** Findings on the clean letters, those of a bare file and those with the facts of the case apart. */
export const cleanFindings = (
  letters: readonly CleanLetter[],
  withCase: boolean,
): readonly { readonly letter: string; readonly finding: Finding }[] =>
  letters.flatMap(({ name, text, case: facts }) =>
    findingsIn(text, withCase ? facts : null).map((finding) => ({ letter: name, finding })),
  );
