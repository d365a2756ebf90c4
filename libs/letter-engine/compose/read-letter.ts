import { storedHeading } from '../model/heading-marks';
import type { LetterBlock, LetterKind, LetterModel, LetterSection } from '../model/model';
import type { Tagged } from './tagged-text';

const all = (of: Tagged, tag: string): Tagged[] => of.children.filter((child) => child.tag === tag);
const texts = (of: Tagged, tag: string): string[] =>
  all(of, tag)
    .map((child) => child.text)
    .filter((text) => text !== '');
const text = (of: Tagged, tag: string): string | null => texts(of, tag)[0] ?? null;
const lines = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const paragraphs = (of: Tagged, tag: string): string[] => texts(of, tag).flatMap(lines);

function readBlock(node: Tagged): LetterBlock[] {
  if (node.tag === 'h')
    return [{ type: 'heading', level: Number(node.attributes['level']) as 2 | 3 | 4, text: node.text }];
  if (node.tag === 'table') {
    const [header, ...rows] = all(node, 'tr').map((tr) => tr.children.map((cell) => cell.whole));
    return [{ type: 'table', header: header ?? [], rows }];
  }
  const bold = (node.attributes['bold'] ?? '').split(',').filter(Boolean);
  if (bold.length > 0) {
    const ranges = bold.map((pair) => pair.split('-').map(Number) as [number, number]);
    return [{ type: 'paragraph', text: node.text, bold: ranges }];
  }
  return lines(node.text).map((line) => ({ type: 'paragraph', text: line }));
}

const readBlocks = (node: Tagged): LetterBlock[] =>
  node.children.filter(({ tag }) => ['p', 'h', 'table'].includes(tag)).flatMap(readBlock);

function readSections(letter: Tagged): LetterSection[] {
  let n = 0;
  return all(letter, 'section').map((node) => {
    const heading = text(node, 'heading');
    if (heading !== null) n += 1;
    return {
      heading: heading && storedHeading(heading, n),
      level: 1,
      suggestion: text(node, 'suggestion'),
      verdict: text(node, 'verdict'),
      blocks: readBlocks(node),
    };
  });
}

/** The tags a letter template printed → the letter. */
export function readLetter(kind: LetterKind, letter: Tagged): LetterModel {
  return {
    kind,
    issuer: text(letter, 'issuer'),
    documentNumber: text(letter, 'number'),
    class: text(letter, 'class'),
    title: text(letter, 'title'),
    addressees: texts(letter, 'addressee'),
    proposal: {
      number: text(letter, 'proposalNumber'),
      title: text(letter, 'proposalTitle'),
      session: text(letter, 'session'),
    },
    coHandlers: texts(letter, 'coHandler'),
    opening: paragraphs(letter, 'opening'),
    sections: readSections(letter),
    closing: paragraphs(letter, 'closing').join('\n') || null,
    signature: paragraphs(letter, 'signature'),
    date: text(letter, 'date'),
    contacts: all(letter, 'contact').map((c) => ({ name: text(c, 'name') ?? '', phone: text(c, 'phone') })),
    annotation: text(letter, 'annotation'),
    publication: text(letter, 'publication'),
    copyTo: all(letter, 'copyTo').flatMap(({ listed }) => listed.filter((name) => name !== '')),
    attachments: all(letter, 'attachment').map((node) => ({
      title: text(node, 'attachmentTitle') ?? '',
      blocks: readBlocks(node),
    })),
    signedBy: text(letter, 'signedBy'),
    unparsed: [],
  };
}
