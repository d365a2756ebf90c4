import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { caseQuery, proposalsQuery } from '../../shared/api/queries';
import { Dialog } from '../../shared/ui/dialog';
import { casesOf, type Entry, entriesOf, type Place } from './entries';

/** The case on the screen, whichever of its pages is open. */
const openCase = (pathname: string): string | undefined =>
  /^\/proposals\/([0-9a-f-]{36})/.exec(pathname)?.[1];

/** The words once the typing rests. */
function useRested(words: string): string {
  const [rested, setRested] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), 150);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
}

function useEntries(asked: string, places: readonly Place[]): Entry[] {
  const client = useQueryClient();
  const id = useRouterState({ select: ({ location }) => openCase(location.pathname) });
  const rested = useRested(asked);
  const { data } = useQuery({
    ...proposalsQuery({ q: rested || undefined }),
    enabled: rested !== '',
    placeholderData: keepPreviousData,
  });
  const file = id === undefined ? undefined : client.getQueryData(caseQuery(id).queryKey);
  return [...entriesOf(asked, places, file?.nextActions ?? [], id), ...(rested === '' ? [] : casesOf(data))];
}

/** Ctrl K: to a case by number or title, to a page, to what can be done in the open case. */
export function Palette({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const list = useId();
  const entries = useEntries(asked.trim(), places);
  const chosen = Math.min(at, entries.length - 1);
  const go = (entry: Entry | undefined): void => {
    if (!entry) return;
    onClose();
    void navigate(entry.target as never);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setAt((chosen + by + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') go(entries[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="前往或办理" onClose={onClose}>
      <input
        className="palette-asked"
        role="combobox"
        aria-label="提案号、案由、页面或办理事项"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={entries[chosen] ? `${list}-${chosen}` : undefined}
        placeholder="提案号、案由、页面或办理事项"
        autoComplete="off"
        autoFocus
        value={asked}
        onChange={(event) => {
          setAsked(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul className="palette-list" role="listbox" id={list} aria-label="找到的">
        {entries.map((entry, i) => (
          <li
            key={entry.key}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === chosen}
            onClick={() => go(entry)}
          >
            <span className="quiet">{entry.kind}</span> {entry.words}{' '}
            {entry.more && <span className="quiet">{entry.more}</span>}
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="quiet pad">没有找到。换几个字，或输入提案号试试。</p>}
    </Dialog>
  );
}
