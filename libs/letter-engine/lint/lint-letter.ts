import type { LetterModel } from '../model/model';
import type { LetterCheck, LintedLetter } from './check';
import { letterChecks } from './checks';
import type { LintContext } from './context';
import type { Finding, Place } from './finding';
import { letterPieces } from './letter-words';

function run(check: LetterCheck, letter: LintedLetter, context: LintContext): Finding[] {
  const setting = Object.hasOwn(context.settings, check.id) ? context.settings[check.id]! : {};
  if (setting.off === true) return [];
  return check.find(letter, context, { ...check.limits, ...setting.limits }).map((slip) => ({
    id: check.id,
    severity: setting.severity ?? slip.severity ?? check.severity,
    message: slip.message,
    excerpt: slip.excerpt,
    place: slip.place,
    alsoAt: slip.alsoAt ?? [],
    fix: slip.fix,
    replacement: slip.replacement ?? null,
  }));
}

/** Order of print, the letter as a whole last; red before yellow in one place. */
function inOrder({ pieces }: LintedLetter): (a: Finding, b: Finding) => number {
  const order = new Map(pieces.map(({ path }, i) => [path, i]));
  const at = ({ path }: Place): number => order.get(path) ?? order.size;
  return (a, b) =>
    at(a.place) - at(b.place) ||
    a.place.start - b.place.start ||
    Number(b.severity === 'red') - Number(a.severity === 'red');
}

/** The check of an id, or undefined where there is none (any more). */
export const checkNamed = (id: string): LetterCheck | undefined =>
  letterChecks.find((check) => check.id === id);

/**
 * Reads a letter with every check the place has not switched off.
 * @returns the slips in the order of print; none for a clean letter. A check that lacks its data stays silent.
 */
export function lintLetter(
  model: LetterModel,
  context: LintContext,
  checks: readonly LetterCheck[] = letterChecks,
): Finding[] {
  const letter = { model, pieces: letterPieces(model) };
  return checks.flatMap((check) => run(check, letter, context)).sort(inOrder(letter));
}
