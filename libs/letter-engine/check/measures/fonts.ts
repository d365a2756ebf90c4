import { failed, type Measure, notApplicable, passed } from '../measure';

export const fonts: Measure = {
  id: 'fonts',
  name: '字体嵌入与存档格式',
  clause: 'ISO 19005-2',
  expected: '字体全部以子集嵌入并带 ToUnicode，声明 PDF/A-2b',
  tolerance: null,
  measure({ pdf }) {
    if (pdf.fonts.length === 0) return notApplicable('没有文字，也就没有字体');
    const names = (list: readonly { name: string }[]): string =>
      list
        .map(({ name }) => name || '（无名字体）')
        .slice(0, 4)
        .join('、');
    const faults: string[] = [];
    const complain = (bad: readonly { name: string }[], what: string): void => {
      if (bad.length > 0) faults.push(`${what}：${names(bad)}`);
    };
    const embedded = pdf.fonts.filter((font) => font.embedded);
    complain(
      pdf.fonts.filter((font) => !font.embedded),
      '没有嵌入',
    );
    complain(
      embedded.filter((font) => !font.subset),
      '不是子集',
    );
    complain(
      pdf.fonts.filter((font) => font.toUnicode === false),
      '没有 ToUnicode',
    );
    complain(
      pdf.fonts.filter((font) => font.embedded && font.toUnicode === null),
      '看不到 ToUnicode',
    );
    const { standard } = pdf;
    if (standard === null) faults.push('没有声明 PDF/A');
    else if (standard.part !== 2)
      faults.push(`声明的是 PDF/A-${standard.part}${standard.conformance.toLowerCase()}`);
    if (pdf.encrypted) faults.push('加了密，存档格式不允许');
    const declared = standard ? `，PDF/A-${standard.part}${standard.conformance.toLowerCase()}` : '';
    const value = `${embedded.length}/${pdf.fonts.length} 种嵌入${declared}`;
    return faults.length > 0 ? failed(value, faults.join('；')) : passed(value);
  },
};
