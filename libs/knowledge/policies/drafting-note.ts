import { parseChineseNumeral } from '@fuhan/letter-engine';
import { placeOf, type PolicyFinding, type PolicyLine, type PolicySection } from './policy';
import type { Found } from './task-table';

const PART = /^（([一二三四五六七八九十]+)）(.+)$/;
const COUNTED = /^本部分共提出([一二三四五六七八九十两]+)条内容[：:](.*)$/;
const POINT = /(?:^|[；。])([一二三四五六七八九十]+)是/g;

/** 一是……；二是……: each point for itself, without its number. */
export function pointsIn(text: string): string[] {
  const marks = [...text.matchAll(POINT)];
  return marks.map((mark, i) =>
    text
      .slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length)
      .replace(/[；。]$/, '')
      .trim(),
  );
}

/** The parts of a drafting note with what each proposes; the problems they answer (拟解决痛点) are no measures. */
export function readDraftingNote(lines: readonly PolicyLine[]): Found {
  const sections: PolicySection[] = [];
  const findings: PolicyFinding[] = [];
  let part: { number: number; title: string } | null = null;
  for (const line of lines) {
    const heading = PART.exec(line.text);
    if (heading) part = { number: parseChineseNumeral(heading[1] ?? '') ?? 0, title: heading[2] ?? '' };
    const counted = COUNTED.exec(line.text);
    if (!counted || !part) continue;
    const measures = pointsIn(counted[2] ?? '').map((text) => ({ text, units: [], source: placeOf(line) }));
    const measureCount = parseChineseNumeral((counted[1] ?? '').replace('两', '二')) ?? 0;
    sections.push({ group: null, ...part, measures, measureCount });
    if (measures.length !== measureCount)
      findings.push({
        id: 'measure.count',
        message: `“${part.title}”写明共 ${measureCount} 条，只列出 ${measures.length} 条。请对照正文补全。`,
        source: placeOf(line),
      });
  }
  return { sections, findings };
}
