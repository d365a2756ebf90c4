import { useEffect } from 'react';
import { isWriting } from '../../shared/keys';

/** Where a control of the page has the focus, Enter is its own. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, summary') !== null;

type Press = Pick<KeyboardEvent, 'key' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

/** Where a key leads in a list of `count` that stands `at` one of them: to another place, into the case, or nowhere. */
export function keyLeads(press: Press, count: number, at: number): number | 'open' | null {
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey || isWriting(press.target))
    return null;
  const key = press.key.toLowerCase();
  if (key === 'j' && at < count - 1) return at + 1;
  if (key === 'k' && at > 0) return at - 1;
  return key === 'enter' && count > 0 && !isControl(press.target) ? 'open' : null;
}

/** J and K go down and up a list, Enter opens. Silent inside fields and while Chinese is being composed. */
export function useListKeys(count: number, at: number, move: (at: number) => void, open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const to = keyLeads(event, count, at);
      if (to === null) return;
      if (to === 'open') open();
      else move(to);
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [count, at, move, open]);
}
