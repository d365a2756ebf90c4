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

/** What was typed into the form of this button before, or null. A damaged note counts as none. */
export function typedFor(key: string, store: Store = sessionStorage): Typed | null {
  try {
    const note = JSON.parse(store.getItem(prefix + key) ?? 'null') as Typed | null;
    return note && typeof note.base === 'string' && typeof note.values === 'object' ? note : null;
  } catch {
    return null;
  }
}

/** Keeps what was typed, so that a reload or an expired session loses nothing. Passwords are not kept. */
export function keepTyped(key: string, typed: Typed, store: Store = sessionStorage): void {
  if (secret(typed.values)) return;
  try {
    store.setItem(prefix + key, JSON.stringify(typed));
  } catch {
    // The browser's place is full or closed to us: typing must go on all the same.
  }
}

/** Forgets it: it was sent, or thrown away. */
export const forgetTyped = (key: string, store: Store = sessionStorage): void =>
  store.removeItem(prefix + key);

/** Forgets everything when a person leaves: the next one at this desk must not read it. */
export function forgetAll(store: Storage = sessionStorage): void {
  for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key);
}
