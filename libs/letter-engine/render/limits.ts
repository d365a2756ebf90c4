import { FuhanError } from '@fuhan/kernel';
import { TEXT_HEIGHT, TEXT_WIDTH } from './page-measures';
import { blockText, type PrintedBlock } from './printed-block';
import { tableLayout } from './table-columns';
import { widthIn } from './text-width';

/** A letter beyond this is a report; its body belongs into attachments sent apart. */
export const MAX_PAGES = 40;
/** More, and no text would stand on the first page. */
const MAX_TITLE_LINES = 12;
/** The closest that lines are ever set, and the least height of a table's row. Points. */
const LEAST_PITCH = 28.5;
const LEAST_ROW = 17;
/** The narrowest letters (i, l) take a quarter of a character. */
const NARROWEST = 0.25;

const leastWidth = (text: string, size: number): number => widthIn(text, NARROWEST, 0.97) * size;

function leastHeight(block: PrintedBlock): number {
  if (block.kind !== 'table')
    return Math.max(1, Math.floor(leastWidth(block.text, 16) / TEXT_WIDTH)) * LEAST_PITCH;
  const { size } = tableLayout(block);
  const area = leastWidth(blockText(block).replace(/\s/g, ''), size) * size * 1.4;
  return Math.max(block.rows.length * LEAST_ROW, area / TEXT_WIDTH);
}

/**
 * Refuses what cannot be a letter before any time is spent on laying it out: a title that leaves the first page no text, and
 * text that fills more than `MAX_PAGES` pages however closely it is set.
 */
export function assertOfLetterSize(blocks: readonly PrintedBlock[]): void {
  const title = blocks.find((b) => b.kind === 'title');
  if (title?.kind === 'title' && title.lines.length > MAX_TITLE_LINES)
    throw new FuhanError('letter.title-too-long', { characters: [...title.text].length });
  const running = blocks.filter((b) => !('lines' in b));
  const pages = Math.ceil(running.reduce((sum, b) => sum + leastHeight(b), 0) / TEXT_HEIGHT);
  if (pages > MAX_PAGES)
    throw new FuhanError('letter.too-many-pages', { pages: `约 ${pages}`, limit: MAX_PAGES });
}

/** The same for the letter as it was laid out. */
export function assertPages(pages: number): void {
  if (pages > MAX_PAGES) throw new FuhanError('letter.too-many-pages', { pages, limit: MAX_PAGES });
}
