import { useSyncExternalStore } from 'react';

const KEY = 'fuhan large type';
const listeners = new Set<() => void>();

/** A browser that keeps nothing (a private window, storage that is full) still shows large type until it is closed. */
let large = ((): boolean => {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
})();

const apply = (): void => {
  if (typeof document === 'undefined') return;
  document.documentElement.dataset.type = large ? 'large' : 'usual';
};

/** 大字模式, kept by this browser: the one thing a device knows of the eyes in front of it. */
export function setLargeType(on: boolean): void {
  large = on;
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Kept for this page alone.
  }
  apply();
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export const isLargeType = (): boolean => large;

/** Whether letters are large; the page is drawn anew when that changes. */
export const useLargeType = (): boolean => useSyncExternalStore(subscribe, isLargeType, () => false);

apply();
