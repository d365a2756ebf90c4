import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asProblem } from './api/problem';

/** One thing of several to be done. */
export interface Job {
  readonly key: string;
  /** What a person calls it. */
  readonly words: string;
  /** What it came to, in words: the number that was given. */
  run(): Promise<string>;
}
export interface Outcome extends Pick<Job, 'key' | 'words'> {
  readonly ok: boolean;
  readonly detail: string;
}
export interface Progress {
  readonly total: number;
  readonly outcomes: readonly Outcome[];
}

async function outcomeOf({ key, words, run }: Job): Promise<Outcome> {
  try {
    return { key, words, ok: true, detail: await run() };
  } catch (error) {
    return { key, words, ok: false, detail: asProblem(error).detail };
  }
}

/** Does the jobs one after the other, in their order; one that fails stops no other. */
export async function runAll(
  jobs: readonly Job[],
  tell: (outcomes: readonly Outcome[]) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const job of jobs) {
    outcomes.push(await outcomeOf(job));
    tell([...outcomes]);
  }
  return outcomes;
}

/** A batch of the page: runs once at a time, and has the page look again when it is through. */
export function useBatch() {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef(false);
  const run = async (jobs: readonly Job[]): Promise<void> => {
    if (running.current || jobs.length === 0) return;
    running.current = true;
    setProgress({ total: jobs.length, outcomes: [] });
    await runAll(jobs, (outcomes) => setProgress({ total: jobs.length, outcomes }));
    running.current = false;
    await client.invalidateQueries();
  };
  return {
    progress,
    run,
    busy: progress !== null && progress.outcomes.length < progress.total,
    forget: () => setProgress(null),
  };
}
