import { FuhanError, isDate } from '@fuhan/kernel';
import { unprintable } from '../text/characters';

/** Who changed the letter, and when: ISO 8601 with a zone. */
export interface Revision {
  readonly author: string;
  readonly at: string;
}

const LONGEST_NAME = 60;
const TIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

function timeParts(at: string): { day: string; hour: string; minute: string; second: string; zone: string } {
  const [, day = '', hour = '', minute = '', second = '00', zone = ''] = TIME.exec(at) ?? [];
  if (!isDate(day)) throw new FuhanError('letter.redline-time', { at });
  return { day, hour, minute, second, zone };
}

/** The revision as every output writes it: no blanks round the name, whole seconds. Throws `letter.redline-author`, `letter.redline-time`. */
export function readRevision({ author, at }: Revision): Revision {
  const name = author.trim();
  if (name === '' || name.length > LONGEST_NAME || /[\n\t]/.test(name) || unprintable(name) !== null)
    throw new FuhanError('letter.redline-author', { limit: LONGEST_NAME });
  const { day, hour, minute, second, zone } = timeParts(at);
  return { author: name, at: `${day}T${hour}:${minute}:${second}${zone}` };
}

/** The time in words, in the zone it was given in: 2026年3月2日 15:04（+08:00）. */
export function spokenTime(at: string): string {
  const { day, hour, minute, zone } = timeParts(at);
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日 ${hour}:${minute}（${zone === 'Z' ? 'UTC' : zone}）`;
}
