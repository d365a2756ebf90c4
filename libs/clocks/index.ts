import { CalendarDay, CalendarYearRow } from './calendar/entities';
import { Deadline, Notice, Reminder } from './entities';

export * from './calendar';
export * from './context';
export * from './deadlines';
export * from './entities';
export * from './notices';
export * from './plan-reminders';
export * from './chase';
export * from './fire-due';
export * from './fire-reminders';
export * from './reminder-desk';
export * from './sweep-reminders';

export const clockEntities = [Deadline, Reminder, Notice, CalendarYearRow, CalendarDay] as const;
