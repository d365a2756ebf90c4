import type { LetterModel } from '../model/model';
import { packDocx } from '../render/docx';
import { docxParagraphs } from '../render/docx-paragraphs';
import { printedBlocks } from '../render/printed-blocks';
import { assertPrintable } from '../text/characters';
import { revisedParagraphs } from './docx-revisions';
import { Reviser } from './docx-words';
import { readRevision, type Revision } from './revision';

/**
 * The new version as a .docx with Word's revisions: accepting all gives the paragraphs of `renderDocx(after)`, rejecting all
 * those of `renderDocx(before)`. Same letters, same revision, same bytes.
 */
export function redlineDocx(before: LetterModel, after: LetterModel, revision: Revision): Uint8Array {
  const stamp = readRevision(revision);
  assertPrintable(before, '');
  assertPrintable(after, '');
  const [old, fresh] = [before, after].map((model) => docxParagraphs(printedBlocks(model)));
  return packDocx(after, revisedParagraphs(old!, fresh!, new Reviser(stamp)));
}
