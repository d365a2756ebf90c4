/** Where a line stands in its source; pages and lines count from 1. */
export interface Place {
  readonly page?: number;
  readonly line: number;
}

/** One line of a source, whatever its format: what the importer reads. */
export interface RawLine extends Place {
  readonly text: string;
  /** A whole paragraph: nothing is joined to it. */
  readonly whole?: boolean;
  /** All of it is printed bold. */
  readonly bold?: boolean;
  /** A table; its `text` is '' then. */
  readonly cells?: readonly (readonly string[])[];
}

/** Marks without a shape that copies carry along; words stay whole when they are dropped. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/g;
/** Private characters that Chinese typesetting programs use as blanks. */
const PRIVATE_BLANK = /[\ue004\ue005\ue5ca-\ue5ce\ue5e5]/g;
const LINE_END = /\r\n?|[\n\f\v\u0085\u2028\u2029]/;

/** Without marks that have no shape and turn the writing direction round. */
export const visible = (text: string): string => text.replace(INVISIBLE, '').replace(PRIVATE_BLANK, '\u3000');

/** The lines of a plain text, blank ones included. */
export const plainLines = (text: string): RawLine[] =>
  visible(text)
    .split(LINE_END)
    .map((line, i) => ({ text: line, line: i + 1 }));
