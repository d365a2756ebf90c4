import { blankLine, type DocxParagraph } from '../render/docx-paragraph';
import { align, type Alignable, type Aligned } from './align';
import { formerForm } from './docx-form';
import { revisedTable, tableText, wholeTable } from './docx-rows';
import { type Reviser, revisedRuns, runsText } from './docx-words';
import { withLastMark, withLastPair } from './docx-tail';

type Item = Alignable & { readonly paragraph: DocxParagraph };

const SINGLE = new Set(['GwMark', 'GwDocNo', 'GwLei', 'GwTitle', 'GwTo']);

function itemOf(paragraph: DocxParagraph): Item {
  const { style, frame, table, runs } = paragraph;
  if (table) return { paragraph, sort: `table ${table.columns.length}`, text: tableText(table) };
  return {
    paragraph,
    sort: `${style ?? ''} ${frame === undefined ? '' : frame.anchor}`,
    text: runsText(runs ?? []),
    single: SINGLE.has(style ?? ''),
  };
}

function revised(pair: Aligned<Item>, reviser: Reviser): DocxParagraph {
  const old = 'before' in pair ? pair.before.paragraph : undefined;
  const fresh = 'after' in pair ? pair.after.paragraph : undefined;
  const one = (fresh ?? old)!;
  const tag = fresh === undefined ? 'del' : 'ins';
  if (old && fresh) {
    if (old.table && fresh.table) return { table: revisedTable(old.table, fresh.table, reviser) };
    return {
      ...fresh,
      runs: revisedRuns(old.runs ?? [], fresh.runs ?? [], reviser),
      ...formerForm(old, fresh, reviser),
    };
  }
  if (one.table) return { table: wholeTable(one.table, tag, reviser) };
  return {
    ...one,
    runs: revisedRuns(old?.runs ?? [], fresh?.runs ?? [], reviser),
    marks: [reviser.make(tag)],
  };
}

/** Two tables in a row are one table to Word; the line between them is in neither version: it came and went. */
function parted(paragraphs: readonly DocxParagraph[], reviser: Reviser): DocxParagraph[] {
  return paragraphs.flatMap((paragraph, i) =>
    paragraph.table && paragraphs[i - 1]?.table
      ? [{ ...blankLine(), marks: [reviser.make('ins'), reviser.make('del')] }, paragraph]
      : [paragraph],
  );
}

/** The paragraphs of two versions as one list with Word's revisions: all accepted it is the new version, all rejected the old. */
export function revisedParagraphs(
  before: readonly DocxParagraph[],
  after: readonly DocxParagraph[],
  reviser: Reviser,
): DocxParagraph[] {
  const pairs = withLastPair(align(before.map(itemOf), after.map(itemOf)));
  const paragraphs = pairs.map((pair) => revised(pair, reviser));
  return parted(withLastMark(pairs, paragraphs, reviser), reviser);
}
