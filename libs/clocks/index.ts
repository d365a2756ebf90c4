import { Deadline, Notice, Reminder } from './entities';

export * from './context';
export * from './deadlines';
export * from './entities';
export * from './notices';
export * from './plan-reminders';
export * from './reminders';

export const clockEntities = [Deadline, Reminder, Notice] as const;
