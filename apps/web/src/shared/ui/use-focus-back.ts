import { useEffect, useLayoutEffect, useRef } from 'react';

/** Longer than anything takes to close. */
const CLOSED_MS = 400;

/**
 * Remembers what had the focus when something opened in front of the page.
 *
 * @returns what is told when it has opened or closed: after closing the focus goes back, where its place is still there
 */
export function useFocusBack(open: boolean): (nowOpen: boolean) => void {
  const opener = useRef<HTMLElement | null>(null);
  // Before the window that opens takes the focus for itself.
  useLayoutEffect(() => {
    if (open && document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
  }, [open]);
  // What is closed again before it has opened wholly does not say that it closed.
  useEffect(() => {
    if (open) return;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body && opener.current?.isConnected) opener.current.focus();
    }, CLOSED_MS);
    return () => clearTimeout(timer);
  }, [open]);
  return (nowOpen) => {
    if (!nowOpen && opener.current?.isConnected) opener.current.focus();
  };
}
