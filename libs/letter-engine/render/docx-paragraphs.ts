import { docxHead, titleLine } from './docx-head';
import {
  blankLine,
  brokenRuns,
  CHARACTER_TWIPS,
  type DocxFrame,
  type DocxParagraph,
  styledLine,
  TEXT_TWIPS,
} from './docx-paragraph';
import { docxSignatures } from './docx-signatures';
import { docxTable } from './docx-tables';
import { isPrintedText, type PrintedBlock, type PrintedText } from './printed-block';
import { textRuns } from './text-runs';

const FOOT_FRAME: DocxFrame = { width: TEXT_TWIPS, anchor: 'margin', align: 'left', bottom: true };
const characters = (count: number): number => Math.round(count * CHARACTER_TWIPS);

function text(block: PrintedText): DocxParagraph[] {
  switch (block.kind) {
    case 'addressee':
      return [styledLine('GwTo', block.text)];
    case 'attachmentMark':
      return [styledLine('GwHei', block.text, { pageBreak: true }), blankLine()];
    case 'publication':
      return [styledLine('GwBanji', block.text, { frame: FOOT_FRAME })];
    case 'sendTo':
    case 'copyTo':
      return [
        styledLine('GwBanji', block.text, {
          frame: FOOT_FRAME,
          indent: { left: 1120, right: 280, hanging: 840 },
        }),
      ];
    case 'paragraph':
    case 'verdict':
    case 'closing':
    case 'annotation':
      return [
        {
          style: 'GwBody',
          runs: brokenRuns(textRuns(block.text, block.bold)),
          keepNext: block.kind === 'verdict' || block.kind === 'closing',
        },
      ];
    case 'classMark':
    case 'mark':
    case 'secrecy':
    case 'urgency':
    case 'signer':
    case 'number':
    case 'signature':
    case 'date':
      return [];
  }
}

/** "附件：1.×××": two characters in, wrapped lines below the first character of the name. */
function attachmentNote(block: Extract<PrintedBlock, { kind: 'attachmentNote' }>): DocxParagraph[] {
  const mark = block.mark === '' ? 0 : block.mark.length > 2 ? 1.5 : 1;
  const hanging = characters((block.label ? 3 : 0) + mark);
  const runs = [{ text: block.label + block.mark }, { text: block.text, tab: mark > 0 }];
  return [
    ...(block.label ? [blankLine(true)] : []),
    {
      style: 'GwNote',
      runs: runs.filter((run) => run.text !== ''),
      indent: { left: characters(5 + mark), right: 0, hanging },
      keepNext: true,
    },
  ];
}

function paragraphsOf(block: PrintedBlock, next: PrintedBlock | undefined): DocxParagraph[] {
  if (isPrintedText(block)) return text(block);
  switch (block.kind) {
    case 'title':
      return [];
    case 'attachmentTitle':
      return [titleLine(block.lines), blankLine()];
    case 'heading':
      return [styledLine(`GwH${block.level}`, block.text)];
    case 'table': {
      // Two tables without a line between them are one table to Word; a table may not end the file.
      const table = docxTable(block);
      return table.length > 0 && (next === undefined || next.kind === 'table')
        ? [...table, blankLine()]
        : table;
    }
    case 'attachmentNote':
      return attachmentNote(block);
  }
}

/** The printed blocks as paragraphs and tables of WordprocessingML. */
export function docxParagraphs(blocks: readonly PrintedBlock[]): DocxParagraph[] {
  const isSignature = (b: PrintedBlock): b is PrintedText => b.kind === 'signature' || b.kind === 'date';
  const signed = blocks.filter(isSignature);
  return [
    ...docxHead(blocks),
    ...blocks.flatMap((block, i) =>
      block === signed[0] ? docxSignatures(signed) : paragraphsOf(block, blocks[i + 1]),
    ),
  ];
}
