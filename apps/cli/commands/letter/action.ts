/** One action of `fuhan letter`. */
export interface LetterAction {
  readonly name: string;
  /** One line a form of use, in Chinese. */
  readonly usage: string;
  /** Returns the exit status. */
  run(args: readonly string[]): Promise<number>;
}
