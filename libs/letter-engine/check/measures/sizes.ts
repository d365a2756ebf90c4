import { named } from '../grid';
import { failed, type Measure, median, notApplicable, passed, within } from '../measure';

const SLACK = 0.3;

export const sizes: Measure = {
  id: 'sizes',
  name: '字号',
  clause: '5.2.2、7.3.1、7.4、7.5',
  expected: '正文 16，标题 22，版记、页码 14 磅',
  tolerance: SLACK,
  measure({ paper }) {
    if (paper.bodySize === null) return notApplicable('没有文字');
    const of = (lines: readonly { size: number }[]): number | null =>
      lines.length === 0 ? null : median(lines.map(({ size }) => size));
    const parts = [
      { name: '正文', size: of(paper.sheets.flatMap(({ body }) => body)), wanted: 16 },
      { name: '标题', size: of(paper.sheets.flatMap(({ titles }) => titles)), wanted: 22 },
      { name: '版记', size: of(paper.sheets.flatMap(({ foot }) => foot)), wanted: 14 },
      { name: '页码', size: of(paper.sheets.flatMap(({ below }) => below)), wanted: 14 },
    ];
    const there = parts.filter((part): part is typeof part & { size: number } => part.size !== null);
    const value = there.map(({ name, size }) => `${name} ${size.toFixed(1)}`).join('，');
    const wrong = there.filter(({ size, wanted }) => !within(size, wanted, SLACK));
    const odd = paper.sheets.flatMap((sheet) => [
      ...sheet.odd,
      ...sheet.titles.filter(({ size }) => !within(size, 22, SLACK)),
      ...sheet.foot.filter(({ size }) => !within(size, 14, SLACK)),
    ]);
    if (wrong.length > 0)
      return failed(value, `${wrong.map(({ name }) => name).join('、')}的字号不对`, named(odd));
    if (odd.length > 0) return failed(value, '有几行不是规定的字号', named(odd));
    const absent = parts.filter(({ size }) => size === null).map(({ name }) => name);
    return passed(value, absent.length > 0 ? `没有${absent.join('、')}` : '');
  },
};
