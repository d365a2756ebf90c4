/**
 * Runs `work` one at a time. Whoever asks while it runs shares the run that begins next, so that a hundred who ask at once cost two runs;
 * each run begins after its askers have asked.
 */
export function sharedRun<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | null = null;
  let next: Promise<T> | null = null;
  return () => {
    next ??= (running ?? Promise.resolve()).then(() => {
      const run = work();
      next = null;
      running = run.then(
        () => undefined,
        () => undefined,
      );
      return run;
    });
    return next;
  };
}

/**
 * As `sharedRun` (`all`), with a second way to ask: of those who ask by `first` only the first waits for each run and hears of
 * its failure. The others leave at once: a run that begins after they asked is in the hands of one who answers for it.
 */
export function answeredRun<T>(work: () => Promise<T>): {
  readonly all: () => Promise<T>;
  readonly first: () => Promise<void>;
} {
  let answered = false;
  const all = sharedRun(() => {
    answered = false;
    return work();
  });
  const first = async (): Promise<void> => {
    if (answered) return;
    answered = true;
    await all();
  };
  return { all, first };
}
