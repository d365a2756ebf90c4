import { type DateString, shanghaiDate } from './dates';

/** Where "now" comes from. Code never calls `new Date()` for a decision; it asks the clock it was given. */
export interface Clock {
  now(): Date;
  /** The legal day in Asia/Shanghai. */
  today(): DateString;
}

/** The machine's time. */
export const systemClock: Clock = {
  now: () => new Date(),
  today: () => shanghaiDate(new Date()),
};

/** A clock that runs like the machine's but `offset` milliseconds away from it; tests and the demo move it. */
export class MovableClock implements Clock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  today(): DateString {
    return shanghaiDate(this.now());
  }

  /** Makes this very moment `instant`. */
  moveTo(instant: Date): void {
    this.offset = instant.getTime() - Date.now();
  }
}
