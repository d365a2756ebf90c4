import { useEffect, useRef, useState } from 'react';
import { api } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import type { WordingPreview } from '../../shared/api/types';

export type Paper = 'plenary' | 'npc_suggestion';

interface Asked {
  readonly version: number;
  readonly piece: string;
  readonly edits: readonly { piece: string; template: string | null }[];
  readonly paper: Paper;
}

/** A pause in typing that is no pause to who types. */
const PAUSE_MS = 200;

/** The sample letter in the words as they are typed; while one is drawn the last one stays. */
export function usePreview(asked: Asked): WordingPreview & { readonly drawing: boolean } {
  const [answer, setAnswer] = useState<WordingPreview>({ html: null, problem: null });
  const [drawn, setDrawn] = useState('');
  const question = JSON.stringify(asked);
  const last = useRef(question);
  useEffect(() => {
    last.current = question;
    const timer = setTimeout(() => {
      void ask(JSON.parse(question) as Asked).then((found) => {
        if (last.current !== question) return;
        setAnswer((before) => ({ html: found.html ?? before.html, problem: found.problem }));
        setDrawn(question);
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [question]);
  return { ...answer, drawing: drawn !== question };
}

async function ask(asked: Asked): Promise<WordingPreview> {
  try {
    const { data } = await api.POST('/letter-wording/preview', {
      body: { ...asked, edits: [...asked.edits] },
    });
    return data ?? { html: null, problem: null };
  } catch (error) {
    const { code, detail } = asProblem(error);
    // That somebody saved meanwhile is said, with what they changed, when one saves.
    return { html: null, problem: code === 'version.moved-on' ? null : detail };
  }
}
