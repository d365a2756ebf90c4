import { GRID, named } from '../grid';
import { failed, type Measure, notApplicable, passed, rounded, within } from '../measure';

export const footPosition: Measure = {
  id: 'foot-position',
  name: '版记位置',
  clause: '7.4、10.1',
  expected: `末页版心最后一行，基线 ${GRID.lastBaseline} mm；无分隔线、印发机关和印发日期`,
  tolerance: 0.5,
  measure({ paper: { sheets } }) {
    const at = sheets.findIndex(({ foot }) => foot.length > 0);
    if (at < 0) return notApplicable('没有版记（抄送、公开方式）');
    const { foot, page } = sheets[at]!;
    const baseline = foot.at(-1)!.baseline;
    if (at !== sheets.length - 1)
      return failed(rounded(baseline), `版记在第${page}页，不在末页`, named(foot));
    const issued = foot.filter(({ text }) => /印发$/u.test(text));
    if (issued.length > 0)
      return failed(rounded(baseline), '信函格式的版记不加印发机关和印发日期', named(issued));
    return within(baseline, GRID.lastBaseline, 0.5)
      ? passed(rounded(baseline))
      : failed(rounded(baseline), '版记不在版心最后一行', named(foot.slice(-1)));
  },
};
