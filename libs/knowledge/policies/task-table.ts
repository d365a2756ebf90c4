import { type Measure, placeOf, type PolicyFinding, type PolicyLine, type PolicySection } from './policy';
import { isUnitList, type KnownUnit, unitsIn } from './unit-names';

const GROUP = /^[一二三四五六七八九十]+、/;
const TASK = /^(\d+)\s*[．.、]\s*(.+)$/;

export interface Found {
  readonly sections: readonly PolicySection[];
  readonly findings: readonly PolicyFinding[];
}

interface Open {
  group: string | null;
  number: number;
  title: string;
  measures: Measure[];
}

/** 任务 → 措施 → 责任部门, cell after cell: a measure's text, then its units; a measure without a list of units is told. */
export function readTaskTable(lines: readonly PolicyLine[], known: readonly KnownUnit[]): Found {
  const sections: Open[] = [];
  const findings: PolicyFinding[] = [];
  let group: string | null = null;
  let waiting: PolicyLine | null = null;
  const settle = (units: readonly string[], last: PolicyLine): void => {
    const section = sections.at(-1);
    if (waiting && section) section.measures.push({ text: waiting.text, units, source: placeOf(waiting) });
    if (waiting && units.length === 0)
      findings.push({
        id: 'measure.no-units',
        message: '这条措施没有写明责任部门。请补上，或确认由谁负责。',
        source: placeOf(last),
      });
    waiting = null;
  };
  for (const line of lines) {
    const { text } = line;
    const task = TASK.exec(text);
    if (GROUP.test(text) || task) {
      settle([], line);
      if (task)
        sections.push({
          group,
          number: Number(task[1]),
          title: (task[2] ?? '').replace(/。$/, ''),
          measures: [],
        });
      else group = text;
    } else if (waiting && isUnitList(text)) {
      const list = unitsIn(text, known, placeOf(line));
      findings.push(...list.findings);
      settle(list.units, line);
    } else if (sections.length > 0) {
      settle([], line);
      waiting = line;
    }
  }
  const last = lines.at(-1);
  if (last) settle([], last);
  return { sections: sections.map((each) => ({ ...each, measureCount: each.measures.length })), findings };
}
