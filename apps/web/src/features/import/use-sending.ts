import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { postCommand } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';

/** Sends what is done to a list, one at a time, and has the page look again. */
export function useSending() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** True when it was done. */
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(asProblem(error).detail);
      return false;
    } finally {
      await client.invalidateQueries();
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    run,
    send: (href: string, body: unknown): Promise<boolean> => run(() => postCommand(href, body)),
  };
}
