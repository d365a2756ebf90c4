import type { PageLine } from './page-lines';
import type { RawLine } from './raw-line';

/** Where running text begins and ends on the page. */
interface Measure {
  readonly left: number;
  readonly right: number;
}

/** Line breaking may leave so many characters free at a full line's end. */
const FREE = 2.2;
/** A line that begins so many characters further in begins a paragraph. */
const INDENT = 0.8;
const BODY_CHARACTERS = 12;
const FEW = 3;

function measure(lines: readonly PageLine[]): Measure {
  const body = lines.filter(({ text }) => text.length >= BODY_CHARACTERS);
  const of = body.length > 0 ? body : lines;
  const rights = of.map(({ right }) => right).sort((a, b) => a - b);
  const lefts = of.map(({ left }) => left).sort((a, b) => a - b);
  // A single line that sticks out (a mark in the margin) does not move the edge.
  const at = (sorted: readonly number[], part: number): number =>
    sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  const left = at(lefts, 0.05);
  const right = at(rights, 0.95);
  // Few lines do not tell how wide the text may be: the margins are taken to be alike.
  return { left, right: body.length >= FEW ? right : Math.max(right, (lines[0]?.width ?? 0) - left) };
}

const isFull = (line: PageLine, { right }: Measure): boolean => line.right >= right - FREE * line.em;

/** "抄送：甲、乙、" and its wrapped lines, which stand further in, below the first name. */
const goesOnInside = (first: PageLine, next: PageLine): boolean =>
  /^[\s（(]*抄\s*送/.test(first.text) &&
  next.left > first.left + 2 * next.em &&
  next.left < first.left + 6 * next.em;

/**
 * Printed lines → paragraphs: a line that fills the measure goes on in the next one unless that is indented; a page's end makes no
 * difference.
 */
export function paragraphs(lines: readonly PageLine[]): RawLine[] {
  const edges = measure(lines);
  const groups: PageLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const sameSize = last !== undefined && Math.abs(last.em - line.em) < last.em * 0.15;
    const goesOn =
      group !== undefined &&
      last !== undefined &&
      sameSize &&
      isFull(last, edges) &&
      (line.left < edges.left + INDENT * line.em || goesOnInside(group[0]!, line));
    if (goesOn) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0]!, group.at(-1)!];
    const indent = first.left > edges.left + INDENT * first.em ? '　　' : '';
    // A last line that is full may yet go on: the importer's own rules decide.
    const whole = !isFull(last, edges);
    const text =
      indent +
      group
        .map((line) => line.text.trim())
        .join('\n')
        .replace(/(?<=[\w,.]) ?\n(?=[\w])/g, ' ')
        .replace(/\n/g, '');
    return { text, page: first.page, line: first.line, whole, look: String(Math.round(first.em * 5)) };
  });
}
