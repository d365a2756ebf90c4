import type { RawLine } from '@fuhan/letter-engine';

interface Asked {
  readonly id: string;
  readonly title: string;
}
export interface TextPart {
  readonly suggestionId: string;
  readonly body: string;
}

/** A line longer than that is text, whatever it begins with. */
const HEADING = 80;
/** So many signs in a row tell one suggestion from the others. */
const TELLING = 4;
const LOOKS_LIKE_HEADING =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．]|第[一二三四五六七八九十\d]{1,3}[条项]|关于|对)/;

const signs = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

/** How many signs of the title stand in a row in the line. */
function shared(line: string, title: string): number {
  let most = 0;
  for (let from = 0; from < title.length; from++)
    while (from + most < title.length && line.includes(title.slice(from, from + most + 1))) most++;
  return most;
}

/** The suggestion a line is the heading of. */
function headed(line: string, suggestions: readonly Asked[]): Asked | undefined {
  if (line.length > HEADING || !LOOKS_LIKE_HEADING.test(line)) return undefined;
  const found = suggestions
    .map((asked) => ({ asked, title: signs(asked.title) }))
    .map(({ asked, title }) => ({
      asked,
      least: Math.min(TELLING, title.length),
      most: shared(signs(line), title),
    }))
    .filter(({ most, least }) => most > 0 && most >= least)
    .sort((a, b) => b.most - a.most);
  return found[0]?.asked;
}

/** A row of a table is a line, its cells apart. */
const textsOf = ({ text, cells }: RawLine): string[] =>
  (cells ? cells.map((row) => row.join(' ｜ ')) : [text])
    .map((each) => each.trim())
    .filter((each) => each !== '');

/**
 * The text of a paper as answers to the suggestions: what stands under a heading that repeats a suggestion's title belongs to it, what stands
 * before the first of them to the first. Without such headings all of it is for the first suggestion. Nothing is left out but the headings.
 */
export function splitBySuggestions(lines: readonly RawLine[], suggestions: readonly Asked[]): TextPart[] {
  const [first] = suggestions;
  if (!first) return [];
  const bodies = new Map<string, string[]>();
  const before: string[] = [];
  let current: string[] = before;
  for (const text of lines.flatMap(textsOf)) {
    const asked = suggestions.length > 1 ? headed(text, suggestions) : undefined;
    if (!asked) {
      current.push(text);
      continue;
    }
    current = bodies.get(asked.id) ?? [];
    if (bodies.size === 0) current.unshift(...before.splice(0));
    bodies.set(asked.id, current);
  }
  if (bodies.size === 0) bodies.set(first.id, before);
  return [...bodies]
    .map(([suggestionId, body]) => ({ suggestionId, body: body.join('\n') }))
    .filter(({ body }) => body !== '');
}
