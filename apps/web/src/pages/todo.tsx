import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { rowPage } from '../features/case/step-page';
import { Boxes, nothingIn } from '../features/todo/boxes';
import { CaseRow, RowHead } from '../features/todo/case-row';
import { Preview } from '../features/todo/preview';
import { useListKeys } from '../features/todo/use-list-keys';
import { meQuery, todoQuery } from '../shared/api/queries';
import type { TodoAnswer, TodoItem } from '../shared/api/types';
import { todoBoxes } from '../shared/api/words';
import { useBatch } from '../shared/batch';
import { useLetters } from '../shared/keys';
import { BatchReport } from '../shared/ui/batch-report';
import { ChooseList, toggled } from '../shared/ui/choose-list';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { useMedia } from '../shared/ui/use-media';

const route = getRouteApi('/shell/todo');
/** Loaded once rows are chosen: the forms it may open are no part of the first look at the list. */
const BatchPart = lazy(() =>
  import('../features/todo/batch-part').then(({ BatchPart: part }) => ({ default: part })),
);

/** The worklist: what waits, the most urgent first. */
export function TodoPage() {
  const { box = 'todo' } = route.useSearch();
  const query = useQuery({ ...todoQuery(box), placeholderData: keepPreviousData });
  const { data: me } = useSuspenseQuery(meQuery);
  const batch = useBatch();
  const begin = me.actions.find((action) => action.command === 'proposal.register');
  const bring = me.actions.find((action) => action.command === 'import.create');
  usePageTitle(todoBoxes[box]);
  return (
    <>
      <div className="page-head">
        <h1>{todoBoxes[box]}</h1>
        <ExportButton list="/todo.xlsx" asked={{ box }} name={todoBoxes[box]} />
        {bring && (
          <Link to="/proposals/import" className="as-button">
            {bring.label}
          </Link>
        )}
        {begin && (
          <Link to="/proposals/new" className="as-button as-primary">
            {begin.label}
          </Link>
        )}
      </div>
      <Boxes box={box} counts={query.data?.counts} />
      {batch.progress && <BatchReport progress={batch.progress} onClose={batch.forget} />}
      <Answer query={query}>
        {(answer) =>
          answer.items.length === 0 ? (
            <div className="card">
              <Nothing words={nothingIn[box]} />
            </div>
          ) : (
            <Worklist key={box} answer={answer} batch={batch} />
          )
        }
      </Answer>
    </>
  );
}

interface WorklistProps {
  readonly answer: TodoAnswer;
  readonly batch: ReturnType<typeof useBatch>;
}

function Worklist({ answer: { items }, batch }: WorklistProps) {
  const wide = useMedia('(min-width: 1200px)');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { id, select } = useSelected(items, (key) => setChosen((keys) => toggled(keys, key)));
  const shown = useSettled(id);
  // What has left the box meanwhile is no longer chosen.
  const ready = items.filter(({ proposalId }) => chosen.has(proposalId));
  const clear = useCallback(() => setChosen(new Set()), []);
  return (
    <div className="todo">
      <div className="card">
        {ready.length > 0 && (
          <Suspense fallback={<p className="batch-bar">已选 {ready.length} 件</p>}>
            <BatchPart chosen={ready} batch={batch} onClear={clear} />
          </Suspense>
        )}
        <RowHead choose />
        <ChooseList
          groups={[{ key: 'all', rows: items }]}
          keyOf={(item) => item.proposalId}
          nameOf={(item) => `第 ${item.number} 号`}
          mayChoose={() => true}
          counter="件"
          chosen={chosen}
          disabled={batch.busy}
          onChoose={setChosen}
          className="rows choosing"
        >
          {(item, box) => (
            <CaseRow
              key={item.proposalId}
              row={item}
              box={box}
              selected={wide && item.proposalId === id}
              onSelect={() => select(item.proposalId)}
            />
          )}
        </ChooseList>
      </div>
      {wide && shown && <Preview id={shown} />}
    </div>
  );
}

/** The row the keys stand at: J and K lead on, X chooses it, Enter opens it. */
function useSelected(items: readonly TodoItem[], choose: (id: string) => void) {
  const navigate = useNavigate();
  const [selected, setSelected] = useState(items[0]?.proposalId);
  const at = Math.max(
    0,
    items.findIndex((item) => item.proposalId === selected),
  );
  const id = items[at]?.proposalId;
  const move = useCallback(
    (to: number) => {
      const next = items[to]?.proposalId;
      setSelected(next);
      document.querySelector(`[data-id="${next}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    [items],
  );
  const open = useCallback(() => {
    const item = items[at];
    if (item) void navigate(rowPage(item));
  }, [at, items, navigate]);
  useListKeys(items.length, at, move, open);
  useLetters({ x: () => id !== undefined && choose(id) });
  return { id, select: setSelected };
}

/** The value once it has rested a moment: a held J key must not ask for every case it passes. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 120);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
