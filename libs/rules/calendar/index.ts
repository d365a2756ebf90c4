export {
  assertDate,
  type Calendar,
  calendarOf,
  type CalendarOverride,
  createCalendar,
  type DayStatus,
  type NoticeDay,
  noticeDays,
  weekdayName,
  whyOf,
} from './calendar';
export { type CalendarYear, type Holiday, parseCalendarYears } from './calendar-year';
export { stateCouncilCalendar, stateCouncilYears } from './state-council';
