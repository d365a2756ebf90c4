import { Link } from '@tanstack/react-router';
import type { DueCalendar, DueClock } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { LightShape } from '../../shared/ui/light';
import { weekdays, weeksOf } from './months';

type Day = DueCalendar['days'][number];

/** So many stand in a cell; the others are counted, and told below the month. */
const SHOWN = 3;

interface Props {
  readonly calendar: DueCalendar;
  readonly day: string | undefined;
}

/** A month: every day with what ends on it; days off are shaded and say why. */
export function MonthGrid({ calendar, day: chosen }: Props) {
  const { days, due, today } = calendar;
  const of = (date: string): DueClock[] => due.filter(({ dueOn }) => dueOn === date);
  return (
    <table className="month">
      <caption className="sr-only">每天到期的时限</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, i) => (
          <tr key={i}>
            {week.map((day, j) =>
              day ? (
                <DayCell
                  key={day.date}
                  {...{ day, due: of(day.date) }}
                  today={day.date === today}
                  chosen={day.date === chosen}
                />
              ) : (
                <td key={j} className="no-day" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly day: Day;
  readonly due: readonly DueClock[];
  readonly today: boolean;
  readonly chosen: boolean;
}

function DayCell({ day: { date, working, why }, due, today, chosen }: CellProps) {
  const classes = [working ? '' : 'day-off', today ? 'day-today' : '', chosen ? 'day-chosen' : ''];
  const more = due.length - SHOWN;
  return (
    <td className={classes.filter(Boolean).join(' ')} aria-current={today ? 'date' : undefined}>
      <div className="day-head">
        <Link
          to="/calendar"
          search={(now) => ({ ...now, day: chosen ? undefined : date })}
          aria-label={`${showDay(date)}${why ? `，${why}` : ''}，${due.length} 项到期`}
          className="day-number"
        >
          {Number(date.slice(8))}
        </Link>
        {why && (
          <span className="day-why" title={why}>
            {why}
          </span>
        )}
      </div>
      {due.length > 0 && <span className="day-count">{due.length} 项</span>}
      <ul className="day-due">
        {due.slice(0, SHOWN).map((clock) => (
          <li key={clock.id}>
            <Link
              to="/proposals/$id"
              params={{ id: clock.proposalId }}
              search={{ tab: 'clocks' }}
              title={`${clock.unit} ${clock.clock}：${clock.title}（${clock.light.words}）`}
            >
              <LightShape light={clock.light} />
              <span>
                {clock.clock} {clock.number}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Link to="/calendar" search={(now) => ({ ...now, day: date })} className="day-more">
          还有 {more} 项
        </Link>
      )}
    </td>
  );
}
