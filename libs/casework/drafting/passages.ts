import type { PassageKind } from '@fuhan/contracts';

const HEADING_LENGTH = 40;
const marks: readonly [RegExp, PassageKind][] = [
  [/^（[一二三四五六七八九十百]+）/, 'heading2'],
  [/^\d+[.．]/, 'heading3'],
  [/^（\d+）/, 'heading4'],
];

/** Paragraphs of a text somebody typed or pasted, one a line; empty lines fall away. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A short line that begins with a heading's mark and does not end like a sentence is a heading of that level. */
export function kindOf(paragraph: string): PassageKind {
  const looksLikeText = paragraph.length > HEADING_LENGTH || /[。；：！？]$/.test(paragraph);
  return (looksLikeText ? undefined : marks.find(([mark]) => mark.test(paragraph))?.[1]) ?? 'paragraph';
}

/** Where 一是, 二是 … begin a sentence: printed bold. Ranges [start, end) in UTF-16 units. */
export const leadIns = (text: string): [number, number][] =>
  [...text.matchAll(/(^|[。；：])([一二三四五六七八九十]+是)/g)].map((match): [number, number] => {
    const start = match.index + (match[1] ?? '').length;
    return [start, start + (match[2] ?? '').length];
  });

/** The cells of one written row: `| 项目 | 数量 |`; the outer strokes may be left out, a stroke inside a cell is written `\\|`. */
const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

/** A table as it is written, a row a line, the first of them its head; short rows are filled up with empty cells. */
export function tableOf(body: string): { header: string[]; rows: string[][] } {
  const written = paragraphsOf(body).map(cellsOf);
  const width = Math.max(...written.map((row) => row.length));
  const [header = [], ...rows] = written.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => ''),
  ]);
  return { header, rows };
}
