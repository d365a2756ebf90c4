import { useEffect, useRef } from 'react';

const isTick = (target: HTMLElement): boolean => 'type' in target && target.type === 'checkbox';

/** Where somebody writes, letters are letters and not keys of the page; a box that is ticked takes none. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="combobox"]') !== null &&
  !isTick(target);

export type Press = Pick<KeyboardEvent, 'key' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

/** A letter that is a key of the page, small; null where it is written, composed, or a shortcut of the browser. */
export function letterOf(press: Press): string | null {
  const { key, isComposing, ctrlKey, metaKey, altKey, target } = press;
  if (isComposing || ctrlKey || metaKey || altKey || isWriting(target)) return null;
  return key.toLowerCase();
}

/** What stands open in front of the page has its own keys. */
const isCovered = (): boolean => document.querySelector('dialog[open], [role="dialog"]') !== null;

/** Keys of a page, each with what it does. Off inside fields, while Chinese is being composed, and behind an open form. */
export function useLetters(letters: Readonly<Record<string, (() => void) | undefined>>): void {
  const now = useRef(letters);
  // G begins a way to another page: the letter after it is not a key of this one.
  const afterG = useRef(false);
  useEffect(() => {
    now.current = letters;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const letter = letterOf(event);
      const act = letter !== null && !afterG.current ? now.current[letter] : undefined;
      afterG.current = letter === 'g';
      if (!act || isCovered()) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
