/** One command of the `fuhan` program. */
export interface Command {
  readonly name: string;
  /** One line a form of use, in Chinese; `fuhan --help` prints them. */
  readonly usage: string;
  /** Returns the exit status. What it throws is shown as one line. */
  run(args: string[]): number | Promise<number>;
}

/** A slip in the words typed after a command; its message is the one line shown. */
export class UsageError extends Error {}
