import type { PdfGlyph } from '../../pdf/pdf-source';
import { ATTACHMENT } from '../full-pages';
import { GRID, named } from '../grid';
import { charWidth, isMark, type PrintedLine } from '../lines';
import { failed, type Measure, median, notApplicable, passed, rounded } from '../measure';
import type { Paper } from '../paper';

const HAN = /^\p{Script=Han}$/u;

/** A character counts by its box: a Chinese one is one, a digit about a half. */
const countOf = (glyphs: readonly PdfGlyph[]): number =>
  glyphs.reduce((sum, glyph) => sum + (glyph.right - glyph.left) / charWidth(glyph.size), 0);

interface Filled {
  readonly line: PrintedLine;
  /** How many characters it holds, its indent counted as the characters it stands for. */
  readonly held: number;
  /** How many the next line's head has that may not be broken: a number, a word, a sign with its character. */
  readonly next: number;
}

/** An opening sign, then a number or a word or one character, then closing signs. */
const HEAD = /^[“‘（《〈【〔「『]*(?:[\p{ASCII}°℃‰]+|——|……|.)[。，、；：？！”’）》〉】〕…—」』%]*/u;

function headCount(line: PrintedLine): number {
  let left = [...(HEAD.exec(line.text)?.[0] ?? '')].length;
  return countOf(line.glyphs.filter((glyph) => (left -= [...glyph.text].length) >= 0));
}

/** On the next line of the page, or the first of the next page; an attachment begins anew. */
function follows(line: PrintedLine, next: PrintedLine): boolean {
  if (next.page === line.page) return next.baseline - line.baseline < 1.5 * charWidth(GRID.pitch.usual);
  return next.page === line.page + 1 && !ATTACHMENT.test(next.text);
}

/** Lines that go on in the next line of the same paragraph: the line breaker has filled them. */
function filledLines(paper: Paper, left: number): Filled[] {
  const lines = paper.sheets.flatMap(({ body }) => body);
  return lines.flatMap((line, i) => {
    const next = lines[i + 1];
    const width = charWidth(line.size);
    if (!next || !follows(line, next) || next.left > left + 0.6 * width) return [];
    if (line.right < GRID.right - 4 * width || line.left > left + 3 * width) return [];
    const indent = Math.max(0, Math.round((line.left - left) / width));
    return [{ line, held: countOf(line.glyphs) + indent, next: headCount(next) }];
  });
}

/** Why a filled line may hold less or more than the grid's characters; false when nothing explains it. */
function fits({ line, held, next }: Filled): boolean {
  const marks = line.glyphs.filter(({ text }) => isMark(text)).length;
  if (held - marks / 2 > GRID.characters + 0.6) return false;
  // Many programs leave a little room beside digits: such a line says nothing about too few characters.
  if (line.glyphs.some(({ text }) => /\p{ASCII}/u.test(text))) return true;
  return held > GRID.characters - 1.4 || held + next > GRID.characters - 0.4;
}

export const lineLength: Measure = {
  id: 'line-length',
  name: '满行字数',
  clause: '5.2.3',
  expected: `${GRID.characters} 字（避头尾时 27 字）`,
  tolerance: 1,
  measure({ paper }) {
    const left = paper.left ?? GRID.left;
    const filled = filledLines(paper, left);
    if (filled.length === 0) return notApplicable('没有写满的行');
    // Marks may be squeezed and digits are narrower: lines of nothing but Chinese characters tell the grid.
    const plain = filled.filter(({ line }) => line.glyphs.every(({ text }) => HAN.test(text)));
    const value = rounded(median((plain.length > 0 ? plain : filled).map(({ held }) => held)));
    const wrong = filled.filter((each) => !fits(each)).map(({ line }) => line);
    return wrong.length > 0 ? failed(value, '满行字数不对', named(wrong)) : passed(value);
  },
};
