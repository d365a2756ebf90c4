import { type Damage, type Damaged, edit, only, replaced, without } from '../damage';

const VERDICT = /(?:吸收采纳|采纳吸收建议)。/;
const HEADING = /^([一二三四五六七八九十])、关于“(.+)”的建议$/gm;

interface Section {
  /** Its place in the text, heading to the line before the next. */
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly quoted: string;
}

/** The sections that answer a suggestion. */
function answers(text: string): readonly Section[] {
  const found = [...text.matchAll(HEADING)];
  const closing = text.search(/^专此答复/m);
  return found.map((match, i) => ({
    start: match.index,
    end: found[i + 1]?.index ?? closing,
    mark: match[1]!,
    quoted: match[2]!,
  }));
}

const headed = (damage: Damage): Damage => only(({ text }) => answers(text).length > 0, damage);

/** Changes one of the answering sections; `pick` counts from the end where negative. */
const section = (
  id: string,
  name: string,
  pick: number,
  change: (text: string, at: Section) => Damaged | null,
): Damage =>
  headed({
    id,
    name,
    make({ text }) {
      const at = answers(text).at(pick);
      if (!at) return null;
      const damaged = change(text.slice(at.start, at.end), at);
      return damaged && { ...damaged, text: text.slice(0, at.start) + damaged.text + text.slice(at.end) };
    },
  });

/** The marks of the sections counted anew, as one does who hides a gap. */
function renumbered(text: string): string {
  let n = 0;
  return text.replace(/^[一二三四五六七八九]、(?=产业|排水|关于)/gm, () => `${'一二三四五六七八九'[n++]}、`);
}

const gone = (name: string, pick: number): Damage => {
  const cut = section('suggestion-unanswered', name, pick, () => ({ text: '', words: [] }));
  return {
    ...cut,
    make(letter) {
      const damaged = cut.make(letter);
      return damaged && { ...damaged, text: renumbered(damaged.text) };
    },
  };
};

const suggestionUnanswered: readonly Damage[] = [
  gone('the first one left out', 0),
  gone('the second one left out', 1),
  gone('the last one left out', -1),
  headed({
    id: 'suggestion-unanswered',
    name: 'the proposal asked for one thing more',
    make: ({ text, case: { suggestions } }) => ({
      text,
      words: [],
      case: { suggestions: [...suggestions, '设立专项资金，引导社会资本参与'] },
    }),
  }),
  section('suggestion-unanswered', 'its heading lost: two answers run together', -1, (text) => ({
    text: text.replace(/^.*\n+(?:吸收采纳|采纳吸收建议)。\n+/, ''),
    words: [],
  })),
];

/** The heading of a section rewritten. */
const heading = (
  name: string,
  pick: number,
  change: (quoted: string) => { readonly heading: string; readonly words: readonly string[] } | null,
): Damage =>
  section('suggestion-quote', name, pick, (text, { mark, quoted }) => {
    const to = change(quoted);
    return to && { text: text.replace(/^.*/, `${mark}、${to.heading}`), words: to.words };
  });

const reworded = (name: string, pick: number, from: RegExp, to: string): Damage =>
  heading(name, pick, (quoted) => {
    const after = quoted.replace(from, to);
    return after === quoted ? null : { heading: `关于“${after}”的建议`, words: [after] };
  });

const suggestionQuote: readonly Damage[] = [
  heading('a stop inside the quotes', 1, (quoted) => ({
    heading: `关于“${quoted}。”的建议`,
    words: ['。”', `${quoted}。`],
  })),
  heading('的 and a stop inside the quotes', -1, (quoted) => ({
    heading: `关于“${quoted}的。”的建议`,
    words: [`${quoted}的。`],
  })),
  reworded('a verb of the ask replaced', 0, /摸清|建立/, '查清'),
  reworded('a character of the ask lost', 1, /设施，增强雨水|与旅行社/, '设施，增雨水'),
  reworded('only half of the ask quoted', -1, /，.*|‘.*/, ''),
  heading('quotes of one kind inside each other', -1, (quoted) => {
    const inner = quoted.includes('‘')
      ? quoted.replace('‘', '“').replace('’', '”')
      : quoted.replace(/^(..)(..)/, '$1“$2”');
    return { heading: `关于“${inner}”的建议`, words: [inner] };
  }),
  heading('the closing quote forgotten', 0, (quoted) => ({
    heading: `关于“${quoted}的建议`,
    words: ['“'],
  })),
];

const verdictGone = (name: string, pick: number): Damage =>
  section('verdict-missing', name, pick, (text) => ({
    text: without(text, /^(?:吸收采纳|采纳吸收建议)。\n+/m),
    words: [],
  }));

const verdictMissing: readonly Damage[] = [
  verdictGone('of the first answer', 0),
  verdictGone('of the second answer', 1),
  verdictGone('of the last answer', -1),
];

const runOn = (name: string, pick: number, between: string): Damage =>
  section('verdict-run-on', name, pick, (text) =>
    replaced(
      text,
      /\n+(吸收采纳|采纳吸收建议)。/,
      ([, verdict]) => `${between}${verdict}。`,
      ([, verdict]) => verdict!,
    ),
  );

const verdictRunOn: readonly Damage[] = [
  runOn('after a space', 0, ' '),
  runOn('without any space', 1, ''),
  runOn('after two wide spaces', -1, '　　'),
  runOn('after a tab', 1, '\t'),
];

/** Takes out of a section all that promises anything. */
const noStep = (name: string, pick: number, promises: readonly RegExp[]): Damage =>
  section('next-step-missing', name, pick, (text) => {
    const after = promises.reduce(without, text);
    return after === text ? null : { text: after, words: [] };
  });

const nextStepMissing: readonly Damage[] = [
  noStep('the last section tells only what was done', -1, [/^接下来.*\n+/m, /接下来，我局将[^。]*。/]),
  noStep('the second answer tells only what was done', 1, [/^今后.*\n+/m, /^下一步.*\n+/m]),
  noStep('the first answer tells only what was done', 0, [
    /^下一步.*\n+/m,
    /今后还将[^。]*。/,
    /加快建设云岭[^。]*。/,
    /继续充实[^。]*。/,
    /由于云岭片区[^。]*。/,
    /，计划投资3\.2亿元/,
  ]),
  noStep('“将” is said, but only as a word for 把', 2, [/下一步，[^。]*。/, /接下来，我局将[^。]*。/]),
];

/** Slips of the answers to the suggestions. */
export const sectionDamages: readonly Damage[] = [
  ...suggestionUnanswered,
  ...suggestionQuote,
  ...verdictMissing,
  ...verdictRunOn,
  ...nextStepMissing,
  headed(
    edit(
      'verdict-run-on',
      'two spaces, no stop',
      new RegExp(`\\n+${VERDICT.source}`),
      '  吸收采纳',
      '吸收采纳',
    ),
  ),
];
