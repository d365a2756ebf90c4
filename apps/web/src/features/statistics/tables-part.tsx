import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DashboardSearch } from '../../app/search';
import type { FigureName, Statistics } from '../../shared/api/types';
import { TableCard } from '../../shared/ui/wide-table';

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
      <TableCard numbers title="按单位" heads={['单位', ...ofUnits.map(labelOf)]}>
        {answer.units.map(({ unitId, unit, counts }) => (
          <tr key={unitId}>
            <th scope="row">{unit}</th>
            {ofUnits.map((name) => (
              <td key={name}>{open(name, { unit: unitId }, counts[name] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </TableCard>
      <TableCard numbers title="按年度" heads={['年度', ...ofYears.map(labelOf)]}>
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
      </TableCard>
    </>
  );
}
