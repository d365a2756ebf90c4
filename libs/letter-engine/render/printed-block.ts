import type { ClassSpot } from '../model/model';

/** A line or paragraph as it stands on paper. */
export type PrintedText = {
  readonly kind:
    | 'classMark'
    | 'mark'
    | 'secrecy'
    | 'urgency'
    | 'signer'
    | 'number'
    | 'addressee'
    | 'paragraph'
    | 'verdict'
    | 'closing'
    | 'signature'
    | 'date'
    | 'annotation'
    | 'publication'
    | 'sendTo'
    | 'copyTo'
    | 'attachmentMark';
  readonly text: string;
  readonly bold?: readonly (readonly [number, number])[];
  /** Of the class mark alone. */
  readonly spot?: ClassSpot;
};
export type PrintedBlock =
  | PrintedText
  | {
      readonly kind: 'title' | 'attachmentTitle';
      readonly text: string;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'attachmentNote'; readonly label: string; readonly mark: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A table's head counts only when something is written in it. */
export const hasHeader = (table: { readonly header: readonly string[] }): boolean =>
  table.header.some((cell) => cell.trim() !== '');

const tableRows = (table: Extract<PrintedBlock, { kind: 'table' }>): (readonly string[])[] => [
  ...(hasHeader(table) ? [table.header] : []),
  ...table.rows,
];

const STRUCTURED: ReadonlySet<PrintedBlock['kind']> = new Set([
  'title',
  'attachmentTitle',
  'heading',
  'attachmentNote',
  'table',
]);

/** True for a plain line or paragraph. */
export const isPrintedText = (block: PrintedBlock): block is PrintedText => !STRUCTURED.has(block.kind);

/** All words of a block in reading order. */
export function blockText(block: PrintedBlock): string {
  if (block.kind === 'table')
    return tableRows(block)
      .map((cells) => cells.join('\t'))
      .join('\n');
  if (block.kind === 'attachmentNote') return block.label + block.mark + block.text;
  return block.text;
}
