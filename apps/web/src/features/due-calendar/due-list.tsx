import { Link } from '@tanstack/react-router';
import type { DueClock } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { Light } from '../../shared/ui/light';
import { Nothing } from '../../shared/ui/states';
import { showMonth, weekdayOf } from './months';

interface Props {
  readonly month: string;
  /** One day alone; the whole month where none is chosen. */
  readonly day: string | undefined;
  readonly due: readonly DueClock[];
}

/** What ends on a day, or day by day in the month. */
export function DueList({ month, day, due }: Props) {
  const shown = day === undefined ? due : due.filter(({ dueOn }) => dueOn === day);
  const days = [...new Set(shown.map(({ dueOn }) => dueOn))];
  return (
    <section className="card pad" aria-label="到期事项">
      <p role="status">
        {day === undefined ? showMonth(month) : `${showDay(day)} ${weekdayOf(day)}`} 到期 {shown.length} 项
        {day !== undefined && (
          <>
            {' · '}
            <Link to="/calendar" search={(now) => ({ ...now, day: undefined })}>
              看整月
            </Link>
          </>
        )}
      </p>
      {shown.length === 0 && <Nothing words="没有到期的时限。" />}
      {days.map((date) => (
        <div key={date}>
          {day === undefined && (
            <h2 className="duty-unit">
              {showDay(date)} {weekdayOf(date)}
            </h2>
          )}
          <ul className="board">
            {shown
              .filter(({ dueOn }) => dueOn === date)
              .map((clock) => (
                <DueEntry key={clock.id} clock={clock} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function DueEntry({ clock }: { clock: DueClock }) {
  return (
    <li>
      <div>
        <Link
          to="/proposals/$id"
          params={{ id: clock.proposalId }}
          search={{ tab: 'clocks' }}
          className="row-title"
        >
          {clock.title}
        </Link>
        <div className="duty-facts">
          <Light light={clock.light} />
          <span>
            {clock.unit} {clock.clock}
            {clock.provisional ? '（暂定）' : ''}
          </span>
          <span className="quiet">第 {clock.number} 号</span>
        </div>
      </div>
    </li>
  );
}
