import { useEffect, useRef } from 'react';
import { isWriting } from '../../shared/keys';

/** Where G and then a letter leads. */
export const ways = {
  t: { to: '/todo', words: '待办' },
  p: { to: '/proposals', words: '提案台账' },
  s: { to: '/search', words: '全文检索' },
  l: { to: '/letters', words: '文书工作台' },
  d: { to: '/supervise', words: '督办' },
  c: { to: '/calendar', words: '到期日历' },
  r: { to: '/registers', words: '登记簿' },
  n: { to: '/notices', words: '通知' },
} as const;
export type Way = (typeof ways)[keyof typeof ways];

type Press = Pick<KeyboardEvent, 'key' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

/** What a key asks for; `afterG`: G was pressed just before. */
export function keyAsks(press: Press, afterG: boolean): 'palette' | 'help' | 'work' | 'g' | Way | null {
  if (press.isComposing || press.altKey) return null;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) return key === 'k' ? 'palette' : null;
  if (isWriting(press.target)) return null;
  if (press.key === '?') return 'help';
  if (afterG) return Object.entries(ways).find(([letter]) => letter === key)?.[1] ?? null;
  if (key === 'f') return 'work';
  return key === 'g' ? 'g' : null;
}

/** Where one writes or presses on a page: a section's text, else the first field of the form that stands open, else what can be chosen. */
const working = [
  '.desk-sections [contenteditable="true"]',
  'form.form :is(input, textarea, select, button[type="submit"]):not(:disabled)',
  '.board input:not(:disabled)',
];

/** Goes to where the work of this page is done, as a click into it would. */
export function goToWork(): void {
  const main = document.querySelector('main');
  const [place] = working.flatMap((each) => main?.querySelector<HTMLElement>(each) ?? []);
  place?.focus();
  place?.scrollIntoView({ block: 'center' });
}

/** Listens on every page of the house. */
export function useHouseKeys(on: (asked: 'palette' | 'help' | 'work' | Way) => void): void {
  const afterG = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const asked = keyAsks(event, afterG.current);
      afterG.current = asked === 'g';
      if (asked === null || asked === 'g') return;
      event.preventDefault();
      on(asked);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on]);
}
