import table from '../../../seeds/calendars/state-council.json';
import { type Calendar, createCalendar } from './calendar';
import { type CalendarYear, parseCalendarYears } from './calendar-year';

/** The State Council's calendars that ship with the program, as read from `seeds/calendars/state-council.json`. */
export const stateCouncilYears = (): CalendarYear[] => parseCalendarYears(table, 'state-council.json');

/** A calendar of exactly the shipped years; what is used without a database. */
export const stateCouncilCalendar = (): Calendar => createCalendar(stateCouncilYears());
