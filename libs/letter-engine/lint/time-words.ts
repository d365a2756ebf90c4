import { type Piece, type Spot, spotAt } from './letter-words';

/** A time a text tells of. */
export interface TimeWord {
  readonly spot: Spot;
  readonly year: number;
  /** Null where only the year is told. */
  readonly month: number | null;
  readonly day: number | null;
  /** The year was not printed beside it but taken from 今年. */
  readonly implied: boolean;
}

const TIME =
  /(?:截[至止](?:到|目前)?)?(?:(?<year>(?:19|20)\d{2})年(?:度)?(?:1?\d?[—\-－~～至到](?=1?\d月))?(?:(?<month>1[0-2]|0?[1-9])月(?:份)?(?:底|末)?(?:(?<day>3[01]|[12]\d|0?[1-9])[日号])?)?|(?<this>今年|本年)?(?:1?\d[—\-－~～至到])?(?<m>1[0-2]|0?[1-9])月(?:份)?(?:底|末)?(?:(?<d>3[01]|[12]\d|0?[1-9])[日号])?|〔(?<issued>20\d{2})〕\d+号)/g;
/** Words that bind a month without a year to another year than the letter's. */
const OTHER_YEAR = /(?:去年|前年|上年|当年|同年|次年|翌年|明年|后年|每年|历年|(?:19|20)\d{2}年)[^。]*$/;
/** How far back a year binds a month. */
const REACH = 300;
/** In the first months of a year "11月" mostly means last year's. */
const EARLY = 3;
const LATE = 9;

const number = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

function read(
  spot: Spot,
  groups: Readonly<Record<string, string | undefined>>,
  letterDate: string,
): TimeWord | null {
  const issued = groups['year'] ?? groups['issued'];
  if (issued !== undefined)
    return {
      spot,
      year: Number(issued),
      month: number(groups['month']),
      day: number(groups['day']),
      implied: false,
    };
  const { text } = spot.piece;
  const before = text.slice(Math.max(0, spot.place.start - REACH), spot.place.start);
  const month = Number(groups['m']);
  const thisYear = groups['this'] !== undefined;
  if (/\d$/.test(before) || (!thisYear && OTHER_YEAR.test(before))) return null;
  if (!thisYear && Number(letterDate.slice(5, 7)) <= EARLY && month >= LATE) return null;
  return { spot, year: Number(letterDate.slice(0, 4)), month, day: number(groups['d']), implied: true };
}

/** The times named in these pieces; a month without a year is the letter's year's. Titles in 《》 and quotes are passed over. */
export function timeWords(pieces: readonly Piece[], letterDate: string): TimeWord[] {
  return pieces.flatMap((piece) => {
    const text = piece.text
      .replace(/《[^《》]*》/g, (title) => '□'.repeat(title.length))
      .replace(/“[^“”]*”/g, (quote) => '□'.repeat(quote.length));
    return [...text.matchAll(TIME)].flatMap((found) => {
      const spot = spotAt(piece, found.index, found.index + found[0].length);
      return read(spot, found.groups ?? {}, letterDate) ?? [];
    });
  });
}

/** Whether a time lies wholly after a day (YYYY-MM-DD). */
export function isAfter({ year, month, day }: TimeWord, date: string): boolean {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  if (year !== y) return year > y;
  if (month === null || month !== m) return month !== null && month > m;
  return day !== null && day > d;
}

/** The later of two times by what they tell, the more exact one later. */
export const compareTimes = (a: TimeWord, b: TimeWord): number =>
  a.year - b.year || (a.month ?? 0) - (b.month ?? 0) || (a.day ?? 0) - (b.day ?? 0);
