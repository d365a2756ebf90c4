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
