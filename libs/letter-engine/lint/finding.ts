/** red blocks sending unless the signer overrules it with a reason; yellow is shown to the signer. */
export type Severity = 'red' | 'yellow';

/** Where words stand in a letter: the field, and the range of UTF-16 units in its text as printed. */
export interface Place {
  /** Path in the model: title, sections[2].heading, sections[2].blocks[0].rows[1][3]; '' for the letter as a whole. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** The same in Chinese: 标题, 第二部分第3段. */
  readonly label: string;
}

/** One slip found in a letter. */
export interface Finding {
  /** The check's id. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, one Chinese sentence. */
  readonly message: string;
  /** The wrong words as they stand; where two places disagree both, the doubtful one first, joined by " … ". */
  readonly excerpt: string;
  readonly place: Place;
  /** The other places of a disagreement. */
  readonly alsoAt: readonly Place[];
  /** What to do, one Chinese sentence. */
  readonly fix: string;
  /** The words that should stand at `place`, where the check is sure of them: the screen offers them as one click. */
  readonly replacement: string | null;
}
