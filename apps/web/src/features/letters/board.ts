import { postCommand } from '../../shared/api/client';
import type { LetterBoard } from '../../shared/api/types';
import type { Job } from '../../shared/batch';
import { saveAs } from '../../shared/save-as';

export type BoardRow = LetterBoard['rows'][number];
export type BoardBox = BoardRow['box'];

export const boxNames: Readonly<Record<BoardBox, { readonly words: string; readonly nothing: string }>> = {
  number: { words: '待编号', nothing: '没有等编号的。签发之后会出现在这里。' },
  seal: { words: '待用印', nothing: '没有等用印的。编号之后会出现在这里。' },
  deliver: { words: '待送达', nothing: '没有等送达的。登记用印之后会出现在这里。' },
  archive: { words: '待归档', nothing: '没有等归档的。送达之后会出现在这里。' },
};

/** One key for each row on the board: a signed text has no letter yet. */
export const rowKey = ({ letterId, proposalId, box }: BoardRow): string => letterId ?? `${proposalId} ${box}`;

/** What can be done with it now. */
export const mayMove = ({ step, archive }: BoardRow): boolean =>
  archive !== null || (step !== null && step.blockedBy === null);

/** What the clerk writes once for all that are chosen. */
export interface Filled {
  readonly date: string;
  /** Empty: each unit's own. */
  readonly seal: string;
  readonly copies: number;
}

const bodyOf = (row: BoardRow, { date, seal, copies }: Filled): object => {
  if (row.box === 'number') return { date };
  if (row.box === 'seal') return { seal: seal.trim() || row.seal, copies, note: null, scanFileId: null };
  return {};
};

const doneWords: Readonly<Record<BoardBox, string>> = {
  number: '已编号定稿',
  seal: '已登记用印',
  deliver: '已送达',
  archive: '归档包已生成，请在下载里查看',
};

async function move(row: BoardRow, filled: Filled): Promise<string> {
  if (row.archive) {
    await saveAs(row.archive, `归档-第${row.number}号.zip`);
    return doneWords.archive;
  }
  const result = await postCommand(row.step?.href ?? '', bodyOf(row, filled));
  const { documentNumber } = result;
  return typeof documentNumber === 'string' ? documentNumber : doneWords[row.box];
}

/** The chosen rows in the order of the board, each as one thing to do. */
export const jobsOf = (rows: readonly BoardRow[], filled: Filled): Job[] =>
  rows.map((row) => ({
    key: rowKey(row),
    words: row.documentNumber ?? `第 ${row.number} 号`,
    run: () => move(row, filled),
  }));
