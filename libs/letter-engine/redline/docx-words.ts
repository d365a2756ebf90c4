import type { DocxChange, DocxRun } from '../render/docx-paragraph';
import { type ChangedPiece, diffPieces, type Piece } from './piece-diff';
import type { Revision } from './revision';

/** Writes revisions with numbers of their own, as Word asks. */
export class Reviser {
  private last = 0;

  constructor(private readonly revision: Revision) {}

  make(tag: 'ins' | 'del'): DocxChange {
    this.last += 1;
    return { tag, gone: tag === 'del', id: this.last, ...this.revision };
  }
}

/** Cells of one table differ in size by its width alone: no change of words. */
export type Forms = 'with size' | 'without size';

const piecesOf = (runs: readonly DocxRun[], forms: Forms): Piece[] =>
  runs.map(({ text, lineBreak, tab, bold, hei, size }) => ({
    text: (lineBreak ? '\n' : '') + (tab ? '\t' : '') + text,
    form: JSON.stringify({ bold, hei, ...(forms === 'with size' ? { size } : {}) }),
  }));

/** A piece as runs: a break or a tab begins one. */
function runsOf({ text, form, change }: ChangedPiece, size: number | undefined, reviser: Reviser): DocxRun[] {
  const { ...look } = JSON.parse(form) as Pick<DocxRun, 'bold' | 'hei' | 'size'>;
  return text
    .split(/(?=[\n\t])/)
    .filter((part) => part !== '')
    .map((part) => ({
      ...(size === undefined ? {} : { size }),
      ...look,
      text: part.replace(/^[\n\t]/, ''),
      ...(part.startsWith('\n') ? { lineBreak: true } : {}),
      ...(part.startsWith('\t') ? { tab: true } : {}),
      ...(change === 'same' ? {} : { change: reviser.make(change === 'added' ? 'ins' : 'del') }),
    }));
}

/** The runs of two versions of a paragraph as one, with what came and went marked. */
export function revisedRuns(
  before: readonly DocxRun[],
  after: readonly DocxRun[],
  reviser: Reviser,
  forms: Forms = 'with size',
): DocxRun[] {
  const size = forms === 'with size' ? undefined : (after[0] ?? before[0])?.size;
  return diffPieces(piecesOf(before, forms), piecesOf(after, forms)).flatMap((piece) =>
    runsOf(piece, size, reviser),
  );
}

/** The words of runs, breaks and tabs included. */
export const runsText = (runs: readonly DocxRun[]): string =>
  piecesOf(runs, 'without size')
    .map(({ text }) => text)
    .join('');
