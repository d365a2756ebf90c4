import type { PdfPage, PdfShape } from '../pdf/pdf-source';
import { isRed } from './colours';

/** From where to where down the page a table stands, in millimetres. */
export interface TableArea {
  readonly top: number;
  readonly bottom: number;
}

const THIN = 1.5;
const isUpright = (shape: PdfShape): boolean => shape.width <= THIN && shape.height >= 3;
const isLevel = (shape: PdfShape): boolean => shape.height <= THIN && shape.width >= 20;

/** Level rules of one length below each other: a table without upright rules. An underline is nobody's twin. */
function ruledOnly(levels: readonly PdfShape[]): PdfShape[] {
  return levels.filter(
    (one) =>
      levels.filter((other) => Math.abs(other.left - one.left) < 1 && Math.abs(other.width - one.width) < 1)
        .length >= 3,
  );
}

/** Where tables stand on a page: told by their rules, since a PDF knows no tables. */
export function tableAreas(page: PdfPage): TableArea[] {
  const rules = page.shapes.filter((shape) => !isRed(shape.colour));
  const parts = [...rules.filter(isUpright), ...ruledOnly(rules.filter(isLevel))]
    .map(({ top, height }) => ({ top, bottom: top + height }))
    .sort((a, b) => a.top - b.top);
  const areas: { top: number; bottom: number }[] = [];
  for (const part of parts) {
    const area = areas.at(-1);
    // Rows of a table without upright rules are rarely higher than this.
    if (area && part.top - area.bottom < 25) area.bottom = Math.max(area.bottom, part.bottom);
    else areas.push({ ...part });
  }
  return areas;
}
