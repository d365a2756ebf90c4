import type { PdfGlyph, PdfPage } from '../pdf/pdf-source';

/** One printed line: its visible characters from left to right, and the places that measures ask for. */
export interface PrintedLine {
  /** Counted from 1. */
  readonly page: number;
  readonly glyphs: readonly PdfGlyph[];
  /** Without white space. */
  readonly text: string;
  readonly baseline: number;
  /** The size most of its characters have, in points. */
  readonly size: number;
  /** The font most of its characters have. */
  readonly font: string;
  readonly left: number;
  /** Where the eye sees it end: a closing mark by its ink, since its empty half may hang over the edge. */
  readonly right: number;
}

const MM_PER_POINT = 25.4 / 72;
/** Characters whose baselines are nearer than this stand on one line. */
const SAME_LINE = 1;
const CLOSING = /^[。，、；：？！”’）》〉】〕…—」』﹞]$/u;
const OPENING = /^[“‘（《〈【〔「『]$/u;

export const isOpening = (text: string): boolean => OPENING.test(text);
export const isMark = (text: string): boolean => OPENING.test(text) || CLOSING.test(text);
export const charWidth = (size: number): number => size * MM_PER_POINT;

const isSeen = (glyph: PdfGlyph): boolean => !glyph.hidden && glyph.angle === 0 && glyph.text.trim() !== '';

/** A character drawn twice with a hair's shift is how some programs make bold. */
function withoutDoubles(glyphs: readonly PdfGlyph[]): PdfGlyph[] {
  const kept: PdfGlyph[] = [];
  const last = new Map<string, PdfGlyph>();
  for (const glyph of glyphs) {
    const before = last.get(glyph.text);
    const doubled =
      before !== undefined &&
      Math.abs(before.left - glyph.left) < 0.15 * charWidth(glyph.size) &&
      Math.abs(before.baseline - glyph.baseline) < 0.15 * charWidth(glyph.size);
    if (!doubled) kept.push(glyph);
    last.set(glyph.text, glyph);
  }
  return kept;
}

/** The characters a reader sees, in the order of drawing, level ones only. */
export const seenGlyphs = (page: PdfPage): PdfGlyph[] => withoutDoubles(page.glyphs.filter(isSeen));

/** The commonest of several values. */
export function most<T>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** Where the strokes of a line's last character end, or half a character before its box where they are not known. */
function seenRight(glyph: PdfGlyph): number {
  if (!CLOSING.test(glyph.text)) return glyph.right;
  return Math.min(glyph.right, glyph.ink ? glyph.ink.right : glyph.right - charWidth(glyph.size) / 2);
}

function lineOf(page: number, glyphs: readonly PdfGlyph[]): PrintedLine {
  const sorted = [...glyphs].sort((a, b) => a.left - b.left);
  const size = most(sorted.map((glyph) => Math.round(glyph.size * 20) / 20));
  const usual = sorted.filter((glyph) => Math.abs(glyph.size - size) < 0.1);
  return {
    page,
    glyphs: sorted,
    text: sorted
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/gu, ''),
    baseline: most(usual.map(({ baseline }) => baseline)),
    size,
    font: most(usual.map(({ font }) => font)),
    left: sorted[0]!.left,
    right: Math.max(...sorted.map(seenRight)),
  };
}

/** The lines of a page from the top down. */
export function linesOf(page: PdfPage, number: number): PrintedLine[] {
  const glyphs = seenGlyphs(page).sort((a, b) => a.baseline - b.baseline);
  const groups: PdfGlyph[][] = [];
  for (const glyph of glyphs) {
    const group = groups.at(-1);
    if (group && glyph.baseline - group[0]!.baseline < SAME_LINE) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups.map((group) => lineOf(number, group)).sort((a, b) => a.baseline - b.baseline);
}
