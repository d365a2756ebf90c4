import { useCallback, useEffect, useRef, useState } from 'react';
import { isWriting } from '../../shared/keys';

/** Neighbouring marks (a word out, another in) are one change. */
const startsOne = (mark: Element): boolean => {
  const before = mark.previousSibling;
  return !(before instanceof mark.ownerDocument.defaultView!.Element && /^(INS|DEL)$/.test(before.tagName));
};

/** Side by side a changed paragraph is one change; in one column each place is. */
function changesIn(page: Document | null): Element[] {
  const pairs = [...(page?.querySelectorAll('.pair-changed') ?? [])];
  const marks = [...(page?.querySelectorAll('article ins, article del') ?? [])];
  return pairs.length > 0 ? pairs : marks.filter((mark) => !mark.closest('header') && startsOne(mark));
}

/** Walks from change to change of a compared letter, by buttons and by the keys [ and ]. */
export function useChanges() {
  const frame = useRef<HTMLIFrameElement | null>(null);
  const changes = useRef<Element[]>([]);
  const at = useRef(-1);
  const [count, setCount] = useState(0);
  const show = useCallback((shown: HTMLIFrameElement): void => {
    frame.current = shown;
    changes.current = changesIn(shown.contentDocument);
    at.current = -1;
    setCount(changes.current.length);
  }, []);
  const go = useCallback((by: number): void => {
    const all = changes.current;
    if (all.length === 0) return;
    (all[at.current] as HTMLElement | undefined)?.style.removeProperty('outline');
    at.current = at.current < 0 && by < 0 ? all.length - 1 : (at.current + by + all.length) % all.length;
    const mark = all[at.current] as HTMLElement;
    mark.style.outline = '3px solid #d98200';
    const top = (frame.current?.getBoundingClientRect().top ?? 0) + mark.getBoundingClientRect().top;
    window.scrollBy({ top: top - window.innerHeight / 3, behavior: 'smooth' });
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target))
        return;
      if (event.key === '[') go(-1);
      if (event.key === ']') go(1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [go]);
  return { show, count, go };
}
