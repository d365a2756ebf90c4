import type { Place, RawLine } from '../source/raw-line';
import { closeUp } from '../text/characters';
import { FURNITURE, isMetadataLabel, METADATA_VALUE } from './furniture';

export interface SourceLine extends Place {
  /** Blanks beside Chinese characters taken out. */
  readonly text: string;
  /** As it stands in the source, trimmed. */
  readonly raw: string;
  /** A blank line comes before it. */
  readonly afterBlank: boolean;
  /** It begins with a blank, as a paragraph does. */
  readonly indented: boolean;
  readonly whole: boolean;
  readonly bold: boolean;
  readonly cells?: readonly (readonly string[])[];
}

/** What stands round a letter on a web page is dropped; what it says of the letter is kept here. */
export interface ReadLines {
  readonly lines: SourceLine[];
  readonly furniture: SourceLine[];
}

const sourceLine = (raw: RawLine, afterBlank: boolean): SourceLine => ({
  line: raw.line,
  ...(raw.page === undefined ? {} : { page: raw.page }),
  raw: raw.text.trim(),
  text: closeUp(raw.text),
  afterBlank,
  indented: /^\s/.test(raw.text),
  whole: raw.whole ?? false,
  bold: raw.bold ?? false,
  ...(raw.cells ? { cells: raw.cells } : {}),
});

const FURNITURE_LIMIT = 200;

const isFurniture = (text: string): boolean =>
  text.length <= FURNITURE_LIMIT && FURNITURE.some((pattern) => pattern.test(text));

/** The lines that say something; blank ones and the furniture of a web page are set aside. */
export function sourceLines(raws: readonly RawLine[]): ReadLines {
  const lines: SourceLine[] = [];
  const furniture: SourceLine[] = [];
  let afterBlank = false;
  let label = false;
  for (const raw of raws) {
    if (raw.text.trim() === '' && !raw.cells) {
      afterBlank = true;
      continue;
    }
    const line = sourceLine(raw, afterBlank);
    // A page's table of facts, flattened: the label on one line, its value on the next.
    const isLabel = isMetadataLabel(line.text);
    if (isLabel || (label && METADATA_VALUE.test(line.text)) || isFurniture(line.raw)) furniture.push(line);
    else {
      lines.push(line);
      afterBlank = false;
    }
    label = isLabel;
  }
  return { lines, furniture };
}
