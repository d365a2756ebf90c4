import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { rowPage } from '../features/case/step-page';
import { CaseRow, RowHead } from '../features/todo/case-row';
import { Preview } from '../features/todo/preview';
import { useListKeys } from '../features/todo/use-list-keys';
import { meQuery, todoQuery } from '../shared/api/queries';
import type { TodoAnswer, TodoBox } from '../shared/api/types';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { useMedia } from '../shared/ui/use-media';

const route = getRouteApi('/shell/todo');
const boxes: readonly { readonly box: TodoBox; readonly words: string; readonly nothing: string }[] = [
  { box: 'todo', words: '待办', nothing: '没有等您办的，可以喝口茶了。' },
  { box: 'mine', words: '我经办', nothing: '还没有您经手的提案。' },
  { box: 'all', words: '全部', nothing: '还没有您单位的提案。' },
];

/** The worklist: what waits, the most urgent first. */
export function TodoPage() {
  const { box = 'todo' } = route.useSearch();
  const query = useQuery({ ...todoQuery(box), placeholderData: keepPreviousData });
  const { data: me } = useSuspenseQuery(meQuery);
  const current = boxes.find((each) => each.box === box) ?? boxes[0];
  const begin = me.actions.find((action) => action.command === 'proposal.register');
  const bring = me.actions.find((action) => action.command === 'import.create');
  usePageTitle(current?.words);
  const counts: Partial<Record<TodoBox, number>> = query.data?.counts ?? {};
  return (
    <>
      <div className="page-head">
        <h1>{current?.words}</h1>
        <nav className="boxes" aria-label="文件夹">
          {boxes.map((each) => (
            <Link
              key={each.box}
              to="/todo"
              search={each.box === 'todo' ? {} : { box: each.box }}
              aria-current={each.box === box ? 'page' : undefined}
              activeOptions={{ exact: true }}
            >
              {each.words} {counts[each.box] ?? ''}
            </Link>
          ))}
        </nav>
        <ExportButton list="/todo.xlsx" asked={{ box }} name={current?.words ?? '待办'} />
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
      <Answer query={query}>
        {(answer) =>
          answer.items.length === 0 ? (
            <div className="card">
              <Nothing words={current?.nothing ?? ''} />
            </div>
          ) : (
            <Worklist key={box} answer={answer} />
          )
        }
      </Answer>
    </>
  );
}

function Worklist({ answer: { items } }: { answer: TodoAnswer }) {
  const navigate = useNavigate();
  const wide = useMedia('(min-width: 1200px)');
  const [chosen, setChosen] = useState(items[0]?.proposalId);
  const at = Math.max(
    0,
    items.findIndex((item) => item.proposalId === chosen),
  );
  const id = items[at]?.proposalId;
  const shown = useSettled(id);
  const move = useCallback(
    (to: number) => {
      const next = items[to]?.proposalId;
      setChosen(next);
      document.querySelector(`[data-id="${next}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    [items],
  );
  const open = useCallback(() => {
    const item = items[at];
    if (item) void navigate(rowPage(item));
  }, [at, items, navigate]);
  useListKeys(items.length, at, move, open);
  return (
    <div className="todo">
      <div className="card">
        <RowHead />
        <ul className="rows">
          {items.map((item) => (
            <CaseRow
              key={item.proposalId}
              row={item}
              selected={wide && item.proposalId === id}
              onSelect={() => setChosen(item.proposalId)}
            />
          ))}
        </ul>
      </div>
      {wide && shown && <Preview id={shown} />}
    </div>
  );
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
