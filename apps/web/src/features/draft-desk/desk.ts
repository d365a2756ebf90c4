import type { Editor } from '@tiptap/core';
import { createContext, useContext } from 'react';

/** What the parts of a draft desk share. */
export interface Desk {
  readonly draftId: string;
  readonly personId: string;
  /** The section the cursor was in last. */
  readonly active: string | undefined;
  setActive(sectionId: string): void;
  keepEditor(sectionId: string, editor: Editor | null): void;
  editorOf(sectionId: string): Editor | undefined;
  /** How a section saves what is typed at once; says whether the server then has it all. */
  keepSaver(sectionId: string, save: (() => Promise<boolean>) | null): void;
  /** Saves every section. @returns whether the server has all that was typed */
  saveAll(): Promise<boolean>;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a part of the draft desk stands outside of it');
  return desk;
}
