import { Link } from '@tanstack/react-router';
import type { Duty } from '../../shared/api/types';
import { showDay, showShortInstant } from '../../shared/format';
import { Light } from '../../shared/ui/light';
import { byUnit, dutyKey, lateOf } from './chases';

interface Props {
  readonly duties: readonly Duty[];
  readonly chosen: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
}

/** Who is late with what, unit by unit; what the reader may chase can be chosen. */
export function DutyList({ duties, chosen, disabled, onChoose }: Props) {
  const able = duties.filter(({ mayChase }) => mayChase).map(dutyKey);
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  };
  return (
    <>
      {able.length > 1 && (
        <label className="board-all">
          <input
            type="checkbox"
            disabled={disabled}
            checked={able.every((key) => chosen.has(key))}
            onChange={(event) => onChoose(new Set(event.target.checked ? able : []))}
          />{' '}
          全选 {able.length} 项
        </label>
      )}
      {byUnit(duties).map(([unit, own]) => (
        <section key={unit} aria-label={unit}>
          <h2 className="duty-unit">
            {unit} <span className="quiet">{unitWords(own)}</span>
          </h2>
          <ul className="board">
            {own.map((duty) => (
              <li key={dutyKey(duty)}>
                <input
                  type="checkbox"
                  aria-label={`选 ${unit} 第 ${duty.number} 号 ${duty.clock}`}
                  disabled={disabled || !duty.mayChase}
                  checked={chosen.has(dutyKey(duty))}
                  onChange={() => toggle(dutyKey(duty))}
                />
                <DutyEntry duty={duty} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const unitWords = (own: readonly Duty[]): string => {
  const late = lateOf(own).length;
  return [
    ...(late > 0 ? [`逾期 ${late} 项`] : []),
    ...(own.length > late ? [`临期 ${own.length - late} 项`] : []),
  ].join('，');
};

function DutyEntry({ duty }: { duty: Duty }) {
  return (
    <div>
      <Link to="/proposals/$id" params={{ id: duty.proposalId }} className="row-title">
        {duty.title}
      </Link>
      <div className="duty-facts">
        <Light light={duty.light} />
        <span>
          {duty.clock} {showDay(duty.dueOn)} 到期
        </span>
        <span className="quiet">
          第 {duty.number} 号 ·{' '}
          {duty.lastChasedAt
            ? `催过 ${duty.chases} 次，最近 ${showShortInstant(duty.lastChasedAt)}`
            : '还没有催过'}
        </span>
      </div>
    </div>
  );
}
