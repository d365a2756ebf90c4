import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { ActionButtons } from '../features/actions/action-drawer';
import { ImportPart } from '../features/calendar/import-part';
import { RulesPart } from '../features/calendar/rules-part';
import { LocalDaysPart, YearsPart } from '../features/calendar/years-part';
import { calendarsQuery, meQuery } from '../shared/api/queries';
import type { CalendarsAnswer } from '../shared/api/types';
import { Answer, usePageTitle } from '../shared/ui/states';

/** 放假安排: the years and their sources, the place's own days, what is missing, and what running clocks make of it. */
export function CalendarPage() {
  usePageTitle('放假安排');
  const query = useQuery(calendarsQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <Answer query={query}>
      {(answer) => (
        <>
          <div className="page-head">
            <h1>放假安排</h1>
            <ActionButtons primary actions={answer.actions} />
          </div>
          {answer.warning && <Alert type="warning" showIcon className="settings" title={answer.warning} />}
          <Awaiting clocks={answer.clocks} />
          {answer.actions
            .filter(({ command }) => command === 'calendar.importYear')
            .map((action) => (
              <ImportPart key={action.command} action={action} />
            ))}
          <LocalDaysPart days={answer.localDays} />
          <YearsPart years={answer.years} />
          {me.duties.includes('system_admin') && <RulesPart />}
        </>
      )}
    </Answer>
  );
}

function Awaiting({ clocks: { provisional, behind } }: { clocks: CalendarsAnswer['clocks'] }) {
  return (
    <p className="quiet">
      进行中的时限有 {provisional} 个到期日是暂定。
      {behind > 0 && `还有 ${behind} 个时限正在按新的安排重算，一分钟内完成。`}
    </p>
  );
}
