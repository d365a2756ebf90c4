import type { CheckedList } from '@fuhan/casework';
import { importFields } from '@fuhan/contracts';
import { type CheckedRow, columnLabel } from '@fuhan/intake';

/** What became of the lines. */
export interface Outcome {
  readonly file: string;
  readonly dryRun: boolean;
  /** The list in the house, where its lines were registered. */
  readonly importId: string | null;
  readonly imported: number;
}

const labelOf = ({ reading }: CheckedList, field: keyof typeof importFields | null): string | null =>
  field && (columnLabel({ texts: reading.header }, reading.columns[field]) ?? importFields[field]);

/** How many lines there are, are good, have problems, have remarks. */
export function counted({ rows }: CheckedList): { total: number; good: number; bad: number; warned: number } {
  const good = rows.filter(({ paper }) => paper !== null);
  const warned = good.filter(({ problems }) => problems.length > 0).length;
  return { total: rows.length, good: good.length, bad: rows.length - good.length, warned };
}

/** The report for programs: every line, with what is the matter and how to mend it. */
export function jsonReport(list: CheckedList, outcome: Outcome): object {
  const row = ({ line, values, paper, handOver, problems }: CheckedRow): object => ({
    ...{ line, good: paper !== null, number: values.number ?? null, title: values.title ?? null },
    proposers: paper?.proposers ?? [],
    suggestions: paper?.suggestions.map(({ title }) => title) ?? [],
    registeredOn: paper?.registeredOn ?? null,
    handOver,
    problems: problems.map((problem) => ({ ...problem, column: labelOf(list, problem.field) })),
  });
  const { notes, columns, kind, term, meeting } = list.reading;
  return {
    ...outcome,
    ...counted(list),
    ...{ notes, columns, kind, term, meeting },
    rows: list.rows.map(row),
  };
}

/** The report for people: the lines with problems or remarks, then the sum. */
export function textReport(list: CheckedList, { dryRun, imported }: Outcome): string[] {
  const lines = list.rows.flatMap(({ line, problems }) =>
    problems.map(({ field, severity, words, mend }) => {
      const place = [`第 ${line} 行`, labelOf(list, field)].filter((part) => part !== null).join('“');
      return `${severity === 'error' ? '错误' : '提示'} ${place}${field ? '”' : ''}：${words}${mend}`;
    }),
  );
  const { total, good, bad, warned } = counted(list);
  const sum = `共 ${total} 行：${good} 行可以导入（其中 ${warned} 行有提示），${bad} 行有问题。`;
  const done = dryRun ? '这是试运行，什么都没有写入。' : `已登记 ${imported} 件。`;
  return [...list.reading.notes, ...lines, `${sum}${done}`];
}
