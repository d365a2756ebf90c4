import { Link } from '@tanstack/react-router';
import type { Duty } from '../../shared/api/types';
import { showDay, showShortInstant } from '../../shared/format';
import { ChooseList } from '../../shared/ui/choose-list';
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
  return (
    <ChooseList
      groups={byUnit(duties).map(([unit, rows]) => ({
        ...{ key: unit, rows },
        head: (
          <h2 className="duty-unit">
            {unit} <span className="quiet">{unitWords(rows)}</span>
          </h2>
        ),
      }))}
      keyOf={dutyKey}
      nameOf={(duty) => `${duty.unit} 第 ${duty.number} 号 ${duty.clock}`}
      mayChoose={({ mayChase }) => mayChase}
      counter="项"
      {...{ chosen, disabled, onChoose }}
    >
      {(duty, box) => (
        <li key={dutyKey(duty)}>
          {box}
          <DutyEntry duty={duty} />
        </li>
      )}
    </ChooseList>
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
