import { named } from '../grid';
import { charWidth, type PrintedLine } from '../lines';
import { failed, type Measure, notApplicable, passed, shown, within } from '../measure';
import type { Sheet } from '../paper';

/** 4号: one character of the page number. */
const IN = charWidth(14);
/** 7 mm below the text area. */
const STROKE = 269;

const numberOf = ({ below }: Sheet): PrintedLine | undefined =>
  below.find(({ text }) => /^[—–―─-]{0,2}\d+[—–―─-]{0,2}$/u.test(text));

/** The dash's stroke, where its outline is known. */
function strokeOf(line: PrintedLine): number | null {
  const ink = line.glyphs[0]!.ink;
  return ink ? (ink.top + ink.bottom) / 2 : null;
}

/** What is wrong with the number of one page, or null. */
function faultOf(sheet: Sheet): string | null {
  const line = numberOf(sheet);
  const { page } = sheet;
  if (!line) return `第${page}页没有页码`;
  if (Number(/\d+/.exec(line.text)?.[0]) !== page) return `第${page}页的页码写作“${line.text}”`;
  if (!/^[—–―─-]+\d+[—–―─-]+$/u.test(line.text)) return `第${page}页的页码左右没有一字线`;
  const odd = page % 2 === 1;
  if ((line.left + line.right) / 2 > 105 !== odd) return `第${page}页的页码应居${odd ? '右' : '左'}`;
  const edge = odd ? 184 - line.glyphs.at(-1)!.right : line.left - 28;
  if (!within(edge, IN, 0.5)) return `第${page}页的页码没有空一字（空了 ${shown(edge)} mm）`;
  const stroke = strokeOf(line);
  if (stroke !== null && !within(stroke, STROKE, 0.5))
    return `第${page}页页码的一字线在 ${shown(stroke)} mm 处，应在版心下边缘之下 7 mm`;
  return null;
}

export const pageNumbers: Measure = {
  id: 'page-numbers',
  name: '页码',
  clause: '7.5、10.1',
  expected: '首页不印；单页居右、双页居左，空一字，距版心下边缘 7 mm',
  tolerance: 0.5,
  measure({ paper: { sheets } }) {
    const [first, ...others] = sheets;
    if (!first) return notApplicable('没有页面');
    const onFirst = numberOf(first);
    if (onFirst) return failed(onFirst.text, '首页不应印页码', named([onFirst]));
    if (others.length === 0) return notApplicable('只有一页，首页不印页码');
    const faults = others.flatMap((sheet) => faultOf(sheet) ?? []);
    const value = others
      .map((sheet) => numberOf(sheet)?.text ?? '无')
      .slice(0, 3)
      .join(' ');
    const shownValue = others.length > 3 ? `${value} …` : value;
    return faults.length > 0 ? failed(shownValue, faults.slice(0, 3).join('；')) : passed(shownValue);
  },
};
