import { headingMark } from '../model/heading-marks';
import { closeUp } from '../text/characters';
import { headingAndVerdict, headingLevel, isPlainHeading, VERDICT } from './headings';
import type { SourceLine } from './lines';
import { CLOSING } from './patterns';

const ENDS = /[。！？；：…!?;:][”’）)》】]*(?:\*\*)?$/;

/** A text cut into lines of equal width has this many at least. */
const WRAPPED_LINES = 6;
/** Western lines are long; no Chinese line is wider. */
const WIDEST = 64;

/** The width at which a text was cut into lines; null where its lines are whole paragraphs. */
function wrapWidth(lines: readonly SourceLine[]): number | null {
  const lengths = lines.filter(({ cells }) => !cells).map(({ raw }) => raw.length);
  const widest = lengths.reduce((most, n) => (n <= WIDEST ? Math.max(most, n) : most), 0);
  if (widest < 20 || lengths.some((n) => n > WIDEST)) return null;
  const full = lengths.filter((n) => n >= widest - 3).length;
  return full >= WRAPPED_LINES && full * 2 >= lengths.length ? widest : null;
}

const startsAnew = (line: SourceLine): boolean =>
  line.whole ||
  line.bold ||
  line.cells !== undefined ||
  headingMark(line.text) !== null ||
  CLOSING.test(line.text) ||
  VERDICT.test(line.text) ||
  headingAndVerdict(line.raw) !== null;

/** A line that ends no sentence and is neither heading nor verdict waits for its other half. */
function waits(group: readonly SourceLine[], next: SourceLine): boolean {
  const last = group.at(-1)!;
  if (last.whole || last.bold || last.cells) return false;
  if (ENDS.test(last.text.slice(-8))) return false;
  if (group.length > 1) return true;
  return headingLevel(last.text) === null && !VERDICT.test(last.text) && !isPlainHeading(last, next);
}

/** Joins what a page's end tore apart: a line that ends no sentence, is no heading, and is followed by plain words. */
export function rejoin(lines: readonly SourceLine[]): SourceLine[] {
  const width = wrapWidth(lines);
  const wrapped = (last: SourceLine, next: SourceLine): boolean =>
    width !== null &&
    !last.whole &&
    !next.whole &&
    !next.indented &&
    !next.afterBlank &&
    last.raw.length >= width - 3 &&
    headingMark(next.text) === null;
  const groups: SourceLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && ((waits(group, line) && !startsAnew(line)) || wrapped(group.at(-1)!, line)))
      group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    ...group[0]!,
    text: closeUp(group.map(({ text }) => text).join('\n')),
    raw: group.map(({ raw }) => raw).join('\n'),
  }));
}
