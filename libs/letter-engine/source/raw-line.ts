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
  /** Face and size in the source's own terms: lines that look different are different parts. */
  readonly look?: string;
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

/** Blanks that a copy of a web page left as it found them. */
const ENTITY_BLANK = /&(?:nbsp|ensp|emsp|thinsp|#160|#12288);/g;
/** A copy that lost its line ends keeps the two-character indent of its paragraphs. */
const RUN_ON = 120;
const LOST_LINE_END = /(?<=\S)\u3000{2,}(?=\S)/;

/** "**一、概况**", "## 一、概况": a whole line marked up as bold or as a heading. */
function unmarked(text: string): { readonly text: string; readonly bold?: boolean } {
  if (text.length > RUN_ON) return { text };
  const bold = /^(\s*)(?:\*\*|__)([^*_].*?)(?:\*\*|__)\s*$/.exec(text);
  if (bold && !/\*\*|__/.test(bold[2]!)) return { text: bold[1]! + bold[2]!, bold: true };
  const heading = /^\s*#{1,6}\s+(?!source\b|note\b)(.*)$/i.exec(text);
  return { text: heading ? heading[1]! : text };
}

/** The lines of a plain text, blank ones included. */
export const plainLines = (text: string): RawLine[] =>
  visible(text)
    .replace(ENTITY_BLANK, '\u3000')
    .split(LINE_END)
    .flatMap((line, i) =>
      (line.length > RUN_ON ? line.split(LOST_LINE_END) : [line]).map((part) => ({
        ...unmarked(part),
        line: i + 1,
      })),
    );
