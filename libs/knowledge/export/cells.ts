/** What stands in a cell: words are words whatever they begin with, a number counts, a day is a day, an instant its time in Shanghai. */
export type Cell = string | number | null | { readonly day: string } | { readonly at: string };

// What XML 1.0 does not take; a lone half of a surrogate pair neither.
const UNFIT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** A spreadsheet reads `_x0041_` as the sign of that code: words that look like one keep their line. */
const CODED = /_(?=x[0-9a-f]{4}_)/gi;
/** A cell of a spreadsheet holds no more. */
const LONGEST = 32_767;
const DAY_MS = 86_400_000;
/** Days from 1899-12-30, where spreadsheets begin to count, to 1970. */
const EPOCH = 25_569;
const SHANGHAI_MS = 8 * 3_600_000;

export const escaped = (text: string): string =>
  text
    .replace(CODED, '_x005F_')
    .slice(0, LONGEST)
    .replace(UNFIT, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/** A, B … Z, AA: the letters of a column. */
export const columnOf = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnOf(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

/** The looks of `styles` in `workbook.ts`, by their place there. */
export const LOOKS = { plain: 0, head: 1, day: 2, words: 3, instant: 4 } as const;

const numberXml = (place: string, value: number, look: number): string =>
  Number.isFinite(value) ? `<c r="${place}"${look ? ` s="${look}"` : ''}><v>${value}</v></c>` : '';

/** Never a formula: words are written as inline strings, which no program evaluates. */
function cellXml(cell: Cell, place: string, look: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return numberXml(place, cell, LOOKS.plain);
  if (typeof cell === 'string')
    return `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if ('day' in cell)
    return numberXml(place, Math.round(Date.parse(`${cell.day}T00:00:00Z`) / DAY_MS) + EPOCH, LOOKS.day);
  // To the minute, as it is shown: a fraction of a second would be rounded up to another minute.
  const minutes = Math.floor((Date.parse(cell.at) + SHANGHAI_MS) / 60_000);
  return numberXml(place, minutes / 1440 + EPOCH, LOOKS.instant);
}

/** One line of a sheet, counted from 1. */
export const rowXml = (cells: readonly Cell[], line: number, look: number = LOOKS.words): string =>
  `<row r="${line}">${cells.map((cell, i) => cellXml(cell, `${columnOf(i)}${line}`, look)).join('')}</row>`;
