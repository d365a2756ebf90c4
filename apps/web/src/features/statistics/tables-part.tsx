import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DashboardSearch } from '../../app/search';
import type { FigureName, Statistics } from '../../shared/api/types';

interface Props {
  readonly answer: Statistics;
  readonly search: DashboardSearch;
}

/** Co-handling counts as much as leading: its columns stand beside, as many. */
const ofUnits: readonly FigureName[] = [
  ...(['repliesDue', 'repliesGiven', 'repliesOnTime', 'repliesOverdue'] as const),
  ...(['opinionsDue', 'opinionsGiven', 'opinionsOnTime', 'opinionsOverdue'] as const),
  ...(['returns', 'promises', 'promisesKept'] as const),
];
const ofYears: readonly FigureName[] = [
  ...ofUnits,
  ...(['ratingsAsked', 'ratingsGiven', 'handlingSatisfied', 'resultSatisfied', 'redos'] as const),
];

/** By unit and by year. */
export function TablesPart({ answer, search }: Props) {
  const labelOf = (name: FigureName): string =>
    answer.figures.find(({ figure }) => figure === name)?.label ?? '';
  const open = (figure: FigureName, more: DashboardSearch, value: number): ReactNode =>
    value === 0 ? (
      0
    ) : (
      <Link to="/dashboard" search={{ ...search, outcomeClass: undefined, page: undefined, ...more, figure }}>
        {value}
      </Link>
    );
  return (
    <>
      <Table title="按单位" first="单位" heads={ofUnits.map(labelOf)}>
        {answer.units.map(({ unitId, unit, counts }) => (
          <tr key={unitId}>
            <th scope="row">{unit}</th>
            {ofUnits.map((name) => (
              <td key={name}>{open(name, { unit: unitId }, counts[name] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </Table>
      <Table title="按年度" first="年度" heads={ofYears.map(labelOf)}>
        {answer.years.map(({ year, counts }) => (
          <tr key={year}>
            <th scope="row">{year}年</th>
            {ofYears.map((name) => (
              <td key={name}>
                {open(
                  name,
                  { year, term: undefined, meeting: undefined, unit: undefined },
                  counts[name] ?? 0,
                )}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </>
  );
}

interface TableProps {
  readonly title: string;
  readonly first: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}

const Table = ({ title, first, heads, children }: TableProps) => (
  <section className="card pad settings" aria-label={title}>
    <h2>{title}</h2>
    <div className="scroll-x wide-table" tabIndex={0} role="region" aria-label={`${title}表`}>
      <table className="table numbers">
        <thead>
          <tr>
            {[first, ...heads].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  </section>
);
