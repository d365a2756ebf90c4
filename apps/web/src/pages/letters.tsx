import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { boardBoxes } from '../app/search';
import { type BoardBox, boxNames, jobsOf, mayMove, rowKey } from '../features/letters/board';
import { BoardBar } from '../features/letters/board-bar';
import { BoardList } from '../features/letters/board-list';
import { letterBoardQuery } from '../shared/api/review-queries';
import type { LetterBoard } from '../shared/api/types';
import { useBatch } from '../shared/batch';
import { BatchReport } from '../shared/ui/batch-report';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/letters');

/** 文书工作台: signed texts get their number, letters their seal and their way, cases their package. */
export function LettersPage() {
  usePageTitle('文书工作台');
  const { box } = route.useSearch();
  const query = useQuery(letterBoardQuery);
  return (
    <>
      <div className="page-head">
        <h1>文书工作台</h1>
        <Link to="/registers">登记簿</Link>
        <ExportButton list="/letters.xlsx" name="文书工作台" />
      </div>
      <Answer query={query}>{(board) => <Board board={board} box={box ?? firstWaiting(board)} />}</Answer>
    </>
  );
}

/** The first box in which something waits. */
const firstWaiting = ({ rows }: LetterBoard): BoardBox =>
  boardBoxes.find((box) => rows.some((row) => row.box === box)) ?? 'number';

function Board({ board, box }: { board: LetterBoard; box: BoardBox }) {
  const batch = useBatch();
  return (
    <>
      <nav className="boxes board-boxes" aria-label="环节">
        {boardBoxes.map((each) => (
          <Link
            key={each}
            to="/letters"
            search={{ box: each }}
            aria-current={each === box ? 'page' : undefined}
          >
            {boxNames[each].words} {board.rows.filter((row) => row.box === each).length}
          </Link>
        ))}
      </nav>
      {batch.progress && <BatchReport progress={batch.progress} onClose={batch.forget} />}
      <Box key={box} board={board} box={box} batch={batch} />
    </>
  );
}

interface BoxProps {
  readonly board: LetterBoard;
  readonly box: BoardBox;
  readonly batch: ReturnType<typeof useBatch>;
}

function Box({ board, box, batch }: BoxProps) {
  const rows = board.rows.filter((row) => row.box === box);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What has moved on meanwhile is no longer chosen.
  const moving = rows.filter((row) => mayMove(row) && chosen.has(rowKey(row)));
  if (rows.length === 0)
    return (
      <div className="card">
        <Nothing words={boxNames[box].nothing} />
      </div>
    );
  return (
    <section className="card pad" aria-label={boxNames[box].words}>
      <BoardBar
        box={box}
        rows={moving}
        today={board.today}
        busy={batch.busy}
        onRun={(filled) => void batch.run(jobsOf(moving, filled))}
      />
      <BoardList rows={rows} chosen={chosen} disabled={batch.busy} onChoose={setChosen} />
    </section>
  );
}
