import type { Place } from '../source/raw-line';
import { emptyLetter } from '../model/model';
import type { SourceLine } from './lines';

/** How a field was recognised, from a word that names it down to a guess by its place alone. */
export const CONFIDENCE = { labelled: 0.98, shape: 0.9, derived: 0.75, guess: 0.5 } as const;
export type Recognised = keyof typeof CONFIDENCE;

/** Where a field was read and how sure that is (0–1). */
export interface FieldSource extends Place {
  readonly confidence: number;
  readonly excerpt: string;
}

const EXCERPT = 60;

/** A letter while it is read: the model, and for each of its fields the place in the source. */
export class Reading {
  readonly model = emptyLetter();
  readonly sources: Record<string, FieldSource> = {};

  /** Remembers the place of a field; the first place of a list stays. */
  note(path: string, line: SourceLine, how: Recognised): void {
    this.sources[path] ??= {
      confidence: CONFIDENCE[how],
      ...(line.page === undefined ? {} : { page: line.page }),
      line: line.line,
      excerpt: line.raw.replace(/\s+/g, ' ').slice(0, EXCERPT),
    };
  }

  /** What was not understood is kept as it stands. */
  keep(line: SourceLine, text = line.text): void {
    if (text === '') return;
    this.note(`unparsed.${this.model.unparsed.length}`, line, 'guess');
    this.model.unparsed.push(text);
  }
}
