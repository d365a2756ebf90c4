import { charWidth, type PrintedLine } from '../lines';
import {
  failed,
  type Finding,
  type Measure,
  notApplicable,
  passed,
  rounded,
  shown,
  within,
} from '../measure';
import type { Paper } from '../paper';
import type { Rule } from '../rules';

const NO_MARK = '首页上部没有红色的发文机关标志';
const NO_OUTLINE = '看不到标志的笔画（字体没有嵌入，或不是轮廓字体）';
const MARK_TOP = 30;
const NUMBER_RIGHT = 184;
/** 7/8 of a 3号 character. */
const NUMBER_DROP = 4.94;
/** Where the face of a Chinese character begins above its baseline, in parts of its size. */
const FACE_TOP = 0.88;

export const markTop: Measure = {
  id: 'mark-top',
  name: '发文机关标志上边',
  clause: '10.1',
  expected: `字迹上边距页顶 ${MARK_TOP} mm`,
  tolerance: 0.5,
  measure({ paper: { mark } }) {
    if (!mark) return failed(null, NO_MARK);
    if (!mark.ink) return notApplicable(NO_OUTLINE);
    const { top } = mark.ink;
    return within(top, MARK_TOP, 0.5) ? passed(rounded(top)) : failed(rounded(top), '标志的位置不对');
  },
};

const firstRuleOf = (paper: Paper): Rule | undefined => paper.sheets[0]?.rules.find(({ top }) => top < 150);
const secondRuleOf = (paper: Paper): Rule | undefined => paper.sheets[0]?.rules.find(({ top }) => top >= 150);

/** What is wrong with a rule's ends, or with the order of its two strokes. */
function faultsOf(rule: Rule, thickFirst: boolean): string[] {
  const faults: string[] = [];
  if (!within(rule.left, 20, 0.5) || !within(rule.right, 190, 0.5))
    faults.push('长度或左右位置不是 20–190 mm');
  if (!rule.lower) return [...faults, '只有一条线，应为双线'];
  const thickAbove = rule.upper.height > rule.lower.height;
  const equal = within(rule.upper.height, rule.lower.height, 0.02);
  if (equal || thickAbove !== thickFirst) faults.push(`应为${thickFirst ? '上粗下细' : '上细下粗'}`);
  return faults;
}

const ends = (rule: Rule): string => `左右 ${shown(rule.left)}–${shown(rule.right)} mm`;
const NO_RULE = '没有找到红色线条（图片形式的线测量不到）';

export const firstRule: Measure = {
  id: 'first-rule',
  name: '首条红色双线',
  clause: '10.1',
  expected: '距标志 4 mm，左右 20–190 mm，上粗下细',
  tolerance: 0.5,
  measure({ paper }) {
    const rule = firstRuleOf(paper);
    if (!rule) return failed(null, NO_RULE);
    if (!paper.mark) return failed(ends(rule), NO_MARK);
    if (!paper.mark.ink) return notApplicable(NO_OUTLINE);
    const below = rule.top - paper.mark.ink.bottom;
    const faults = faultsOf(rule, true);
    if (!within(below, 4, 0.5)) faults.unshift('与标志的距离不对');
    const value = `距标志 ${shown(below)} mm，${ends(rule)}`;
    return faults.length > 0 ? failed(value, faults.join('；')) : passed(value);
  },
};

export const secondRule: Measure = {
  id: 'second-rule',
  name: '末条红色双线',
  clause: '10.1',
  expected: '首页，下边距页顶 277 mm，左右 20–190 mm，上细下粗',
  tolerance: 0.5,
  measure({ paper }) {
    const rule = secondRuleOf(paper);
    if (!rule) return failed(null, NO_RULE);
    const faults = faultsOf(rule, false);
    if (!within(rule.bottom, 277, 0.5)) faults.unshift('高低位置不对');
    const elsewhere = paper.sheets.slice(1).filter(({ rules }) => rules.length > 0);
    if (elsewhere.length > 0)
      faults.push(`第${elsewhere.map(({ page }) => page).join('、')}页也有红线，只应在首页`);
    const value = `下边 ${shown(rule.bottom)} mm，${ends(rule)}`;
    return faults.length > 0 ? failed(value, faults.join('；')) : passed(value);
  },
};

/** The size of the number itself: something else may stand at the left of its line. */
const numberGlyph = (line: PrintedLine) => line.glyphs.at(-1)!;

function numberFinding(line: PrintedLine, rule: Rule | undefined): Finding {
  const last = numberGlyph(line);
  const top = last.baseline - FACE_TOP * charWidth(last.size);
  const faults: string[] = [];
  if (!within(last.right, NUMBER_RIGHT, 0.5)) faults.push('没有靠版心右边');
  const drop = rule ? top - rule.bottom : null;
  if (drop === null) faults.push('没有首条红线可量上下距离');
  else if (!within(drop, NUMBER_DROP, 0.5)) faults.push('与首条红线的距离不是 3号字的 7/8');
  const value = `右边 ${shown(last.right)} mm${drop === null ? '' : `，线下 ${shown(drop)} mm`}`;
  return faults.length > 0
    ? failed(value, faults.join('；'), [{ page: line.page, text: line.text }])
    : passed(value);
}

export const documentNumber: Measure = {
  id: 'document-number',
  name: '发文字号',
  clause: '7.2.5、10.1',
  expected: `右边 ${NUMBER_RIGHT} mm，首条红线下 ${NUMBER_DROP} mm`,
  tolerance: 0.5,
  measure: ({ paper }) =>
    paper.number
      ? numberFinding(paper.number, firstRuleOf(paper))
      : notApplicable('首页没有发文字号（还没有编号，或写法不是“〔年份〕序号号”）'),
};
