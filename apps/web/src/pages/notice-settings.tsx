import { useQuery } from '@tanstack/react-query';
import { usePageTitle, Answer } from '../shared/ui/states';
import { noticeSettingsQuery } from '../shared/api/queries';
import { CalendarPart } from '../features/notice-settings/calendar-part';
import { ChoicesPart } from '../features/notice-settings/choices-part';

/** How I am told beside the inbox, and my calendar. */
export function NoticeSettingsPage() {
  usePageTitle('通知设置');
  const query = useQuery(noticeSettingsQuery);
  return (
    <div className="narrow">
      <div className="page-head">
        <h1>通知设置</h1>
      </div>
      <Answer query={query}>
        {(settings) => (
          <>
            <ChoicesPart settings={settings} />
            <CalendarPart address={settings.calendar} />
          </>
        )}
      </Answer>
    </div>
  );
}
