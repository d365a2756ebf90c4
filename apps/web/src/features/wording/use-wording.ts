import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { api, postCommand } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { letterWordingQuery } from '../../shared/api/queries';
import type { LetterWording, WordingChange } from '../../shared/api/types';
import { changedIn, type Edits, editsTo, type Piece, withComing } from './edits';

/** What somebody else saved while one was typing. */
export interface Meanwhile {
  readonly version: number;
  readonly changes: readonly WordingChange[];
}

async function changesBetween(from: number, to: number): Promise<readonly WordingChange[]> {
  const { data } = await api.GET('/letter-wording/changes', { params: { query: { from, to } } });
  return data?.changes ?? [];
}

/** What is typed, and the version typing began on: the page may be told of a newer one, what is typed still belongs to that. */
function useTyping(newest: LetterWording) {
  const [begunOn, setBegunOn] = useState<LetterWording | null>(null);
  const [edits, setEdits] = useState<Edits>({});
  const [coming, setComing] = useState<readonly WordingChange[]>([]);
  const [reason, setReason] = useState('');
  const wording = begunOn ?? newest;
  const pieces: readonly Piece[] = withComing(wording.pieces, coming);
  const begin = (next: Edits): void => {
    setBegunOn(wording);
    setEdits(next);
  };
  return {
    ...{ wording, pieces, edits, reason, setReason },
    changed: changedIn(pieces, edits),
    stepOnto: setBegunOn,
    write: (piece: string, template: string | null) => begin({ ...edits, [piece]: template }),
    forget: (piece: string) =>
      begin(Object.fromEntries(Object.entries(edits).filter(([key]) => key !== piece))),
    goBack: (changes: readonly WordingChange[], why: string) => {
      setComing(changes);
      setReason(why);
      begin(editsTo(changes));
    },
    forgetAll: () => {
      setBegunOn(null);
      setEdits({});
      setComing([]);
      setReason('');
    },
  };
}

/** Typing, and saving what was typed as a version more. */
export function useWording(newest: LetterWording) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { stepOnto, forgetAll, ...typing } = useTyping(newest);
  const [problem, setProblem] = useState<string | null>(null);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const [busy, setBusy] = useState(false);
  const { wording, changed, reason } = typing;
  const reset = (): void => {
    forgetAll();
    setProblem(null);
    setMeanwhile(null);
  };
  /** Somebody else was first: what they changed is shown, what is typed stays and is then sent upon theirs. */
  const stepOn = async (): Promise<void> => {
    const now = await client.fetchQuery({ ...letterWordingQuery, staleTime: 0 });
    setMeanwhile({ version: now.version, changes: await changesBetween(wording.version, now.version) });
    stepOnto(now);
  };
  const save = async (href: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await postCommand(href, { version: wording.version, edits: changed, reason });
      await client.invalidateQueries({ queryKey: letterWordingQuery.queryKey });
      reset();
      void message.success('已保存为新版本，今后起草的函都用新的写法。');
    } catch (error) {
      const { code, detail } = asProblem(error);
      if (code === 'version.moved-on') await stepOn();
      else setProblem(detail);
    } finally {
      setBusy(false);
    }
  };
  return { ...typing, problem, meanwhile, busy, reset, save };
}

export type WordingDesk = ReturnType<typeof useWording>;
