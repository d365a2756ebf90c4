import { type RawLine, readSource } from '@fuhan/letter-engine';
import { type IntakeField, intakeFieldNames, intakeFields } from './columns/fields';
import { headWords } from './columns/recognise';
import type { Table } from './table/table';

/** Label and value stand on one line, or side by side in a table. */
const LABELLED = /^\s*[【\[]?([^：:\s【】\[\]][^：:【】\[\]]{1,11}?)[】\]]?\s*[:：]\s*(\S.*)$/;
/** So far down the head of a paper reaches. */
const HEAD_LINES = 40;
const TITLE = /^\s*(?:关于|对|就|加[快强大]|推[动进]|进一步)?.{4,100}的?(?:提案|建议|议案)\s*$/;

const fieldOf = (label: string): IntakeField | undefined => {
  const head = headWords(label);
  return intakeFieldNames.find((name) => (intakeFields[name].words as readonly string[]).includes(head));
};

type Found = Partial<Record<IntakeField, string>>;

/** A form drawn as a table: each cell with a label is followed by its value. */
function fromCells(cells: readonly (readonly string[])[], found: Found): void {
  for (const row of cells)
    for (let at = 0; at + 1 < row.length; at++) {
      const field = fieldOf(row[at]!);
      const value = row[at + 1]!.trim();
      if (field && value !== '' && found[field] === undefined && !fieldOf(value)) found[field] = value;
    }
}

/** Takes the labelled lines of the head; the rest is the text. */
function fromLines(lines: readonly RawLine[]): Found {
  const found: Found = {};
  const rest: string[] = [];
  lines.forEach((line, i) => {
    if (line.cells) {
      fromCells(line.cells, found);
      return;
    }
    const [, label = '', value = ''] = (i < HEAD_LINES && LABELLED.exec(line.text)) || [];
    const field = fieldOf(label);
    if (field && field !== 'suggestions' && field !== 'fullText' && found[field] === undefined)
      found[field] = value.trim();
    else rest.push(line.text);
  });
  const text = rest.join('\n').trim();
  if (text !== '') found.fullText = found.fullText === undefined ? text : `${found.fullText}\n${text}`;
  const title = rest.find((line) => TITLE.test(line))?.trim();
  if (found.title === undefined && title) found.title = title;
  return found;
}

/** One proposal written as a document, as a table of one line. The first line of a text without labels that reads like a title is the title. */
export async function readSingle(bytes: Uint8Array, file: string): Promise<Table> {
  const found = fromLines(await readSource(bytes, file));
  const fields = intakeFieldNames.filter((name) => found[name] !== undefined);
  return {
    rows: [
      { line: 0, cells: fields.map((name) => ({ text: intakeFields[name].label })) },
      { line: 1, cells: fields.map((name) => ({ text: found[name]! })) },
    ],
    date1904: false,
    sheet: null,
    notes: [],
  };
}
