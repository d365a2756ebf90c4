import type { LetterModel } from '../model/model';
import { assertPrintable } from '../text/characters';
import { hasHeader, isPrintedText, blockText, type PrintedBlock } from '../render/printed-block';
import { printedBlocks } from '../render/printed-blocks';
import { textRuns } from '../render/text-runs';
import { align, type Alignable } from './align';
import { type Change, diffPieces, type Piece } from './piece-diff';
import { readRevision, type Revision } from './revision';

export interface RedlineRun {
  readonly text: string;
  readonly change: Change;
  readonly bold: boolean;
}
export interface RedlineRow {
  readonly header: boolean;
  /** `changed`: words inside its cells. */
  readonly change: Change | 'changed';
  readonly cells: readonly (readonly RedlineRun[])[];
}
/** A line, heading, paragraph or table of either version. */
export interface RedlineBlock {
  readonly kind: PrintedBlock['kind'];
  /** Of a heading. */
  readonly level?: 1 | 2 | 3 | 4;
  readonly change: Change | 'changed';
  /** Empty for a table, which has rows. */
  readonly runs: readonly RedlineRun[];
  readonly rows?: readonly RedlineRow[];
  /** The same number where it went and where it came: the block was moved. */
  readonly moved?: number;
}
export interface Redline extends Revision {
  readonly title: string | null;
  readonly blocks: readonly RedlineBlock[];
  /** Characters that came and went, what was moved included. */
  readonly counts: { readonly added: number; readonly removed: number };
}

type Table = Extract<PrintedBlock, { kind: 'table' }>;
type Item = Alignable & { readonly block: PrintedBlock };
interface Row extends Alignable {
  readonly header: boolean;
  readonly cells: readonly string[];
}

const BOLD = 'bold';
/** A shorter paragraph that stands elsewhere too is chance. */
const LEAST_MOVED = 8;
const OFTEN: ReadonlySet<PrintedBlock['kind']> = new Set([
  'heading',
  'paragraph',
  'verdict',
  'closing',
  'table',
  'attachmentNote',
  'attachmentMark',
  'attachmentTitle',
  'signature',
]);

const columnsOf = (table: Table): number =>
  Math.max(table.header.length, 0, ...table.rows.map((row) => row.length));

const sortOf = (block: PrintedBlock): string => {
  if (block.kind === 'heading') return `heading ${block.level}`;
  return block.kind === 'table' ? `table ${columnsOf(block)}` : block.kind;
};

const itemOf = (block: PrintedBlock): Item => ({
  block,
  sort: sortOf(block),
  text: blockText(block),
  single: !OFTEN.has(block.kind),
});

const piecesOf = (block: PrintedBlock): Piece[] =>
  isPrintedText(block)
    ? textRuns(block.text, block.bold).map(({ text, bold }) => ({ text, form: bold ? BOLD : '' }))
    : [{ text: blockText(block), form: '' }];

const runsOf = (before: readonly Piece[], after: readonly Piece[]): RedlineRun[] =>
  diffPieces(before, after).map(({ text, form, change }) => ({ text, change, bold: form === BOLD }));

const touched = (runs: readonly RedlineRun[]): boolean => runs.some(({ change }) => change !== 'same');

function rowsOf(table: Table | undefined): Row[] {
  if (table === undefined) return [];
  const columns = columnsOf(table);
  const row = (cells: readonly string[], header: boolean): Row => ({
    header,
    cells: Array.from({ length: columns }, (_, i) => cells[i] ?? ''),
    sort: String(header),
    single: header,
    text: cells.join('\t'),
  });
  return [
    ...(hasHeader(table) ? [row(table.header, true)] : []),
    ...table.rows.map((cells) => row(cells, false)),
  ];
}

function redlineRows(before: Table | undefined, after: Table | undefined): RedlineRow[] {
  const words = (cells: readonly string[] | undefined, i: number): Piece[] => [
    { text: cells?.[i] ?? '', form: '' },
  ];
  return align(rowsOf(before), rowsOf(after)).map((pair) => {
    const old = 'before' in pair ? pair.before : undefined;
    const fresh = 'after' in pair ? pair.after : undefined;
    const { header, cells } = (fresh ?? old)!;
    const runs = cells.map((_, i) => runsOf(words(old?.cells, i), words(fresh?.cells, i)));
    const inside = runs.some(touched) ? 'changed' : 'same';
    return {
      header,
      change: fresh === undefined ? 'removed' : old === undefined ? 'added' : inside,
      cells: runs,
    };
  });
}

function redlineBlock(before: PrintedBlock | undefined, after: PrintedBlock | undefined): RedlineBlock {
  const block = (after ?? before)!;
  const whole = after === undefined ? 'removed' : before === undefined ? 'added' : undefined;
  if (block.kind === 'table') {
    const rows = redlineRows(before as Table | undefined, after as Table | undefined);
    const change = whole ?? (rows.every((row) => row.change === 'same') ? 'same' : 'changed');
    return { kind: 'table', change, runs: [], rows };
  }
  const runs = runsOf(before ? piecesOf(before) : [], after ? piecesOf(after) : []);
  return {
    kind: block.kind,
    ...(block.kind === 'heading' ? { level: block.level } : {}),
    change: whole ?? (touched(runs) ? 'changed' : 'same'),
    runs,
  };
}

const cellRuns = (block: RedlineBlock): RedlineRun[] => [
  ...block.runs,
  ...(block.rows ?? []).flatMap(({ cells }) => cells.flat()),
];
const wordsOf = (block: RedlineBlock): string =>
  cellRuns(block)
    .map(({ text }) => text)
    .join('');

/** A block that went from one place and came in another with the same words was moved. */
function withMoves(blocks: readonly RedlineBlock[]): RedlineBlock[] {
  const gone = new Map<string, number[]>();
  blocks.forEach((block, i) => {
    const words = wordsOf(block);
    if (block.change === 'removed' && words.length >= LEAST_MOVED)
      gone.set(words, [...(gone.get(words) ?? []), i]);
  });
  const moves = new Map<number, number>();
  let number = 0;
  blocks.forEach((block, i) => {
    if (block.change !== 'added') return;
    const from = gone.get(wordsOf(block))?.shift();
    if (from === undefined) return;
    number += 1;
    moves.set(from, number).set(i, number);
  });
  return blocks.map((block, i) => (moves.has(i) ? { ...block, moved: moves.get(i)! } : block));
}

const charactersOf = (blocks: readonly RedlineBlock[], change: Change): number =>
  blocks.flatMap(cellRuns).reduce((sum, run) => sum + (run.change === change ? [...run.text].length : 0), 0);

/** Two versions of a letter compared as they are printed: paragraphs and rows first, then the words inside them. */
export function redline(before: LetterModel, after: LetterModel, revision: Revision): Redline {
  const stamp = readRevision(revision);
  assertPrintable(before, '');
  assertPrintable(after, '');
  const items = (model: LetterModel): Item[] => printedBlocks(model).map(itemOf);
  const blocks = withMoves(
    align(items(before), items(after)).map((pair) =>
      redlineBlock(
        'before' in pair ? pair.before.block : undefined,
        'after' in pair ? pair.after.block : undefined,
      ),
    ),
  );
  return {
    ...stamp,
    title: after.title ?? before.title,
    blocks,
    counts: { added: charactersOf(blocks, 'added'), removed: charactersOf(blocks, 'removed') },
  };
}
