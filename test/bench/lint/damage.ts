import type { LintCase } from '@fuhan/letter-engine';
import type { CleanLetter } from '../../fixtures/letters/clean/clean-letters';

/** A letter after somebody's slip, and how the slip must show. */
export interface Damaged {
  readonly text: string;
  /** One of these stands in the finding's excerpt; none where the slip is something missing, which stands nowhere. */
  readonly words: readonly string[];
  /** What must be said, where words alone do not tell one slip from another. */
  readonly says?: RegExp;
  /** Facts of the case that the slip is about. */
  readonly case?: Partial<LintCase>;
}

/** One way in which a letter goes wrong. */
export interface Damage {
  /** The check that must find it. */
  readonly id: string;
  readonly name: string;
  /** null where the letter has no place for this slip. */
  make(letter: CleanLetter): Damaged | null;
}

type Replacement = string | ((match: RegExpExecArray) => string);
type Words = string | readonly string[] | ((match: RegExpExecArray) => string | readonly string[]);

const listed = (words: string | readonly string[]): readonly string[] =>
  typeof words === 'string' ? (words === '' ? [] : [words]) : words;

/** Replaces the first match; null where nothing matches. `words` are what must be named. */
export function replaced(text: string, from: RegExp, to: Replacement, words: Words): Damaged | null {
  const match = from.exec(text);
  if (match === null) return null;
  const put = typeof to === 'string' ? to : to(match);
  const after = text.slice(0, match.index) + put + text.slice(match.index + match[0].length);
  return after === text
    ? null
    : { text: after, words: listed(typeof words === 'function' ? words(match) : words) };
}

/** A slip that is one replacement in the text. */
export const edit = (id: string, name: string, from: RegExp, to: Replacement, words: Words): Damage => ({
  id,
  name,
  make: ({ text }) => replaced(text, from, to, words),
});

/** A slip that only some letters can have. */
export const only = (test: (letter: CleanLetter) => boolean, damage: Damage): Damage => ({
  ...damage,
  make: (letter) => (test(letter) ? damage.make(letter) : null),
});

export const isOpinion = ({ name }: CleanLetter): boolean => name.startsWith('opinion');
export const isAnswer = (letter: CleanLetter): boolean => !isOpinion(letter);
export const isNpc = (letter: CleanLetter): boolean => letter.case.proposal.kind === 'npc';
export const isCppccAnswer = (letter: CleanLetter): boolean => isAnswer(letter) && !isNpc(letter);

/** Lines of running text. */
export const paragraphs = (text: string): string[] =>
  text.split('\n').filter((line) => line.length > 60 && line.endsWith('。'));

/** The longest paragraph: always one of the body. */
export const longest = (text: string): string =>
  paragraphs(text).reduce((most, line) => (line.length > most.length ? line : most), '');

/** Replaces inside the longest paragraph alone. */
export const inBody = (id: string, name: string, from: RegExp, to: Replacement, words: Words): Damage => ({
  id,
  name,
  make({ text }) {
    const line = longest(text);
    const damaged = line === '' ? null : replaced(line, from, to, words);
    return damaged && { ...damaged, text: text.replace(line, () => damaged.text) };
  },
});

/** A sentence somebody adds to the end of the longest paragraph. */
export const added = (text: string, sentence: string): string => {
  const line = longest(text);
  return text.replace(line, () => line + sentence);
};

/** A slip that is one sentence more. */
export const addition = (
  id: string,
  name: string,
  sentence: string,
  words: string | readonly string[],
): Damage => ({
  id,
  name,
  make: ({ text }) => ({ text: added(text, sentence), words: listed(words) }),
});

/** The line of the date, and its parts. */
export const DATE_LINE = /^(2026)年(\d{1,2})月(\d{1,2})日$/m;

/** Month of the letter's date; null where it has none. */
export const monthOf = (text: string): number | null => {
  const found = DATE_LINE.exec(text);
  return found && Number(found[2]);
};

/** Removes every match of the pattern. */
export const without = (text: string, pattern: RegExp): string => text.replace(pattern, '');
