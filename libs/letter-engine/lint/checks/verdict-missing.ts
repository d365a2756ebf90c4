import type { LetterCheck } from '../check';
import { isReply } from '../context';
import { answersSuggestion, headedSections, headingSpot, verdictWords } from '../sections';

/** Where the letter gives verdicts, every answered ask has one. */
export const verdictMissing: LetterCheck = {
  id: 'verdict-missing',
  name: '缺采纳情况',
  rule: '每条建议都应写明采纳情况，写法全文一致',
  severity: 'yellow',
  find(letter) {
    const sections = headedSections(letter).filter(answersSuggestion);
    const without = sections.filter((read) => verdictWords(read) === null);
    if (!isReply(letter.model.kind) || without.length === sections.length) return [];
    return without.map((read) => {
      const { text, place } = headingSpot(read);
      return {
        message: `${place.label}下面没有写采纳情况，其他建议都写了。`,
        excerpt: text,
        place,
        fix: '在标题下面补一行采纳情况。',
      };
    });
  },
};
