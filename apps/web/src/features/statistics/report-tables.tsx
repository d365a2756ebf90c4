import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DashboardSearch } from '../../app/search';
import type { FigureName, Statistics } from '../../shared/api/types';
import { TableCard } from '../../shared/ui/wide-table';

interface Props {
  readonly answer: Statistics;
  readonly search: DashboardSearch;
}

type Summary = Pick<Statistics['years'][number], 'counts' | 'rates' | 'opinionDays'>;
type RateName = Statistics['rates'][number]['rate'];
/** A column: a figure whose list opens, a share in per cent, or days. */
type Column = { readonly figure: FigureName } | { readonly rate: RateName } | { readonly days: true };

const figure = (...names: FigureName[]): Column[] => names.map((name) => ({ figure: name }));
const rate = (...names: RateName[]): Column[] => names.map((name) => ({ rate: name }));

/** Leading and co-handling tell the same of a unit, in tables of the same width. */
const topics: readonly { readonly title: string; readonly columns: readonly Column[] }[] = [
  {
    title: '主办（含单办、分办）',
    columns: [
      ...figure('repliesDue', 'repliesGiven', 'repliesOnTime', 'repliesOverdue'),
      ...rate('replyRate'),
    ],
  },
  {
    title: '会办',
    columns: [
      ...figure('opinionsDue', 'opinionsGiven', 'opinionsOnTime', 'opinionsOverdue'),
      ...rate('opinionRate'),
      { days: true },
    ],
  },
  {
    title: '沟通和测评',
    columns: [
      ...figure('contacted'),
      ...rate('contactRate'),
      ...figure('ratingsAsked', 'ratingsGiven'),
      ...rate('responseRate'),
      ...figure('handlingSatisfied'),
      ...rate('handlingRate'),
      ...figure('resultSatisfied'),
      ...rate('resultRate'),
    ],
  },
  {
    title: '退办、重新办理和承诺',
    columns: [
      ...figure('returns', 'redos', 'promises', 'promisesKept', 'promisesOverdue'),
      ...rate('keptRate'),
    ],
  },
];

/** The tables of a report: by unit topic by topic, by class, and beside the years before. */
export function ReportTables({ answer, search }: Props) {
  const headOf = (column: Column): string => {
    if ('days' in column) return '会办用时（天）';
    if ('figure' in column)
      return answer.figures.find((each) => each.figure === column.figure)?.label ?? column.figure;
    return `${answer.rates.find((each) => each.rate === column.rate)?.label ?? column.rate}（%）`;
  };
  const cellOf = (
    column: Column,
    { counts, rates, opinionDays }: Summary,
    more: DashboardSearch,
  ): ReactNode => {
    if ('days' in column) return opinionDays ?? '—';
    if ('rate' in column) return rates[column.rate] ?? '—';
    return (
      <Number
        value={counts[column.figure] ?? 0}
        search={{ ...search, outcomeClass: undefined, page: undefined, ...more, figure: column.figure }}
      />
    );
  };
  const whole: Summary = {
    counts: Object.fromEntries(answer.figures.map((each) => [each.figure, each.value])) as Summary['counts'],
    rates: Object.fromEntries(answer.rates.map((each) => [each.rate, each.value])) as Summary['rates'],
    opinionDays: answer.opinionDays,
  };
  return (
    <>
      {topics.map(({ title, columns }) => (
        <TableCard numbers key={title} title={title} heads={['单位', ...columns.map(headOf)]}>
          {answer.units.map(({ unitId, unit, ...line }) => (
            <Line
              key={unitId}
              head={unit}
              cells={columns.map((each) => cellOf(each, line, { unit: unitId }))}
            />
          ))}
          <Line total head="合计" cells={columns.map((each) => cellOf(each, whole, { unit: undefined }))} />
        </TableCard>
      ))}
      <Classes answer={answer} search={search} />
      {topics.map(({ title, columns }) => (
        <TableCard numbers key={title} title={`历年${title}`} heads={['年度', ...columns.map(headOf)]}>
          {answer.years.map(({ year, ...line }) => (
            <Line
              key={year}
              head={`${year}年`}
              cells={columns.map((each) =>
                cellOf(each, line, { year, term: undefined, meeting: undefined, unit: undefined }),
              )}
            />
          ))}
        </TableCard>
      ))}
    </>
  );
}

/** A number that opens what it counts. */
const Number = ({ value, search }: { value: number; search: DashboardSearch }) =>
  value === 0 ? (
    0
  ) : (
    <Link to="/reports" search={search}>
      {value}
    </Link>
  );

/** 办理结果: the classes of the letters of each unit. */
function Classes({ answer, search }: Props) {
  if (answer.classes.length === 0) return null;
  const names = answer.classes.map(({ outcomeClass }) => outcomeClass);
  const cells = (classes: Statistics['classes'], unit: string | undefined): ReactNode[] =>
    names.map((outcomeClass) => (
      <Number
        key={outcomeClass}
        value={classes.find((each) => each.outcomeClass === outcomeClass)?.value ?? 0}
        search={{ ...search, figure: 'repliesGiven', unit, outcomeClass, page: undefined }}
      />
    ));
  return (
    <TableCard
      numbers
      title="办理结果"
      heads={['单位', ...names.map((name) => (name ? `${name} 类` : '未定'))]}
    >
      {answer.units
        .filter(({ classes }) => classes.length > 0)
        .map(({ unitId, unit, classes }) => (
          <Line key={unitId} head={unit} cells={cells(classes, unitId)} />
        ))}
      <Line total head="合计" cells={cells(answer.classes, undefined)} />
    </TableCard>
  );
}

interface LineProps {
  readonly head: string;
  readonly cells: readonly ReactNode[];
  readonly total?: boolean;
}
const Line = ({ head, cells, total = false }: LineProps) => (
  <tr className={total ? 'total' : undefined}>
    <th scope="row">{head}</th>
    {cells.map((cell, i) => (
      <td key={i}>{cell}</td>
    ))}
  </tr>
);
