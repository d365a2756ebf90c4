import type { LetterCheck, LintedLetter } from '../check';
import { isReply } from '../context';
import { nowhere, RUNNING } from '../letter-words';
import { answersSuggestion, headedSections, resemblance, wordsOnly } from '../sections';

/** How much of an ask a heading must say to answer it. */
const ENOUGH = 0.55;
/** How many of an ask's pairs of characters a letter without such headings must take up. */
const TAKEN_UP = 0.5;

/** A letter that is not divided by asks: does its text speak of this one at all? */
function spokenOf({ pieces }: LintedLetter, suggestion: string): boolean {
  const text = wordsOnly(
    pieces
      .filter(({ kind }) => RUNNING.has(kind) && kind !== 'opening')
      .map((piece) => piece.text)
      .join(''),
  );
  const words = wordsOnly(suggestion);
  const pairs = [...words].slice(1).map((c, i) => words[i]! + c);
  return pairs.filter((pair) => text.includes(pair)).length >= pairs.length * TAKEN_UP;
}

/** Each ask of the proposal has a section that answers it. */
export const suggestionUnanswered: LetterCheck = {
  id: 'suggestion-unanswered',
  name: '建议没有逐条答复',
  rule: '对提案提出的建议应当逐条答复',
  severity: 'red',
  find(letter, context) {
    const suggestions = context.case?.suggestions ?? [];
    if (!isReply(letter.model.kind)) return [];
    const sections = headedSections(letter).filter(answersSuggestion);
    const answered = (suggestion: string): boolean =>
      sections.length === 0
        ? suggestions.length === 1 || spokenOf(letter, suggestion)
        : sections.some(
            ({ section }) => resemblance(section.suggestion ?? section.heading ?? '', suggestion) >= ENOUGH,
          );
    return suggestions
      .filter((suggestion) => !answered(suggestion))
      .map((suggestion) => ({
        message: `提案的建议“${suggestion}”没有答复。`,
        excerpt: suggestion,
        place: nowhere,
        fix: '增加一节，引用这条建议并作出答复。',
      }));
  },
};
