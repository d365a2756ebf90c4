import { closeUp } from '../text/characters';
import { FURNITURE } from './patterns';

export interface SourceLine {
  /** Blanks beside Chinese characters taken out. */
  readonly text: string;
  /** As it stands in the source, trimmed. */
  readonly raw: string;
  /** A blank line comes before it. */
  readonly afterBlank: boolean;
}

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;

/** The lines of a stored text that say something: no blank ones, none of the furniture of a web page. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let afterBlank = false;
  for (const line of text.replace(INVISIBLE, '').split(/\r\n?|\n|\f|\u2028|\u2029/)) {
    const raw = line.trim();
    if (raw === '') afterBlank = true;
    else if (!FURNITURE.some((pattern) => pattern.test(raw))) {
      lines.push({ text: closeUp(raw), raw, afterBlank });
      afterBlank = false;
    }
  }
  return lines;
}
