import { blockText, hasHeader, type PrintedBlock, type PrintedText } from './printed-block';
import { markOf } from './mark';
import { FOOT_SIZE, linesOf } from './page-measures';
import { signatureRows, unitLines } from './signature-rows';
import { tableLayout } from './table-columns';
import { textRuns } from './text-runs';

/** A foot of more lines fills a page and may run over to the next. */
const FOOT_LINES = 27;
const FOOT_CHARACTERS = (156 / 25.4) * (72 / FOOT_SIZE) - 5;
/** From so many characters without a gap on, a word may be broken anywhere. */
const LONG_WORD = /[!-~\u00a1-\u024f]{28,}/u;

const textsOf = (blocks: readonly PrintedBlock[], kind: PrintedText['kind']): string[] =>
  blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [block.text] : []));

function laidOut(block: PrintedBlock): object {
  if (block.kind === 'table')
    return { ...block, header: hasHeader(block) ? block.header : [], ...tableLayout(block) };
  if (block.kind === 'title' || block.kind === 'attachmentTitle' || block.kind === 'attachmentNote')
    return block;
  return { ...block, runs: textRuns(block.text, 'bold' in block ? block.bold : undefined) };
}

/** What runs on from line to line and page to page. */
const RUNNING: ReadonlySet<PrintedBlock['kind']> = new Set([
  'addressee',
  'paragraph',
  'heading',
  'verdict',
  'closing',
  'table',
]);
const ATTACHED: ReadonlySet<PrintedBlock['kind']> = new Set([
  ...RUNNING,
  'attachmentMark',
  'attachmentTitle',
]);

function byKind(blocks: readonly PrintedBlock[]): Readonly<Record<string, readonly object[]>> {
  const found: Record<string, object[]> = {};
  for (const block of blocks) (found[block.kind] ??= []).push(laidOut(block));
  return found;
}

/** The letter as templates/layout/letter.typ reads it, and what of it measure.typ is asked first. */
export interface PdfLetter {
  readonly letter: object;
  readonly measure: object;
}

export function pdfLetter(blocks: readonly PrintedBlock[]): PdfLetter {
  const date = textsOf(blocks, 'date')[0] ?? '';
  const signatures = signatureRows(textsOf(blocks, 'signature'), date);
  const rows = signatures.rows.map((row) => row.map(unitLines));
  const mark = markOf(textsOf(blocks, 'mark')[0] ?? '');
  const foot = [...textsOf(blocks, 'sendTo'), ...textsOf(blocks, 'copyTo')];
  const first = blocks.findIndex(({ kind }) => kind === 'attachmentMark');
  const end = first < 0 ? blocks.length : first;
  return {
    measure: { mark, date, units: rows },
    letter: {
      running: blocks
        .slice(0, end)
        .filter(({ kind }) => RUNNING.has(kind))
        .map(laidOut),
      attached: blocks
        .slice(end)
        .filter(({ kind }) => ATTACHED.has(kind))
        .map(laidOut),
      parts: byKind(blocks.filter(({ kind }) => !ATTACHED.has(kind))),
      mark,
      signatures: { ...signatures, rows },
      longFoot: foot.reduce((sum, text) => sum + linesOf(text, FOOT_CHARACTERS), 0) > FOOT_LINES,
      longWords: blocks.some((block) => LONG_WORD.test(blockText(block))),
    },
  };
}
