import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { DueList } from '../features/due-calendar/due-list';
import { MonthGrid } from '../features/due-calendar/month-grid';
import { shiftMonth, showMonth } from '../features/due-calendar/months';
import { dueCalendarQuery } from '../shared/api/review-queries';
import type { DueCalendar } from '../shared/api/types';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/calendar');

/** 到期日历: a month of deadlines, and the way to have them in the calendar of one's own phone. */
export function DueCalendarPage() {
  usePageTitle('到期日历');
  const { month, day } = route.useSearch();
  const query = useQuery(dueCalendarQuery(month));
  return (
    <Answer query={query}>
      {(calendar) => (
        <>
          <div className="page-head">
            <h1>到期日历</h1>
            <Link to="/notice-settings" className="as-button">
              订阅到手机日历
            </Link>
            <ExportButton
              list="/due-calendar.xlsx"
              asked={{ month: calendar.month }}
              name={`到期日历 ${showMonth(calendar.month)}`}
            />
          </div>
          <Months calendar={calendar} />
          <div className="card month-card">
            <MonthGrid calendar={calendar} day={day} />
          </div>
          <DueList month={calendar.month} day={day} due={calendar.due} />
        </>
      )}
    </Answer>
  );
}

function Months({ calendar: { month, today } }: { calendar: DueCalendar }) {
  const now = today.slice(0, 7);
  return (
    <nav className="months" aria-label="月份">
      <Link to="/calendar" search={{ month: shiftMonth(month, -1) }} className="as-button">
        上个月
      </Link>
      <strong aria-live="polite">{showMonth(month)}</strong>
      <Link to="/calendar" search={{ month: shiftMonth(month, 1) }} className="as-button">
        下个月
      </Link>
      {month !== now && (
        <Link to="/calendar" search={{}}>
          回到本月
        </Link>
      )}
    </nav>
  );
}
