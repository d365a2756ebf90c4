import type { Values } from './values';

/** What somebody has typed and not yet sent. */
export interface Typed {
  /** What the form was filled with when typing began. */
  readonly base: string;
  readonly values: Values;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const prefix = 'fuhan:typed:';

const secret = (values: Values): boolean => 'password' in values;

/** The browser's place may be full, or closed to us, so that even its name throws: work must go on all the same. */
function trying<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

const noted = (note: Typed | null): Typed | null =>
  note && typeof note.base === 'string' && note.values && typeof note.values === 'object' ? note : null;

/** What was typed into the form of this button before, or null. A damaged note counts as none. */
export const typedFor = (key: string, store?: Store): Typed | null =>
  trying(() => noted(JSON.parse((store ?? sessionStorage).getItem(prefix + key) ?? 'null')), null);

/** Keeps what was typed, so that a reload or an expired session loses nothing. Passwords are not kept. */
export function keepTyped(key: string, typed: Typed, store?: Store): void {
  if (secret(typed.values)) return;
  trying(() => (store ?? sessionStorage).setItem(prefix + key, JSON.stringify(typed)), undefined);
}

/** Forgets it: it was sent, or thrown away. */
export const forgetTyped = (key: string, store?: Store): void =>
  trying(() => (store ?? sessionStorage).removeItem(prefix + key), undefined);

/** Forgets everything when a person leaves: the next one at this desk must not read it. */
export const forgetAll = (store?: Storage): void =>
  trying(() => {
    const kept = store ?? sessionStorage;
    for (const key of Object.keys(kept)) if (key.startsWith(prefix)) kept.removeItem(key);
  }, undefined);
