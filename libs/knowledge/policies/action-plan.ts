import { parseChineseNumeral } from '@fuhan/letter-engine';
import { placeOf, type PolicyFinding, type PolicyLine, type PolicySection, type Target } from './policy';
import type { Found } from './task-table';
import { type KnownUnit, unitsIn } from './unit-names';

const CHAPTER = /^([一二三四五六七八九十]+)、(.+)$/;
const RESPONSIBLE = /^（[一二三四五六七八九十]+）(.+)（([^（）]+?)(?:按职能分工|分别|共同)?负责）$/;

/** The chapters of a plan with the measures that name who is responsible: “……（市发展改革委、科技创新委按职能分工负责）”. */
export function readActionPlan(lines: readonly PolicyLine[], known: readonly KnownUnit[]): Found {
  const sections: (PolicySection & { measures: PolicySection['measures'][number][] })[] = [];
  const findings: PolicyFinding[] = [];
  for (const line of lines) {
    const chapter = CHAPTER.exec(line.text);
    if (chapter) {
      const [, number = '', title = ''] = chapter;
      sections.push({
        group: null,
        number: parseChineseNumeral(number) ?? 0,
        title,
        measures: [],
        measureCount: 0,
      });
    }
    const [, text, responsible] = RESPONSIBLE.exec(line.text) ?? [];
    if (text === undefined || responsible === undefined) continue;
    const list = unitsIn(responsible, known, placeOf(line));
    findings.push(...list.findings);
    sections.at(-1)?.measures.push({ text, units: list.units, source: placeOf(line) });
  }
  return {
    sections: sections
      .filter(({ measures }) => measures.length > 0)
      .map((each) => ({ ...each, measureCount: each.measures.length })),
    findings,
  };
}

const YEAR = /到(20\d\d)年/;
const FIGURE =
  /^(.*?)(?:达到|达|超过|超|新增|形成|引进|获批|建成)?(\d[\d.,]*(?:-\d[\d.]*)?(?:万|亿|千)?(?:亿元|万元|元|家|个|件|项|%|％|平方公里|亩|人|张|所)(?:以上)?)(.*)$/;

/** 工作目标: the figures of the sentences after “到2025年”, each with its name. */
export function readTargets(lines: readonly PolicyLine[]): Target[] {
  const start = lines.findIndex(({ text }) => /^[一二三四五六七八九十]+、.*目标/.test(text));
  if (start < 0) return [];
  const end = lines.findIndex(({ text }, i) => i > start && CHAPTER.test(text));
  const part = lines.slice(start + 1, end < 0 ? undefined : end);
  const year = Number(part.map(({ text }) => YEAR.exec(text)?.[1]).find(Boolean) ?? NaN);
  if (Number.isNaN(year)) return [];
  return part.flatMap(({ text }) =>
    text.split(/[，。；]/).flatMap((clause): Target[] => {
      const [, before = '', value, after = ''] = FIGURE.exec(clause) ?? [];
      if (value === undefined) return [];
      const name = `${before}${after}`
        .replace(YEAR, '')
        .replace(/^（[^）]+）/, '')
        .trim();
      return [{ year, name, value, text: clause }];
    }),
  );
}
