import { fullnessOfPages } from '../full-pages';
import { GRID, named, pitchesOf, usualPitch } from '../grid';
import {
  failed,
  type Finding,
  type Measure,
  median,
  type NamedLine,
  notApplicable,
  passed,
  rounded,
  within,
} from '../measure';
import type { Paper } from '../paper';

export const firstBaseline: Measure = {
  id: 'first-baseline',
  name: '首行位置（第2页起）',
  clause: '5.2.1、5.2.2',
  expected: `基线距页顶 ${GRID.firstBaseline} mm`,
  tolerance: 0.5,
  measure({ paper }) {
    const later = paper.sheets.slice(1);
    if (later.length === 0) return notApplicable('只有一页');
    const asked = later.filter(({ body, table, titles }) => {
      const [first] = body;
      return first && ![...table, ...titles].some(({ baseline }) => baseline < first.baseline);
    });
    if (asked.length === 0) return notApplicable('第2页起的各页都不以正文行开头');
    const firsts = asked.map(({ body }) => body[0]!);
    const off = firsts.filter(({ baseline }) => !within(baseline, GRID.firstBaseline, 0.5));
    if (off.length > 0)
      return failed(
        rounded(off[0]!.baseline),
        `第${off.map(({ page }) => page).join('、')}页首行不在版心第一行`,
        named(off),
      );
    return passed(rounded(median(firsts.map(({ baseline }) => baseline))));
  },
};

/** Asks the full pages; the others give the reasons. */
function onFullPages(
  paper: Paper,
  from: number,
  ask: (page: number) => { value: number; right: boolean },
  complaint: string,
): Finding {
  const pages = fullnessOfPages(paper).filter(({ page }) => page >= from);
  const short = pages.filter(({ state }) => state === 'short');
  const kept = pages.filter(({ state }) => state === 'kept-short');
  const moved: NamedLine[] = kept.flatMap((page) => named(page.moved));
  const reason = kept.map((page) => page.reason).join('；');
  if (short.length > 0) return failed(ask(short[0]!.page).value, short.map((page) => page.reason).join('；'));
  const full = pages.filter(({ state }) => state === 'full').map(({ page }) => ({ page, ...ask(page) }));
  const wrong = full.filter(({ right }) => !right);
  if (wrong.length > 0)
    return failed(rounded(wrong[0]!.value), `第${wrong.map(({ page }) => page).join('、')}页${complaint}`);
  if (full.length > 0) return passed(rounded(median(full.map(({ value }) => value))), reason, moved);
  if (kept.length > 0) return notApplicable(`没有满页：${reason}`, moved);
  if (paper.sheets.length === 1) return notApplicable('只有一页');
  return notApplicable(`没有满页：${pages.map((page) => page.reason).join('；') || '第1页有红头'}`);
}

export const lastBaseline: Measure = {
  id: 'last-baseline',
  name: '满页末行位置',
  clause: '5.2.1、5.2.2',
  expected: `基线距页顶 ${GRID.lastBaseline} mm`,
  tolerance: 0.5,
  measure: ({ paper }) =>
    onFullPages(
      paper,
      1,
      (page) => {
        const value = paper.sheets[page - 1]!.body.at(-1)!.baseline;
        return { value, right: within(value, GRID.lastBaseline, 0.5) };
      },
      '末行不在版心最后一行',
    ),
};

export const lineCount: Measure = {
  id: 'line-count',
  name: '满页行数',
  clause: '5.2.3',
  expected: `${GRID.lines} 行（首页除外）`,
  tolerance: 0,
  measure: ({ paper }) =>
    onFullPages(
      paper,
      2,
      (page) => {
        const { body, odd } = paper.sheets[page - 1]!;
        const pitch = (usualPitch(paper) ?? GRID.pitch.usual) * (25.4 / 72);
        // A blank line is a line: 附件说明 and the room for a seal stand on the grid.
        const value =
          odd.length > 0
            ? body.length + odd.length
            : Math.round((body.at(-1)!.baseline - body[0]!.baseline) / pitch) + 1;
        return { value, right: value === GRID.lines };
      },
      `不是 ${GRID.lines} 行`,
    ),
};

export const pitch: Measure = {
  id: 'pitch',
  name: '行距',
  clause: '5.2.3',
  expected: `${GRID.pitch.least}–${GRID.pitch.most} 磅，同一页内相等`,
  tolerance: 0.5,
  measure({ paper }) {
    const pages = paper.sheets.map(pitchesOf).filter((page) => page.length > 0);
    if (pages.length === 0) return notApplicable('没有相邻的两行正文');
    // A PDF's coordinates are single floats: 28.5 points come back as 28.49998.
    const usual = pages.map((page) => rounded(median(page.map((each) => each.pitch))));
    const outside = usual.find((each) => each < GRID.pitch.least || each > GRID.pitch.most);
    if (outside !== undefined) return failed(outside, '行距不在允许的范围内');
    const uneven = pages.flatMap((page, i) =>
      page.filter((each) => !within(each.pitch, usual[i]!, 0.5)).map(({ below }) => below),
    );
    const value = rounded(median(usual));
    return uneven.length > 0 ? failed(value, '有的行距与同页其他行不等', named(uneven)) : passed(value);
  },
};
