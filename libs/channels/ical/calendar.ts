import { addDays, type DateString } from '@fuhan/kernel';

/** A day in somebody's calendar. */
export interface CalendarEntry {
  /** The same for the same thing for ever: a calendar program then moves the day instead of adding one. */
  readonly uid: string;
  readonly day: DateString;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** When it last changed. */
  readonly stamp: Date;
}

const LINE_OCTETS = 75;

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks are escaped; other controls have no place in a text. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replace(/[\p{Cc}]/gu, '');

/** RFC 5545, 3.1: a line has at most 75 octets; it goes on in the next one after a space. No character is cut in half. */
export function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

const dateValue = (day: DateString): string => day.replaceAll('-', '');
const stampValue = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** An all-day event: DATE values, no zone anywhere, so the day is right whatever zone server and reader are in. DTEND is the day after (exclusive). */
const eventOf = ({ uid, day, summary, description, url, stamp }: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(uid)}`,
  `DTSTAMP:${stampValue(stamp)}`,
  `DTSTART;VALUE=DATE:${dateValue(day)}`,
  `DTEND;VALUE=DATE:${dateValue(addDays(day, 1))}`,
  `SUMMARY:${escapeText(summary)}`,
  `DESCRIPTION:${escapeText(description)}`,
  `URL:${url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** A calendar file (RFC 5545): the same entries give the same bytes. */
export function renderCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fuhan//复函//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap(eventOf),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
