import type { LetterModel } from '../model/model';
import { blockText, printedBlocks } from './printed-blocks';

/** The letter as plain text: one line a paragraph, parts set apart by an empty line, ending with a line feed. */
export const renderText = (model: LetterModel): string =>
  `${printedBlocks(model).map(blockText).join('\n\n')}\n`;
