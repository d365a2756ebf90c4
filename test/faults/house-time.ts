import { resolve } from 'node:path';
import { type DateString, shanghaiDate } from '@fuhan/kernel';

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits until something holds. @returns whether it did within the time */
export async function holds(what: () => Promise<boolean> | boolean, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(100)) {
    if (await what()) return true;
  }
  return what();
}

/** The time of a run: the same in every process, and so many times as fast as the machine's. */
export class HouseTime {
  private readonly since = Date.now();

  constructor(
    private readonly start: Date,
    readonly pace: number,
  ) {}

  now = (): Date => new Date(this.start.getTime() + (Date.now() - this.since) * this.pace);

  today = (): DateString => shanghaiDate(this.now());

  async until(moment: Date): Promise<void> {
    await pause(Math.max(0, (moment.getTime() - this.now().getTime()) / this.pace));
  }

  /** What a process of the program is started with to live in this time. */
  get env(): Record<string, string> {
    return {
      NODE_OPTIONS: `--require ${resolve(__dirname, 'fast-clock.cjs')}`,
      FUHAN_FAST_CLOCK: [this.start.getTime(), this.since, this.pace].join('/'),
    };
  }
}
