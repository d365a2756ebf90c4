import { Link } from '@tanstack/react-router';
import type { DashboardSearch } from '../../app/search';
import type { Statistics } from '../../shared/api/types';

interface Props {
  readonly answer: Statistics;
  readonly search: DashboardSearch;
}

/** Figures with their definitions, shares as bars with their numbers written beside: nothing is told by colour. */
export function FiguresPart({ answer, search }: Props) {
  const { figures, rates, opinionDays, classes } = answer;
  const valueOf = (name: string): number => figures.find(({ figure }) => figure === name)?.value ?? 0;
  const labelOf = (name: string): string => figures.find(({ figure }) => figure === name)?.label ?? '';
  return (
    <>
      <ul className="figures" aria-label="指标">
        {figures.map(({ figure, label, definition, value }) => (
          <li key={figure} className="card pad">
            <p>{label}</p>
            <Link
              to="/dashboard"
              search={{ ...search, figure, unit: undefined, outcomeClass: undefined, page: undefined }}
              className="figure"
              aria-label={`${label} ${value} 件，看明细`}
            >
              {value}
            </Link>
            <p className="quiet">{definition}</p>
          </li>
        ))}
      </ul>
      <section className="card pad settings" aria-label="比率">
        <h2>比率</h2>
        <ul className="lines">
          {rates.map(({ rate, label, part, whole, value }) => (
            <li key={rate} className="bar-line">
              <span>{label}</span>
              <Bar share={value ?? 0} />
              <b>{value === null ? '无' : `${value}%`}</b>
              <span className="quiet">
                {labelOf(part)} {valueOf(part)} ÷ {labelOf(whole)} {valueOf(whole)}
              </span>
            </li>
          ))}
          <li>会办意见用时（中位数）：{opinionDays === null ? '无' : `${opinionDays} 天`}，自交办起算</li>
        </ul>
      </section>
      {classes.length > 0 && (
        <section className="card pad settings" aria-label="办理结果">
          <h2>办理结果</h2>
          <ul className="lines">
            {classes.map(({ outcomeClass, value }) => (
              <li key={outcomeClass} className="bar-line">
                <span>{outcomeClass ? `${outcomeClass} 类` : '未定'}</span>
                <Bar share={(value / Math.max(1, valueOf('repliesGiven'))) * 100} />
                <Link
                  to="/dashboard"
                  search={{ ...search, figure: 'repliesGiven', outcomeClass, page: undefined }}
                >
                  {value} 件
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** A bar of a hundred; what it says stands beside it in words. */
const Bar = ({ share }: { share: number }) => (
  <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect width="100" height="8" className="bar-ground" />
    <rect width={share} height="8" className="bar-share" />
  </svg>
);
