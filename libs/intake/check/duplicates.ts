import type { CheckedRow, IntakeProblem, Paper } from './checked';

/** What makes a paper the same: kind, session and number. */
export const paperKey = ({
  kind,
  term,
  meeting,
  number,
}: Pick<Paper, 'kind' | 'term' | 'meeting' | 'number'>): string => [kind, term, meeting, number].join(' ');

/** The same subject by the same first proposer is probably the same paper under two numbers. */
const subjectKey = ({ title, proposers }: Paper): string => `${title} ${proposers[0]?.name ?? ''}`;

const out = (row: CheckedRow, words: string, mend: string): CheckedRow => {
  const problem: IntakeProblem = { field: 'number', severity: 'error', words, mend };
  return { ...row, paper: null, problems: [...row.problems, problem] };
};

/**
 * Tells which lines repeat a paper: one of the file, or one that is registered.
 * @param registered keys (`paperKey`) of what is registered
 */
export function markDuplicates(rows: readonly CheckedRow[], registered: ReadonlySet<string>): CheckedRow[] {
  const byNumber = new Map<string, number>();
  const bySubject = new Map<string, number>();
  return rows.map((row): CheckedRow => {
    const { paper } = row;
    if (!paper) return row;
    const key = paperKey(paper);
    const earlier = byNumber.get(key);
    if (earlier !== undefined)
      return out(
        row,
        `与第 ${earlier} 行是同一个提案号（${paper.number}）。`,
        '请删去其中一行，或改正提案号。',
      );
    byNumber.set(key, row.line);
    if (registered.has(key))
      return out(row, `第 ${paper.number} 号已经登记过。`, '不必再导入；不是同一件的，请核对届次和提案号。');
    const subject = subjectKey(paper);
    const like = bySubject.get(subject);
    bySubject.set(subject, like ?? row.line);
    if (like === undefined) return row;
    const problem: IntakeProblem = {
      field: 'title',
      severity: 'warning',
      words: `与第 ${like} 行案由、提案者都相同，提案号不同。`,
      mend: '请核对是不是同一件。',
    };
    return { ...row, problems: [...row.problems, problem] };
  });
}
