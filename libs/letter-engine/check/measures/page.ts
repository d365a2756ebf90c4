import { charWidth, isOpening, type PrintedLine } from '../lines';
import { GRID, named } from '../grid';
import { failed, type Measure, notApplicable, passed, rounded, shown, within } from '../measure';

const bodyOf = (sheets: readonly { body: readonly PrintedLine[] }[]): PrintedLine[] =>
  sheets.flatMap(({ body }) => body);

export const pageSize: Measure = {
  id: 'page-size',
  name: '纸张',
  clause: '5.1',
  expected: '210 × 297 mm（A4）',
  tolerance: 0.5,
  measure({ pdf }) {
    const off = pdf.pages.flatMap(({ width, height }, i) =>
      within(width, 210, 0.5) && within(height, 297, 0.5) ? [] : [{ page: i + 1, width, height }],
    );
    const [first] = pdf.pages;
    const value = first ? `${shown(first.width)} × ${shown(first.height)}` : '没有页面';
    if (off.length === 0) return passed(value);
    const [worst] = off;
    return failed(
      `${shown(worst!.width)} × ${shown(worst!.height)}`,
      `第${off.map(({ page }) => page).join('、')}页不是竖放的 A4`,
    );
  },
};

export const bodyLeft: Measure = {
  id: 'body-left',
  name: '正文左边',
  clause: '5.2.1',
  expected: `${GRID.left} mm`,
  tolerance: 1,
  measure({ paper }) {
    const { left } = paper;
    if (left === null) return notApplicable('没有正文');
    // An opening mark at the edge is counted with its empty left half.
    const out = bodyOf(paper.sheets).filter(
      (line) => line.left < left - 0.5 - (isOpening(line.glyphs[0]!.text) ? charWidth(line.size) / 2 : 0),
    );
    if (!within(left, GRID.left, 1)) return failed(rounded(left), '版心左边不在 28 mm 处');
    if (out.length > 0) return failed(rounded(left), '有行伸出版心左边', named(out));
    return passed(rounded(left));
  },
};

export const lineRight: Measure = {
  id: 'line-right',
  name: '满行右边',
  clause: '5.2.1',
  expected: '≤ 184.3 mm，最长的行不短于 183.0 mm',
  tolerance: 0.3,
  measure({ paper }) {
    const lines = bodyOf(paper.sheets);
    if (lines.length === 0) return notApplicable('没有正文');
    const right = Math.max(...lines.map((line) => line.right));
    const out = lines.filter((line) => line.right > GRID.right + 0.3);
    if (out.length > 0) return failed(rounded(right), '有行伸出版心右边', named(out));
    // A letter of short lines only says nothing about the right edge.
    if (right < GRID.right - 1 - charWidth(16)) return continuedLines(lines, right);
    if (right < GRID.right - 1) return notApplicable('没有写满的行');
    return passed(rounded(right));
  },
};

/** Lines that go on in the next line and yet end early: the text area is too narrow. */
function continuedLines(lines: readonly PrintedLine[], right: number) {
  const left = Math.min(...lines.map((line) => line.left));
  const full = lines.filter((line, i) => {
    const next = lines[i + 1];
    return next !== undefined && next.left < left + 2 && right - line.right < charWidth(line.size);
  });
  return full.length < 2
    ? notApplicable('没有写满的行')
    : failed(rounded(right), '满行没有写到版心右边', named(full.slice(0, 3)));
}
