import { charWidth, type PrintedLine } from './lines';
import { excerpt } from './measure';
import { GRID, type Passage, passagesOf, usualPitch } from './grid';
import type { Paper, Sheet } from './paper';

/** Whether a page is filled down to its last line, and if not, why that is right. */
export interface Fullness {
  readonly page: number;
  readonly state: 'full' | 'kept-short' | 'short' | 'outside';
  /** For every state but `full`: in Chinese. */
  readonly reason: string;
  /** Lines that a keep rule took to the next page. */
  readonly moved: readonly PrintedLine[];
}

const MM_PER_POINT = 25.4 / 72;
const HEADING =
  /^(?:[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百]+[）)]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])/u;
const DATE = /^(?:\d{4}|[〇零一二三四五六七八九]{4})年/u;
const TAIL = /^(?:附件[:：]|[（(](?:联系|此件))/u;
/** The line at the head of an attachment. */
export const ATTACHMENT = /^附件[\d一二三四五六七八九十]*[:：]?$/u;
/** A verdict such as 全部采纳。: one short line that belongs to what follows it. */
const SHORT = 20;
/** Lines of text that the head and the first row of a table take at most. */
const TABLE_HEAD = 4;

/** How many lines of a paragraph may not be parted from its first: no line of it may stand alone on a page. */
const leadOf = (count: number): number => (count <= 3 ? count : 2);

interface Kept {
  readonly lines: readonly PrintedLine[];
  /** Lines that must stand together, blank ones counted. */
  readonly needed: number;
  readonly why: string;
}
const kept = (lines: readonly PrintedLine[], why: string, needed = lines.length): Kept => ({
  lines,
  needed,
  why,
});

/** The headings a page begins with, each with a verdict below it. */
function headsOf(passages: readonly Passage[]): readonly Passage[] {
  const textOf = ({ lines }: Passage): string => lines.map((line) => line.text).join('');
  const isHeading = (passage: Passage | undefined): boolean =>
    passage?.starts === true && HEADING.test(textOf(passage)) && !/[。；]$/u.test(textOf(passage));
  const isVerdict = (passage: Passage, above: Passage | undefined): boolean =>
    isHeading(above) && passage.lines.length === 1 && [...textOf(passage)].length <= SHORT;
  const end = passages.findIndex((each, i) => !isHeading(each) && !isVerdict(each, passages[i - 1]));
  return end < 0 ? passages : passages.slice(0, end);
}

/** Headings with the beginning of what follows. */
function keptChain(passages: readonly Passage[]): Kept {
  const heads = headsOf(passages);
  const next = passages[heads.length];
  const lines = heads.flatMap((head) => head.lines);
  const lead = next ? next.lines.slice(0, leadOf(next.lines.length)) : [];
  return kept(
    [...lines, ...lead],
    heads.length > 0 ? '标题（或办理意见）随下文移到次页' : '段首行不单独留在页末',
  );
}

/** The signature with its room, annotation and foot, and what of the text goes with it; null when that is not the page's head. */
function keptTail(sheet: Sheet, left: number, pitch: number): Kept | null {
  const dateAt = sheet.body.findIndex(({ text }) => DATE.test(text) && text.endsWith('日'));
  const tail = sheet.body.findIndex((line) => TAIL.test(line.text) || isSignature(line, sheet, left, dateAt));
  // After attachments the foot stands below their text, with no signature between.
  const from = tail < 0 && sheet.foot.length > 0 ? sheet.body.length : tail;
  if (from < 0 || sheet.body.length === 0) return null;
  const before = sheet.body.slice(0, from);
  const passages = passagesOf(before, left);
  const last = passages.at(-1);
  const heads = keptChain(passages).lines.length;
  // Of a paragraph that began on the page before, no more comes over than keeps a line from standing alone.
  const enough = last?.starts === true ? before.length - last.lines.length <= heads : before.length <= 2;
  if (last && !enough) return null;
  const ends = [...sheet.body, ...sheet.foot].map(({ baseline }) => baseline);
  const foot = sheet.foot.length > 0 ? (Math.max(...ends) - sheet.foot[0]!.baseline) / pitch + 1 : 0;
  const text = (sheet.body.at(-1)!.baseline - sheet.body[0]!.baseline) / pitch + 1;
  const why = before.length > 0 ? '末段随落款移到次页' : '落款不拆开，整体移到次页';
  return kept(before.length > 0 ? before : sheet.body.slice(0, 1), why, Math.ceil(text + foot - 0.1));
}

/** The lines at the head of a page that no keep rule allows to be parted. */
function keptTogether(sheet: Sheet, left: number, pitch: number): Kept {
  const tail = keptTail(sheet, left, pitch);
  if (tail) return tail;
  const table = Math.min(...sheet.table.map(({ baseline }) => baseline));
  const above = sheet.body.filter(({ baseline }) => baseline < table);
  if (sheet.table.length > 0) {
    const chain = passagesOf(above, left);
    // A heading stays with the first rows of its table.
    if (above.length > 0 && headsOf(chain).length === chain.length)
      return kept(above, '标题随表格移到次页', above.length + TABLE_HEAD);
  }
  const passages = passagesOf(sheet.body, left);
  const [first] = passages;
  if (!first) return kept([], '');
  if (first.starts) return keptChain(passages);
  return first.lines.length === 2
    ? kept(first.lines, '段末行不单独留在页首')
    : kept(first.lines.slice(0, 1), '');
}

/** Lines down to the date that all stand in the right part of the page. */
function isSignature(line: PrintedLine, sheet: Sheet, left: number, dateAt: number): boolean {
  const at = sheet.body.indexOf(line);
  if (dateAt < 0 || at > dateAt) return false;
  return sheet.body.slice(at, dateAt + 1).every((each) => each.left > left + 2.5 * charWidth(each.size));
}

function outside(sheet: Sheet, next: Sheet | undefined): string | null {
  if (!next) return '末页';
  if (next.body[0] && ATTACHMENT.test(next.body[0].text) && next.body[0].baseline < 60) return '下一页是附件';
  if (sheet.body.length === 0) return '没有正文行';
  const last = Math.max(...sheet.body.map(({ baseline }) => baseline));
  if (
    sheet.table.some(({ baseline }) => baseline > last) ||
    next.table.some(({ baseline }) => baseline < (next.body[0]?.baseline ?? 999))
  )
    return '表格跨页';
  if (sheet.table.length > 0) return '有表格';
  if (sheet.page > 1 && sheet.titles.length > 0) return '有附件标题';
  if (sheet.foot.length > 0) return '版记在这一页';
  return null;
}

function fullnessOf(sheet: Sheet, next: Sheet | undefined, paper: Paper, pitch: number): Fullness {
  const why = outside(sheet, next);
  const base = { page: sheet.page, moved: [] };
  if (why !== null || !next) return { ...base, state: 'outside', reason: `第${sheet.page}页${why}` };
  const last = Math.max(...sheet.body.map(({ baseline }) => baseline));
  const missing = Math.round((GRID.lastBaseline - last) / pitch);
  if (missing <= 0) return { ...base, state: 'full', reason: '' };
  const together = keptTogether(next, paper.left ?? GRID.left, pitch);
  if (missing < together.needed)
    return {
      page: sheet.page,
      state: 'kept-short',
      moved: together.lines,
      reason: `第${sheet.page}页少${missing}行：${together.why}（“${excerpt(together.lines[0]!.text, 12)}”）`,
    };
  return { ...base, state: 'short', reason: `第${sheet.page}页少${missing}行，次页的内容本可以接上` };
}

/** Page by page: full, rightly short, wrongly short, or no page to ask of. */
export function fullnessOfPages(paper: Paper): Fullness[] {
  const pitch = (usualPitch(paper) ?? GRID.pitch.usual) * MM_PER_POINT;
  return paper.sheets.map((sheet, i) => fullnessOf(sheet, paper.sheets[i + 1], paper, pitch));
}
