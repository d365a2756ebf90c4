import { brokenRuns, type DocxParagraph, type DocxTable, TEXT_TWIPS } from './docx-paragraph';
import { hasHeader, type PrintedBlock } from './printed-block';
import { tableLayout } from './table-columns';

/** A longer row may be torn by the end of a page. */
const WHOLE_ROW = 300;

/** Widths in twips that add up to the text area exactly, or Word shifts the lines of the grid. */
function columnTwips(shares: readonly number[]): number[] {
  const edges = shares.map((_, i) =>
    Math.round(shares.slice(0, i + 1).reduce((sum, share) => sum + share, 0) * TEXT_TWIPS),
  );
  return edges.map((edge, i) => edge - (edges[i - 1] ?? 0));
}

/** A table with the columns of the PDF, its head repeated on each page; nothing for a table with nothing in it. */
export function docxTable(block: Extract<PrintedBlock, { kind: 'table' }>): DocxParagraph[] {
  const { size, columns } = tableLayout(block);
  const widths = columnTwips(columns.map(({ share }) => share));
  const row = (cells: readonly string[], header: boolean): DocxTable['rows'][number] => ({
    header,
    whole: cells.every((cell) => cell.length <= WHOLE_ROW),
    cells: widths.map((width, i) => ({
      lines: brokenRuns([{ text: cells[i] ?? '', size: size * 2 }]),
      width,
      centred: header || columns[i]!.centred,
    })),
  });
  const rows = [
    ...(hasHeader(block) ? [row(block.header, true)] : []),
    ...block.rows.map((cells) => row(cells, false)),
  ];
  return rows.length === 0
    ? []
    : [{ table: { columns: widths, size: size * 2, line: Math.round(size * 1.5 * 20), rows } }];
}
