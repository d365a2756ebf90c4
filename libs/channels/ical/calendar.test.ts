import fc from 'fast-check';
import { type CalendarEntry, fold, renderCalendar } from './calendar';

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'd1@fuhan',
  day: '2026-06-09',
  summary: '答复提案者到期：第135021号',
  description: '第135021号提案',
  url: 'https://f.example/proposals/1',
  stamp: new Date('2026-03-02T00:00:00Z'),
  ...more,
});
const unfolded = (text: string): string[] => text.replace(/\r\n /g, '').split('\r\n');
const lineOf = (text: string, name: string): string | undefined =>
  unfolded(text).find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));

describe('a calendar', () => {
  it('should be whole, line by line', () => {
    expect(unfolded(renderCalendar('市科技局 提案时限', [entry()]))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Fuhan//复函//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:市科技局 提案时限',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'BEGIN:VEVENT',
      'UID:d1@fuhan',
      'DTSTAMP:20260302T000000Z',
      'DTSTART;VALUE=DATE:20260609',
      'DTEND;VALUE=DATE:20260610',
      'SUMMARY:答复提案者到期：第135021号',
      'DESCRIPTION:第135021号提案',
      'URL:https://f.example/proposals/1',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });
  it.each([
    ['2026-12-31', '20270101'],
    ['2028-02-28', '20280229'],
    ['2026-02-28', '20260301'],
  ])('should end the day %s before %s', (day, end) => {
    expect(lineOf(renderCalendar('x', [entry({ day })]), 'DTEND')).toBe(`DTEND;VALUE=DATE:${end}`);
  });
  it('should escape what means something to a calendar', () => {
    const text = renderCalendar('x', [entry({ summary: 'a,b;c\\d\ne\r\nf\u0007' })]);
    expect(lineOf(text, 'SUMMARY')).toBe('SUMMARY:a\\,b\\;c\\\\d\\ne\\nf');
  });
  it('should not let a title begin another event', () => {
    const text = renderCalendar('x', [entry({ summary: 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT' })]);
    expect(unfolded(text).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });
  it('should be the same bytes for the same entries', () => {
    expect(renderCalendar('x', [entry()])).toBe(renderCalendar('x', [entry()]));
  });
});

describe('a long line', () => {
  const octets = (line: string): number => Buffer.byteLength(line);

  it('should be folded at 75 octets without cutting a character', () => {
    const folded = fold(`SUMMARY:${'关于补齐康复辅具产业短板𠮷'.repeat(10)}`).split('\r\n');
    expect(Math.max(...folded.map(octets))).toBeLessThanOrEqual(75);
    expect(folded.join('')).not.toContain('\ufffd');
    expect(folded.length).toBeGreaterThan(3);
  });
  it('should stay as it is at exactly 75 octets', () => {
    expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
  });
  it('should come back whole, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const line = text.replace(/[\r\n]/g, '');
        const folded = fold(line);
        expect(folded.replace(/\r\n /g, '')).toBe(line);
        expect(folded.split('\r\n').every((part) => octets(part) <= 75)).toBe(true);
      }),
    );
  });
});
