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

/** The letter as templates/layout/letter.typ reads it. */
export function pdfLetter(blocks: readonly PrintedBlock[]): object {
  const signatures = signatureRows(textsOf(blocks, 'signature'), textsOf(blocks, 'date')[0] ?? '');
  const foot = [...textsOf(blocks, 'sendTo'), ...textsOf(blocks, 'copyTo')];
  return {
    blocks: blocks.map(laidOut),
    mark: markOf(textsOf(blocks, 'mark')[0] ?? ''),
    signatures: { ...signatures, rows: signatures.rows.map((row) => row.map(unitLines)) },
    longFoot: foot.reduce((sum, text) => sum + linesOf(text, FOOT_CHARACTERS), 0) > FOOT_LINES,
    longWords: blocks.some((block) => LONG_WORD.test(blockText(block))),
  };
}
