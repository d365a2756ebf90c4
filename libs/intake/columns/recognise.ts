import { createHash } from 'node:crypto';
import type { Table, TableRow } from '../table/table';
import { type Columns, type IntakeField, intakeFieldNames, intakeFields } from './fields';

/** Rows above the header hold a title and remarks; it is looked for no further down. */
const HEADER_WITHIN = 20;
const LONGEST_HEAD = 20;

/** A header's words without what decorates them: "*提案号（必填）：" → 提案号. */
export const headWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[(（\[【].*?[)）\]】]/g, '')
    .replace(/[\s*:：、,，.。\-—_/]/g, '');

/** How well a header names a field: the exact word, else how much of it the longest word is. */
function likeness(head: string, field: IntakeField): number {
  const words: readonly string[] = intakeFields[field].words;
  const exact = words.indexOf(head);
  if (exact >= 0) return 100 - exact;
  const inside = words.filter((word) => word.length > 1 && head.includes(word));
  return Math.max(0, ...inside.map((word) => (word.length / head.length) * 50));
}

/** Which column tells what, by the words that head them. A field has one column: the one that names it best, the first of equals. */
export function recognise(header: readonly (string | undefined)[]): Columns {
  const pairs = header.flatMap((text, column) => {
    const head = headWords(text ?? '');
    if (head === '' || head.length > LONGEST_HEAD) return [];
    return intakeFieldNames
      .map((field) => ({ field, column, score: likeness(head, field) }))
      .filter(({ score }) => score > 0);
  });
  const columns: Partial<Record<IntakeField, number>> = {};
  const taken = new Set<number>();
  for (const { field, column } of pairs.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (columns[field] !== undefined || taken.has(column)) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

export interface Header {
  /** The row's place among the rows of the table. */
  readonly index: number;
  readonly texts: readonly string[];
  readonly columns: Columns;
}

const textsOf = ({ cells }: TableRow): string[] => Array.from(cells, (cell) => cell?.text ?? '');
const told = ({ columns }: Header): number => Object.keys(columns).length;

/**
 * The row that heads the columns: the one among the first whose words name most fields; of two neighbours that name as many, the lower one
 * (the upper row of a header of two is merged into it). Where none names two fields, the first row, with what it names.
 */
export function findHeader({ rows }: Table): Header | null {
  const headers = rows.slice(0, HEADER_WITHIN).map((row, index): Header => {
    const texts = textsOf(row);
    return { index, texts, columns: recognise(texts) };
  });
  const best = headers.reduce<Header | null>((found, header) => {
    const least = found === null ? 2 : header.index === found.index + 1 ? told(found) : told(found) + 1;
    return told(header) >= least ? header : found;
  }, null);
  return best ?? headers[0] ?? null;
}

/** Tells lists of the same form: what was chosen for one serves for the next. */
export const fingerprint = (header: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(header.map(headWords)))
    .digest('hex');
