const HAN = /\p{Script=Han}/u;
/** A run of Chinese characters, or a word of other letters and digits: 5G基站 is two. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const LONGEST_WORD = 64;

/** A text as it is kept for search: full-width letters and digits as half-width ones, no break inside a sentence. */
export const plainText = (text: string): string =>
  text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    .replace(/\u0000/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\u0020-\u007e]) | (?=[^\u0020-\u007e])/g, '')
    .trim();

const runsOf = (text: string): string[] => [...text.toLowerCase().matchAll(RUN)].map(([run]) => run);

/** Overlapping pairs, and the last character alone: what begins with a character then finds all of its places. */
function tokensOfRun(run: string): string[] {
  if (!HAN.test(run)) return [run.slice(0, LONGEST_WORD)];
  const signs = [...run];
  return signs.map((sign, i) => sign + (signs[i + 1] ?? ''));
}

/** What a text is found by: pairs of Chinese characters, whole words of other letters. No dictionary, no locale. */
export const tokensOf = (text: string): string[] => [...new Set(runsOf(text).flatMap(tokensOfRun))];

/** What somebody looks for. */
export interface Sought {
  /** The words, as they have to stand in the text. */
  readonly terms: readonly string[];
  /** For PostgreSQL: tokens that all have to be there. */
  readonly tsquery: string;
  /** Terms of more than one token: that they stand there as written is to be looked at in the text itself. */
  readonly exact: readonly string[];
}

const quoted = (token: string): string => `'${token.replace(/['\\]/g, '')}'`;

/** The tokens of a term; the end of a word of letters and a single character may go on. */
function lexemesOf(term: string): string[] {
  return runsOf(term).flatMap((run) => {
    if (!HAN.test(run)) return [`${quoted(run.slice(0, LONGEST_WORD))}:*`];
    const signs = [...run];
    return signs.length === 1
      ? [`${quoted(run)}:*`]
      : signs.slice(0, -1).map((sign, i) => quoted(sign + signs[i + 1]));
  });
}

/** The words of a question, cut at spaces and punctuation; null where nothing is left to look for. */
export function readSought(question: string): Sought | null {
  const words = question
    .split(/[\s\p{P}\p{S}]+/u)
    .map((part) => plainText(part).toLowerCase())
    .filter((part) => runsOf(part).length > 0);
  const terms = [...new Set(words)];
  if (terms.length === 0) return null;
  const lexemes = terms.map(lexemesOf);
  return {
    terms,
    tsquery: [...new Set(lexemes.flat())].join(' & '),
    exact: terms.filter((_, i) => (lexemes[i] ?? []).length > 1),
  };
}

/** So many of a text's pairs are asked for: they are many for a sentence, and few for an index. */
const MOST_PAIRS = 40;

/** For PostgreSQL: whatever has one of the pairs of a text; null where it has none. */
export function anyOf(text: string): string | null {
  const pairs = tokensOf(plainText(text)).filter((token) => [...token].length > 1);
  return pairs.length === 0 ? null : pairs.slice(0, MOST_PAIRS).map(quoted).join(' | ');
}
