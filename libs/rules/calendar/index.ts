export {
  assertDate,
  type Calendar,
  type CalendarOverride,
  createCalendar,
  type DayStatus,
  weekdayName,
} from './calendar';
export { type CalendarYear, type Holiday, parseCalendarYears } from './calendar-year';
export { stateCouncilCalendar, stateCouncilYears } from './state-council';
