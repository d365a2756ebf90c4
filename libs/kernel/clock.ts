import { type DateString, shanghaiDate } from './dates';

/** Where "now" comes from. Code never calls `new Date()` for a decision; it asks the clock it was given. */
export interface Clock {
  now(): Date;
  /** The legal day in Asia/Shanghai. */
  today(): DateString;
  /** How many of its milliseconds pass in one of the machine's: what waits for one of its moments waits so much shorter. */
  readonly pace: number;
}

/** The machine's time. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => shanghaiDate(new Date()),
  pace: 1,
};

/** A clock that runs like the machine's, or `pace` times as fast, and shows another time; tests and the demo move it. */
export class MovableClock implements Clock {
  private shown = Date.now();
  private since = this.shown;

  constructor(readonly pace = 1) {}

  now(): Date {
    return new Date(this.shown + (Date.now() - this.since) * this.pace);
  }

  today(): DateString {
    return shanghaiDate(this.now());
  }

  /** Makes this very moment `instant`. */
  moveTo(instant: Date): void {
    this.shown = instant.getTime();
    this.since = Date.now();
  }
}
