import { parseChineseNumeral } from '@fuhan/letter-engine';

export interface IntakeSuggestion {
  readonly title: string;
  readonly body: string;
}
/** A text taken apart: `before` + all `pieces` + `after` are the text, character for character. */
export interface SplitText {
  readonly before: string;
  readonly pieces: readonly string[];
  readonly after: string;
}

const LONGEST_TITLE = 60;
const MOST = 60;

interface Mark {
  readonly level: number;
  readonly number: number;
  readonly at: number;
  readonly length: number;
}

/** 一、 · （一） · 1. · （1） · 一是: at the start of a line, or behind a stop where a cell has lost its line ends. */
const MARK =
  /(?<=^|[\n。；;：:！!？?])[ \t\u3000]*(?:([一二三四五六七八九十]{1,3})[、.．]|[（(]([一二三四五六七八九十]{1,3})[）)]|(\d{1,2})[.．、](?!\d)|[（(](\d{1,2})[）)]|([一二三四五六七八九十])是)/g;

function marksOf(text: string): Mark[] {
  return [...text.matchAll(MARK)].map((found) => {
    const level = found.slice(1).findIndex((group) => group !== undefined);
    const written = found[level + 1]!;
    const number = /\d/.test(written) ? Number(written) : (parseChineseNumeral(written) ?? 0);
    return { level, number, at: found.index, length: found[0].length };
  });
}

/** The marks of one level that count 1, 2, 3 …; the first level in the text that counts at least to two. */
function counted(marks: readonly Mark[]): Mark[] {
  for (const first of marks.filter(({ number }) => number === 1)) {
    const row: Mark[] = [];
    for (const mark of marks)
      if (mark.at >= first.at && mark.level === first.level && mark.number === row.length + 1) row.push(mark);
    if (row.length > 1) return row.slice(0, MOST);
  }
  return [];
}

const HEADING =
  /(?:^|\n)[ \t\u3000]*(?:([一二三四五六七八九十]{1,2})[、.．][ \t]*)?[【\[]?(?:工作|具体|主要|几点|相关|对策|有关|解决)*(?:意见和?建议|对策(?:和|与)?建议|建议(?:和对策|措施|内容)?)[】\]]?(?:如下|是)?[ \t]*(?:[:：。]|(?=\n)|$)/g;
const LEAD_IN =
  /(?:提出|有)?(?:以下|如下)(?:几点|[一二三四五六七八九十]点|\d点)?(?:意见和?)?建议[:：。]|特?建议如下[:：。]|(?:为此|因此|对此)，?(?:我们|本人|我会)?建议[:：]/g;

/** Where the asks begin and end: behind the last heading 建议 (or its words in running text), up to the next heading of its rank. */
function areaOf(text: string): { readonly from: number; readonly to: number } {
  const heading = [...text.matchAll(HEADING)].at(-1) ?? [...text.matchAll(LEAD_IN)].at(-1);
  if (!heading) return { from: 0, to: text.length };
  const from = heading.index + heading[0].length;
  const rank = parseChineseNumeral(heading[1] ?? '');
  const next =
    rank === null
      ? undefined
      : marksOf(text).find(({ level, number, at }) => level === 0 && number === rank + 1 && at >= from);
  return { from, to: next?.at ?? text.length };
}

/** Splits a proposal into what goes before its suggestions, the suggestions, and what follows. Where none is marked, one piece holds all asks. */
export function splitSuggestions(text: string): SplitText {
  const { from, to } = areaOf(text);
  const area = text.slice(from, to);
  const marks = counted(marksOf(area));
  if (marks.length === 0) return { before: text.slice(0, from), pieces: [area], after: text.slice(to) };
  const cuts = [...marks.map(({ at }) => at), area.length];
  return {
    before: text.slice(0, from + cuts[0]!),
    pieces: cuts.slice(0, -1).map((at, i) => area.slice(at, cuts[i + 1])),
    after: text.slice(to),
  };
}

const withoutMark = (piece: string): string => piece.replace(new RegExp(MARK.source), '').trim();

/** A piece as a suggestion: its first line or sentence is the title, the rest the body; a long one is cut for the title and kept whole in the body. */
export function suggestionOf(piece: string): IntakeSuggestion {
  const text = withoutMark(piece);
  const [, first = '', rest = ''] = /^([^\n。；;]*)[。；;]?\s*([\s\S]*)$/.exec(text) ?? [];
  const title = first.trim();
  if (title === '') return { title: text.slice(0, LONGEST_TITLE), body: text };
  if (title.length <= LONGEST_TITLE) return { title, body: rest.trim() };
  return { title: `${title.slice(0, LONGEST_TITLE - 1)}…`, body: text };
}

/** 关于推动充电设施进厂区的提案 → 推动充电设施进厂区: what the one suggestion of an unmarked text is called. */
export const askOf = (title: string): string =>
  title.replace(/^关于/, '').replace(/的?(?:提案|建议|议案)$/, '') || title;

/** The suggestions of a text; one, called by the paper's title, where none is marked. */
export function suggestionsOf(text: string, title: string): IntakeSuggestion[] {
  const { pieces } = splitSuggestions(text);
  if (pieces.length > 1) return pieces.map(suggestionOf);
  return [{ title: askOf(title).slice(0, 200), body: (pieces[0] ?? '').trim() }];
}
