import type { LetterCheck, Slip } from '../check';
import { spotAt } from '../letter-words';
import { quotation, type QuoteFaults, quoted, quoteFaults } from '../quotes';
import { answersSuggestion, headedSections, type ReadSection, resemblance } from '../sections';

/** From here on a heading means this ask, and should say it word for word. */
const MEANT = 0.55;
/** A longer ask is quoted in part. */
const LONG = 60;

/** The same words, whichever quote marks are inside and whether a stop ends them. */
const sameWords = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[“”‘’"']/g, '"')
    .replace(/[。；.;]$/, '');

const isQuoted = (words: string, suggestion: string): boolean =>
  sameWords(words) === sameWords(suggestion) ||
  (suggestion.length > LONG && sameWords(suggestion).includes(sameWords(words)));

/** The ask as it stands between “ and ”. */
const asQuoted = (suggestion: string): string =>
  `“${suggestion
    .replace(/[。；]$/, '')
    .replace(/“/g, '‘')
    .replace(/”/g, '’')}”`;

function meant(words: string, suggestions: readonly string[]): string | null {
  const [best] = suggestions
    .map((suggestion) => ({ suggestion, alike: resemblance(words, suggestion) }))
    .sort((a, b) => b.alike - a.alike);
  return best && best.alike >= MEANT && best.suggestion.length <= LONG ? best.suggestion : null;
}

const complaint = ({ broken, nested, stopInside }: QuoteFaults): string =>
  [
    ...(broken ? ['引号不成对'] : []),
    ...(nested ? ['引号里又用了双引号'] : []),
    ...(stopInside ? ['句末标点写进了引号'] : []),
  ].join('，');

/** Faults of the marks themselves; no case is needed to see them. */
function marks({ heading }: ReadSection, suggestions: readonly string[]): Slip | null {
  const quote = quotation(heading.text);
  if (!quote) return null;
  const faults = quoteFaults(quote.text);
  const text = complaint(faults);
  if (text === '') return null;
  const { place } = spotAt(heading, quote.start, quote.start + quote.text.length);
  const known = meant(quote.text, suggestions);
  const plain = !faults.broken && !faults.nested ? quote.text.replace(/[。；，、：.;,:](?=["”]$)/, '') : null;
  const right = known === null ? plain : asQuoted(known);
  return {
    message: `${heading.label}引用建议的标点有误：${text}。`,
    excerpt: quote.text,
    place,
    fix: right === null ? '引号成对使用，里层用单引号，句末标点不写进引号。' : `改为${right}。`,
    ...(right === null ? {} : { replacement: right }),
  };
}

/** Words that are not those of the ask. */
function words({ heading, section }: ReadSection, suggestions: readonly string[]): Slip[] {
  const quote = quotation(heading.text);
  const bare = /关于(.+)的(?:建议|意见|问题|提议)$/.exec(heading.text)?.[1];
  const said = quote ? quoted(quote.text) : bare === undefined ? [] : [bare];
  return said
    .filter((one) => !suggestions.some((suggestion) => isQuoted(one, suggestion)))
    .flatMap((one) => {
      const right = meant(one, suggestions);
      if (right === null || said.some((other) => isQuoted(other, right))) return [];
      const start = heading.text.indexOf(one) - (quote ? 1 : 0);
      const { text, place } = spotAt(heading, start, start + one.length + (quote ? 2 : 0));
      const printed = section.suggestion === null && !quote ? right : asQuoted(right);
      return [
        {
          message: `${heading.label}引用的建议与提案原文不一致。`,
          excerpt: text,
          place,
          fix: `按提案原文写作${printed}。`,
          replacement: printed,
        },
      ];
    });
}

/** A heading quotes the ask word for word, inside one clean pair of marks. */
export const suggestionQuote: LetterCheck = {
  id: 'suggestion-quote',
  name: '标题引用的建议有误',
  rule: '引用建议应当与提案原文一致，引号用法依《标点符号用法》（GB/T 15834）',
  severity: 'red',
  find: (letter, context) => {
    const suggestions = context.case?.suggestions ?? [];
    return headedSections(letter)
      .filter(answersSuggestion)
      .flatMap((read) => marks(read, suggestions) ?? words(read, suggestions));
  },
};
