import { useEffect } from 'react';

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="combobox"]') !== null;

/** Where a control of the page has the focus, Enter is its own. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, summary') !== null;

/** J and K go down and up a list, Enter opens. Silent inside fields and while Chinese is being composed. */
export function useListKeys(count: number, at: number, move: (at: number) => void, open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target))
        return;
      const key = event.key.toLowerCase();
      if (key === 'j' && at < count - 1) move(at + 1);
      else if (key === 'k' && at > 0) move(at - 1);
      else if (key === 'enter' && count > 0 && !isControl(event.target)) open();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [count, at, move, open]);
}
