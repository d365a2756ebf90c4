import { headingMark, storedHeading } from '../model/heading-marks';
import type { LetterBlock, LetterModel, LetterSection } from '../model/model';
import { closeUp } from '../text/characters';
import type { SourceLine } from './lines';
import { CLOSING, OPENING_END } from './patterns';

const VERDICT =
  /^(?:(?:已|全部|部分|基本|原则|暂不|不予|予以|建议|拟)*(?:采纳吸收|吸收采纳|采纳|吸收|采用|落实)(?:落实)?(?:该|此|本)?(?:条|项)?(?:建议|意见)?|(?:该|此)?(?:建议|事项)?不属(?:于)?.{0,12}(?:职责|职能)(?:范围)?|留作参考|解释说明)[。.]?$/;
const HEADING_LIMIT: Readonly<Record<1 | 2 | 3 | 4, number>> = { 1: 90, 2: 50, 3: 40, 4: 40 };
/** No heading with its verdict is longer. */
const RUN_ON_LIMIT = 160;
const ENDS = /[。！？；：…!?;:][”’）)》】]*(?:\*\*)?$/;

/** "一、关于…的建议 采纳。": heading and verdict that run on in one line. */
const headingAndVerdict = (raw: string): { heading: string; verdict: string } | null => {
  if (raw.length > RUN_ON_LIMIT) return null;
  const parts = raw.split(/\s+/);
  for (let i = parts.length - 1; i > 0; i--) {
    const [heading, verdict] = [closeUp(parts.slice(0, i).join(' ')), closeUp(parts.slice(i).join(' '))];
    if (VERDICT.test(verdict) && headingMark(heading) !== null) return { heading, verdict };
  }
  const glued = /^(.+的建议)((?:全部|部分|暂不|不予|予以)?(?:采纳|吸收).{0,6}。)$/.exec(closeUp(raw));
  return glued && VERDICT.test(glued[2]!) && headingMark(glued[1]!)
    ? { heading: glued[1]!, verdict: glued[2]! }
    : null;
};

const withoutQuotes = (text: string): string => text.replace(/“[^”]*”|《[^》]*》|"[^"]*"/g, '');

/** The level of a line that is a heading: it has a number mark, is short, and says no whole sentence. */
export function headingLevel(text: string): 1 | 2 | 3 | 4 | null {
  const found = headingMark(text);
  if (found === null || text.length > HEADING_LIMIT[found.level]) return null;
  const words = withoutQuotes(text.slice(found.mark.length)).replace(/[“”"]/g, '');
  if (words.trim() === '' && text.length === found.mark.length) return null;
  // A stop inside nested quotes ("…教学的。”的建议") is a slip of the heading, not a sentence.
  if (/[。；;！？]./.test(words) && !/[。；]的(?:建议|提案|问题)$/.test(words)) return null;
  return /[。；;，,：:]$/.test(words) ? null : found.level;
}

const startsAnew = (line: SourceLine): boolean =>
  headingMark(line.text) !== null ||
  CLOSING.test(line.text) ||
  VERDICT.test(line.text) ||
  headingAndVerdict(line.raw) !== null;

/** A line that ends no sentence and is neither heading nor verdict waits for its other half. */
const waits = (group: readonly SourceLine[]): boolean => {
  const { text } = group.at(-1)!;
  if (ENDS.test(text.slice(-8))) return false;
  return group.length > 1 || (headingLevel(text) === null && !VERDICT.test(text));
};

/** Joins what a page's end tore apart: a line that ends no sentence, is no heading, and is followed by plain words. */
export function rejoin(lines: readonly SourceLine[]): SourceLine[] {
  const groups: SourceLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && waits(last) && !startsAnew(line)) last.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    text: closeUp(group.map(({ text }) => text).join('\n')),
    raw: group.map(({ raw }) => raw).join('\n'),
    afterBlank: group[0]!.afterBlank,
  }));
}

/** The words a heading quotes, from its first “ to its last ”. */
export function quotedSuggestion(heading: string): string | null {
  return (
    /^关于“(.+)”的(?:建议|意见|问题|提议)/.exec(heading.replace(headingMark(heading)?.mark ?? '', ''))?.[1] ??
    null
  );
}

const newSection = (heading: string | null, verdict: string | null = null): LetterSection => ({
  heading,
  level: 1,
  suggestion: heading === null ? null : quotedSuggestion(heading),
  verdict,
  blocks: [],
});

function block(text: string): LetterBlock {
  const level = headingLevel(text);
  return level !== null && level > 1
    ? { type: 'heading', level: level as 2 | 3 | 4, text }
    : { type: 'paragraph', text };
}

/** Takes the closing sentences off the end of the paragraphs. */
export function takeClosing(lines: SourceLine[]): string | null {
  const closing: string[] = [];
  while (lines.length > 1 && CLOSING.test(lines.at(-1)!.text)) closing.unshift(lines.pop()!.text);
  return closing.join('\n') || null;
}

function readSections(lines: readonly SourceLine[]): LetterSection[] {
  const sections: LetterSection[] = [];
  let headed = 0;
  for (const { text, raw } of lines) {
    const both = headingAndVerdict(raw);
    const heading = both?.heading ?? (headingLevel(text) === 1 ? text : null);
    const current = sections.at(-1);
    if (heading !== null) {
      headed += 1;
      sections.push(newSection(storedHeading(heading, headed), both?.verdict));
    } else if (current && current.blocks.length === 0 && current.verdict === null && VERDICT.test(text))
      current.verdict = text;
    else {
      if (!current) sections.push(newSection(null));
      sections.at(-1)!.blocks.push(block(text));
    }
  }
  return sections;
}

/** How many of the paragraphs belong to the opening: all before the first section, else to the words "答复如下". */
function openingLength(lines: readonly SourceLine[]): number {
  const heading = lines.findIndex(
    ({ text, raw }) => headingLevel(text) === 1 || headingAndVerdict(raw) !== null,
  );
  if (heading > 0) return heading;
  if (heading === 0) return 0;
  const end = lines.slice(0, 6).findIndex(({ text }) => OPENING_END.test(text));
  if (end >= 0) return end + 1;
  return /(?:提案|建议|来函|意见).{0,40}(?:收悉|收到|已交)/.test(lines[0]?.text ?? '') ? 1 : 0;
}

/** Reads the lines between addressee and signature: opening, sections, closing. */
export function readBody(model: LetterModel, lines: readonly SourceLine[]): void {
  const paragraphs = rejoin(lines);
  model.closing = takeClosing(paragraphs);
  const opening = openingLength(paragraphs);
  model.opening = paragraphs.slice(0, opening).map(({ text }) => text);
  model.sections = readSections(paragraphs.slice(opening));
}
