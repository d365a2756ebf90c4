import type { Statistics } from '../../shared/api/types';

type Unit = Statistics['units'][number];

/** The parts of what a unit owes. Each has a pattern of its own and its number written in words: nothing is told by colour. */
const parts = [
  { key: 'onTime', words: '按时办结', fill: 'url(#chart-solid)' },
  { key: 'late', words: '逾期办结', fill: 'url(#chart-stripes)' },
  { key: 'overdue', words: '逾期未办结', fill: 'url(#chart-cross)' },
  { key: 'running', words: '在办', fill: 'url(#chart-empty)' },
] as const;
type Parts = Readonly<Record<(typeof parts)[number]['key'], number>>;

const split = (due: number, given: number, onTime: number, overdue: number): Parts => ({
  ...{ onTime, overdue },
  late: given - onTime,
  running: due - given - overdue,
});
/** Leading and co-handling, side by side. */
export const barsOf = ({ counts }: Unit): readonly (readonly [string, Parts])[] => {
  const of = (name: keyof Unit['counts']): number => counts[name] ?? 0;
  return [
    ['主办', split(of('repliesDue'), of('repliesGiven'), of('repliesOnTime'), of('repliesOverdue'))],
    ['会办', split(of('opinionsDue'), of('opinionsGiven'), of('opinionsOnTime'), of('opinionsOverdue'))],
  ];
};
const sumOf = (of: Parts): number => parts.reduce((sum, { key }) => sum + of[key], 0);

/** So many units are drawn: those who owe most; the tables have all. */
const MOST = 12;

/** 各单位办理情况: how far each unit is with what it owes. */
export function UnitChart({ units }: { units: readonly Unit[] }) {
  const shown = units.slice(0, MOST);
  const widest = Math.max(1, ...shown.flatMap((unit) => barsOf(unit).map(([, of]) => sumOf(of))));
  if (shown.length === 0) return null;
  return (
    <section className="card pad settings" aria-label="各单位办理情况">
      <h2>各单位办理情况</h2>
      <Patterns />
      <ul className="chart-legend">
        {parts.map(({ key, words, fill }) => (
          <li key={key}>
            <svg width="28" height="14" aria-hidden="true">
              <rect x="0.5" y="0.5" width="27" height="13" fill={fill} className="chart-part" />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <ul className="chart">
        {shown.map((unit) => (
          <li key={unit.unitId}>
            <span className="chart-unit">{unit.unit}</span>
            {barsOf(unit).map(([role, of]) => (
              <Bar key={role} role={role} of={of} widest={widest} />
            ))}
          </li>
        ))}
      </ul>
      {units.length > MOST && (
        <p className="quiet">
          图中是应办最多的 {MOST} 家，全部 {units.length} 家见下表。
        </p>
      )}
    </section>
  );
}

function Bar({ role, of, widest }: { role: string; of: Parts; widest: number }) {
  let x = 0;
  const told = parts.filter(({ key }) => of[key] > 0);
  return (
    <span className="chart-bar">
      <span>{role}</span>
      <svg viewBox="0 0 300 16" preserveAspectRatio="none" aria-hidden="true">
        {told.map(({ key, fill }) => {
          const width = (of[key] / widest) * 299;
          x += width;
          return (
            <rect
              key={key}
              x={x - width + 0.5}
              y="0.5"
              width={width}
              height="15"
              fill={fill}
              className="chart-part"
            />
          );
        })}
      </svg>
      <span>{told.length === 0 ? '无' : told.map(({ key, words }) => `${words} ${of[key]}`).join('，')}</span>
    </span>
  );
}

const Patterns = () => (
  <svg width="0" height="0" aria-hidden="true" className="chart-patterns">
    <defs>
      <pattern id="chart-solid" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className="chart-ink" />
      </pattern>
      <pattern id="chart-stripes" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="chart-paper" />
        <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" className="chart-line" />
      </pattern>
      <pattern id="chart-cross" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="chart-paper" />
        <path d="M0 0 6 6M6 0 0 6" className="chart-line" />
      </pattern>
      <pattern id="chart-empty" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className="chart-paper" />
      </pattern>
    </defs>
  </svg>
);
