import type { DocxForm, DocxParagraph } from '../render/docx-paragraph';
import type { Reviser } from './docx-words';

/** The form of a paragraph without its words. */
export const formOf = ({
  style,
  frame,
  spacing,
  indent,
  tabs,
  keepNext,
  pageBreak,
}: DocxParagraph): DocxForm => ({
  ...(style === undefined ? {} : { style }),
  ...(frame === undefined ? {} : { frame }),
  ...(spacing === undefined ? {} : { spacing }),
  ...(indent === undefined ? {} : { indent }),
  ...(tabs === undefined ? {} : { tabs }),
  ...(keepNext ? { keepNext } : {}),
  ...(pageBreak ? { pageBreak } : {}),
});

/** What the paragraph's form was, where it was another. */
export const formerForm = (
  before: DocxParagraph,
  after: DocxParagraph,
  reviser: Reviser,
): Pick<DocxParagraph, 'was'> =>
  JSON.stringify(formOf(before)) === JSON.stringify(formOf(after))
    ? {}
    : { was: { form: formOf(before), change: reviser.make('ins') } };
