import type { SectionText } from './pieces';

/** What somebody has written into a section and the server does not have yet. */
export interface LocalCopy {
  /** The version and the text writing began with. */
  readonly version: number;
  readonly base: SectionText;
  readonly mine: SectionText;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Kept for the person, not for the tab: it outlives a crash of the tab and an expired session, and nobody else is shown it. */
const keyOf = (personId: string, sectionId: string): string => `fuhan:section:${personId}:${sectionId}`;

/** A browser whose store is full or closed to us must not stop the writing: the server has its copy every two seconds. */
function trying<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

const sound = (copy: LocalCopy | null): LocalCopy | null =>
  copy && typeof copy.version === 'number' && Array.isArray(copy.mine?.pieces) && copy.base ? copy : null;

export interface LocalCopies {
  read(): LocalCopy | null;
  keep(copy: LocalCopy): void;
  forget(): void;
}

/** The place in this browser for one person's unsaved words of one section. A damaged note counts as none. */
export function localCopies(
  personId: string,
  sectionId: string,
  store: () => Store = () => localStorage,
): LocalCopies {
  const key = keyOf(personId, sectionId);
  return {
    read: () => trying(() => sound(JSON.parse(store().getItem(key) ?? 'null') as LocalCopy | null), null),
    keep: (copy) => trying(() => store().setItem(key, JSON.stringify(copy)), undefined),
    forget: () => trying(() => store().removeItem(key), undefined),
  };
}
