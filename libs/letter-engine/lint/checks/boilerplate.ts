import type { LetterCheck, LintedLetter, Slip } from '../check';
import { HOLLOW, SUBSTANCE } from '../hollow-phrases';
import type { Spot } from '../letter-words';
import { allSentences, bareSentence } from '../sentences';
import { placesOf } from '../spots';

/** Shorter sentences are formulas anyone writes. */
const TELLING = 12;
/** Two hollow phrases make a sentence hollow, one a short sentence. */
const SHORT = 24;

const body = ({ pieces }: LintedLetter): Spot[] =>
  allSentences(pieces.filter(({ kind }) => kind === 'paragraph')).filter(
    (spot) => bareSentence(spot).length >= TELLING,
  );

const ANSWERS: ReadonlySet<string> = new Set(['reply', 'opinion']);
const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;

/** Sentences of other letters, made once for each list of them. */
const known = new WeakMap<readonly string[], ReadonlySet<string>>();

function sentencesOfOthers(texts: readonly string[]): ReadonlySet<string> {
  const cached = known.get(texts);
  if (cached) return cached;
  const all = new Set(
    texts.flatMap((text) =>
      text.split(/[。！？\n]/).map((sentence) => sentence.replace(/[^\p{L}\p{N}%]/gu, '')),
    ),
  );
  known.set(texts, all);
  return all;
}

const isHollow = ({ text }: Spot): boolean => {
  if (SUBSTANCE.test(text)) return false;
  const phrases = text.match(HOLLOW)?.length ?? 0;
  return phrases >= 2 || (phrases === 1 && text.length <= SHORT);
};

const slip = (spots: readonly Spot[], message: string, fix: string): Slip => ({
  message,
  excerpt: spots[0]!.text,
  place: spots[0]!.place,
  alsoAt: placesOf(spots.slice(1)),
  fix,
});

/** What is said to everyone answers nobody. */
export const boilerplate: LetterCheck = {
  id: 'boilerplate',
  name: '套话和雷同',
  rule: '答复应当有针对性，不照抄别的答复，不以套话代替措施',
  severity: 'yellow',
  limits: { shared: 0.3, hollow: 0.5, sentences: 4 },
  find(letter, context, { shared = 0.3, hollow = 0.5, sentences = 4 }): Slip[] {
    const all = body(letter);
    if (!ANSWERS.has(letter.model.kind) || all.length < sentences) return [];
    const others = sentencesOfOthers(context.case?.otherLetters ?? []);
    const same = all.filter((spot) => others.has(bareSentence(spot)));
    const empty = all.filter(isHollow);
    return [
      ...(same.length / all.length >= shared
        ? [
            slip(
              same,
              `正文${percent(same.length, all.length)}的句子与本单位别的答复相同。`,
              '写明这一件提案的具体情况和措施。',
            ),
          ]
        : []),
      ...(empty.length / all.length >= hollow
        ? [
            slip(
              empty,
              `正文${percent(empty.length, all.length)}的句子是没有事实的套话。`,
              '补上做法、数字、时间和责任单位。',
            ),
          ]
        : []),
    ];
  },
};
