import { charWidth, type PrintedLine } from './lines';
import { median, type NamedLine } from './measure';
import type { Paper, Sheet } from './paper';

const MM_PER_POINT = 25.4 / 72;

/** The standard's grid (clauses 5.2.1–5.2.3), lengths in millimetres. */
export const GRID = {
  left: 28,
  right: 184,
  lines: 22,
  characters: 28,
  firstBaseline: 41.97,
  lastBaseline: 261.3,
  /** Points. */
  pitch: { least: 28.5, usual: 29.6, most: 30 },
} as const;

/** Distances between neighbouring lines of running text, in points, blank lines and breaks by tables or titles left out. */
export function pitchesOf({ body, table, titles, odd }: Sheet): { pitch: number; below: PrintedLine }[] {
  const others = [...table, ...titles, ...odd];
  return body.slice(1).flatMap((line, i) => {
    const above = body[i]!;
    const pitch = (line.baseline - above.baseline) / MM_PER_POINT;
    const parted = others.some(({ baseline }) => baseline > above.baseline && baseline < line.baseline);
    // A line and a half away stands something on purpose: a blank line, room for a seal.
    return parted || pitch > 1.5 * GRID.pitch.usual ? [] : [{ pitch, below: line }];
  });
}

/** The usual distance between lines in points; null where no two lines follow each other. */
export function usualPitch(paper: Paper): number | null {
  const all = paper.sheets.flatMap((sheet) => pitchesOf(sheet).map(({ pitch }) => pitch));
  return all.length === 0 ? null : median(all);
}

/** A paragraph's lines on one page; `starts` is false when it came over from the page before. */
export interface Passage {
  readonly lines: readonly PrintedLine[];
  readonly starts: boolean;
}

/** Cuts a page's running text into paragraphs: a first line is indented. */
export function passagesOf(body: readonly PrintedLine[], left: number): Passage[] {
  const passages: { lines: PrintedLine[]; starts: boolean }[] = [];
  for (const line of body) {
    const indented = line.left > left + 1.2 * charWidth(line.size);
    if (indented || passages.length === 0) passages.push({ lines: [line], starts: indented });
    else passages.at(-1)!.lines.push(line);
  }
  return passages;
}

export const named = (lines: readonly PrintedLine[]): NamedLine[] =>
  lines.map(({ page, text }) => ({ page, text }));
