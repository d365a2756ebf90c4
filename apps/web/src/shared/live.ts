import { useSyncExternalStore } from 'react';

// What the stream of news has told this page: whether it flows, and when a case was last changed by somebody else.
let flows = false;
const changed = new Map<string, number>();
const listeners = new Set<() => void>();

function told(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether news arrive by themselves. */
export const isLive = (): boolean => flows;

export function setLive(value: boolean): void {
  flows = value;
}

/** Somebody else has changed a case just now. */
export function noteChange(id: string, at = Date.now()): void {
  changed.set(id, at);
  told();
}

/** When somebody else last changed a case, as far as this page was told; 0: never. */
export const useChangedAt = (id: string): number =>
  useSyncExternalStore(
    subscribe,
    () => changed.get(id) ?? 0,
    () => changed.get(id) ?? 0,
  );
