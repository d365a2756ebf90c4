import type { SourceLine } from './lines';
import { UNIT_NAME } from './patterns';

const END =
  /(?:答复(?:的?函|的?意见|件|报告|书|稿)?|复函|回复(?:的?函|的?意见)?|函复|的函|(?:会办|协办|办理)?(?:工作)?的?意见函?|会办函|协办函|协办件|办理情况(?:的?(?:报告|答复|说明|回复|函|汇报))?|的(?:报告|说明|汇报))(?:[（(][^（()）]{0,30}[）)])?$/;
const UNIT = '[\\p{Script=Han}（）()、·]{3,60}?';
const START = new RegExp(
  `^(?:${UNIT}(?:局|委|会|办|厅|院|部|中心|政府|公司|室|站|所|处|区|行|队|社|署|联))?(?:关于|对(?!外)|(?:答复|办理)(?=.{6}))`,
  'u',
);
/** A title may be spread over so many lines. */
const TITLE_LINES = 6;
const TITLE_WORDS = /提案|建议|议案|政协|人大|会议|第\s*\d+\s*号|答\s*复|复\s*函/;

const joined = (lines: readonly SourceLine[]): string => lines.map(({ text }) => text).join('');

const isPart = (text: string): boolean =>
  (END.test(text) || TITLE_WORDS.test(text)) && !/[:：。]$/.test(text);

export interface FoundTitle {
  /** The lines of the title; [start, end). */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a title that begins at `start` ends: at the first line that makes it whole, else with the lines. */
function endOf(lines: readonly SourceLine[], start: number): number {
  const limit = Math.min(lines.length, start + TITLE_LINES);
  for (let end = start + 1; end <= limit; end++) {
    // "…的答" / "复": a word is torn between two lines.
    if (END.test(joined(lines.slice(start, end)))) return end;
  }
  return limit;
}

const found = (lines: readonly SourceLine[], start: number, end: number): FoundTitle => ({
  start,
  end,
  text: joined(lines.slice(start, end)),
});

/**
 * The letter's own title among the lines above the addressee: a page that prints it for itself first prints it again
 * as the letter has it, so the last one counts. null where no line looks like a part of a title.
 */
export function findTitle(lines: readonly SourceLine[]): FoundTitle | null {
  const starts = lines.flatMap(({ text }, i) => (START.test(text) ? [i] : []));
  const start = starts.at(-1);
  if (start !== undefined) return found(lines, start, endOf(lines, start));
  const ends = lines.flatMap(({ text }, i) => (isPart(text) ? [i] : []));
  const last = ends.at(-1);
  if (last === undefined) return null;
  let first = last;
  while (
    first > 0 &&
    last - first < TITLE_LINES &&
    TITLE_WORDS.test(lines[first - 1]!.text) &&
    !END.test(lines[first - 1]!.text)
  )
    first -= 1;
  return found(lines, first, last + 1);
}

/** A unit's name on the line above "关于…" is the title's first line, not a red head, when nothing stands between. */
export function withUnitAbove(
  lines: readonly SourceLine[],
  title: FoundTitle,
  isHead: (line: SourceLine) => boolean,
): FoundTitle {
  const above = lines[title.start - 1];
  const looksAlike = above?.look === lines[title.start]?.look;
  if (
    !above ||
    !looksAlike ||
    isHead(above) ||
    !/^(?:关于|对)/.test(title.text) ||
    !UNIT_NAME.test(above.text)
  )
    return title;
  return { start: title.start - 1, end: title.end, text: above.text + title.text };
}

const bigrams = (text: string): Set<string> => {
  const letters = text.replace(/[\s\p{P}]/gu, '');
  return new Set([...letters].slice(1).map((c, i) => [...letters][i]! + c));
};

/** Whether a line repeats the title, whole or in part: what a page prints above the letter. */
export function repeatsTitle(line: string, title: string): boolean {
  if (line.length > 200) return false;
  const [mine, theirs] = [bigrams(line), bigrams(title)];
  if (mine.size < 3) return title.includes(line);
  const shared = [...mine].filter((pair) => theirs.has(pair)).length;
  return shared / mine.size >= 0.6;
}
