import { storedHeading } from '../model/heading-marks';
import type { LetterBlock, LetterSection } from '../model/model';
import { headingLevel, isPlainHeading, quotedSuggestion, sectionHeading, VERDICT } from './headings';
import type { SourceLine } from './lines';
import { CLOSING, OPENING_END, OPENING_LIKE } from './patterns';
import type { Reading } from './reading';
import { rejoin } from './rejoin';

const newSection = (heading: string | null, verdict: string | null = null): LetterSection => ({
  heading,
  level: 1,
  suggestion: heading === null ? null : quotedSuggestion(heading),
  verdict,
  blocks: [],
});

/** One piece of running text; `next` helps to see a heading without a number. */
export function blockOf(line: SourceLine, next: SourceLine | undefined): LetterBlock {
  const { text, cells } = line;
  if (cells)
    return { type: 'table', header: [...(cells[0] ?? [])], rows: cells.slice(1).map((row) => [...row]) };
  const level = headingLevel(text);
  if (level !== null && level > 1) return { type: 'heading', level: level as 2 | 3 | 4, text };
  if (level === null && isPlainHeading(line, next)) return { type: 'heading', level: 2, text };
  return { type: 'paragraph', text };
}

/** A longer paragraph is running text, however it begins. */
const CLOSING_LIMIT = 200;
const CLOSING_PARAGRAPHS = 3;

const isClosing = ({ text, cells }: SourceLine): boolean =>
  !cells && text.length <= CLOSING_LIMIT && CLOSING.test(text) && !/[:：]$/.test(text);

/** Takes the closing sentences off the end of the paragraphs. */
export function takeClosing(lines: SourceLine[]): SourceLine[] {
  const closing: SourceLine[] = [];
  while (lines.length > 1 && closing.length < CLOSING_PARAGRAPHS && isClosing(lines.at(-1)!))
    closing.unshift(lines.pop()!);
  return closing;
}

class SectionReader {
  private headed = 0;

  constructor(private readonly reading: Reading) {}

  private get sections(): LetterSection[] {
    return this.reading.model.sections;
  }

  read(line: SourceLine, next: SourceLine | undefined): void {
    const found = sectionHeading(line, next);
    const current = this.sections.at(-1);
    if (found) this.open(line, found.heading, found.verdict);
    else if (current && current.blocks.length === 0 && current.verdict === null && VERDICT.test(line.text)) {
      current.verdict = line.text;
      this.note('verdict', line);
    } else {
      if (!current) this.sections.push(newSection(null));
      const { blocks } = this.sections.at(-1)!;
      this.note(`blocks.${blocks.length}`, line);
      blocks.push(blockOf(line, next));
    }
  }

  private open(line: SourceLine, heading: string, verdict: string | null): void {
    this.headed += 1;
    const section = newSection(storedHeading(heading, this.headed), verdict);
    this.sections.push(section);
    this.note('heading', line);
    if (section.suggestion !== null) this.note('suggestion', line);
    if (verdict !== null) this.note('verdict', line);
  }

  private note(field: string, line: SourceLine): void {
    this.reading.note(`sections.${this.sections.length - 1}.${field}`, line, 'shape');
  }
}

/** Without sections the opening ends within so many paragraphs. */
const OPENING_PARAGRAPHS = 6;

/** How many of the paragraphs belong to the opening: all before the first section, else to the words "答复如下". */
function openingLength(lines: readonly SourceLine[]): number {
  const heading = lines.findIndex((line, i) => sectionHeading(line, lines[i + 1]) !== null);
  const end = lines.slice(0, OPENING_PARAGRAPHS).findIndex(({ text }) => OPENING_END.test(text));
  if (heading >= 0) return heading;
  if (end >= 0) return end + 1;
  const first = lines[0]?.text ?? '';
  return OPENING_LIKE.test(first) && first.length <= CLOSING_LIMIT * 2 && lines.length > 1 ? 1 : 0;
}

/** Reads the lines between addressee and signature: opening, sections, closing. Returns the body's paragraphs. */
export function readBody(reading: Reading, lines: readonly SourceLine[]): SourceLine[] {
  const { model } = reading;
  const paragraphs = rejoin(lines);
  const all = [...paragraphs];
  const closing = takeClosing(paragraphs);
  if (closing[0]) {
    model.closing = closing.map(({ text }) => text).join('\n');
    reading.note('closing', closing[0], 'shape');
  }
  const opening = openingLength(paragraphs);
  paragraphs.slice(0, opening).forEach((line, i) => {
    reading.note(`opening.${i}`, line, 'shape');
    model.opening.push(line.cells ? line.cells.flat().join(' ') : line.text);
  });
  const sections = new SectionReader(reading);
  const body = paragraphs.slice(opening);
  body.forEach((line, i) => sections.read(line, body[i + 1]));
  return all;
}
