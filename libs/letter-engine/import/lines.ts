import type { Place, RawLine } from '../source/raw-line';
import { isLabelAlone, labelledLine } from './labels';
import { closeUp } from '../text/characters';
import { FURNITURE, KEEPERS_NOTE, isMetadataLabel, METADATA_VALUE } from './furniture';

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
  readonly look?: string;
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
  ...(raw.look === undefined ? {} : { look: raw.look }),
  ...(raw.cells ? { cells: raw.cells } : {}),
});

const FURNITURE_LIMIT = 200;

const isFurniture = (text: string): boolean =>
  KEEPERS_NOTE.test(text) ||
  (text.length <= FURNITURE_LIMIT && FURNITURE.some((pattern) => pattern.test(text)));

const VALUE_LIMIT = 60;

/** "公开方式" / "主动公开": a label alone on its line, as cells of a form come out, takes the next line for its value. */
function joinLabels(lines: readonly SourceLine[]): SourceLine[] {
  const joined: SourceLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]];
    const takes =
      next !== undefined &&
      isLabelAlone(line.text) &&
      !line.cells &&
      !next.cells &&
      next.text.length <= VALUE_LIMIT &&
      labelledLine(next.raw) === null &&
      !/[:：]/.test(next.text);
    if (takes) {
      const label = /[:：]$/.test(line.raw) ? line.raw : `${line.raw}：`;
      joined.push({ ...line, raw: label + next.raw, text: closeUp(label + next.raw) });
      i += 1;
    } else joined.push(line);
  }
  return joined;
}

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
  return { lines: joinLabels(lines), furniture };
}
