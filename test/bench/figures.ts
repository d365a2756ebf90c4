import { performance } from 'node:perf_hooks';

/** The middle one of several values. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Prints one figure. */
export const report = (what: string, value: number, unit: string): void =>
  void process.stdout.write(`figure: ${what} = ${value.toFixed(value < 10 ? 2 : 1)} ${unit}\n`);
