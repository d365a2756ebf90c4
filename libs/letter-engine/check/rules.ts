import type { PdfPage, PdfShape } from '../pdf/pdf-source';
import { isRed } from './colours';

/** Two red rules that belong together, the upper one first. */
export interface Rule {
  readonly upper: PdfShape;
  /** null for a single rule. */
  readonly lower: PdfShape | null;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The two rules of a pair are never further apart. */
const PAIR_GAP = 3;
const isLong = (shape: PdfShape): boolean =>
  isRed(shape.colour) && shape.height < 4 && shape.width > 60 && shape.width > 10 * shape.height;

function ruleOf(upper: PdfShape, lower: PdfShape | null): Rule {
  const both = lower ? [upper, lower] : [upper];
  return {
    upper,
    lower,
    top: upper.top,
    bottom: Math.max(...both.map(({ top, height }) => top + height)),
    left: Math.min(...both.map(({ left }) => left)),
    right: Math.max(...both.map(({ left, width }) => left + width)),
  };
}

/** The red rules of a page from the top down, pairs put together. */
export function rulesOf(page: PdfPage): Rule[] {
  const shapes = page.shapes.filter(isLong).sort((a, b) => a.top - b.top);
  const rules: Rule[] = [];
  for (let i = 0; i < shapes.length; i++) {
    const upper = shapes[i]!;
    const lower = shapes[i + 1];
    const paired = lower !== undefined && lower.top - (upper.top + upper.height) < PAIR_GAP;
    rules.push(ruleOf(upper, paired ? lower : null));
    if (paired) i += 1;
  }
  return rules;
}
