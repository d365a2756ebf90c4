import { FuhanError } from '@fuhan/kernel';
import { storedHeading } from '../model/heading-marks';
import { type LetterBlock, type LetterModel, type LetterSection, letterModelSchema } from '../model/model';
import { assertPrintable } from '../text/characters';
import type { LetterFields, LetterWording } from './fields';
import { readTagged, type Tagged } from './tagged-text';
import { compilePieces, renderReply, templateError } from './template';

const all = (of: Tagged, tag: string): Tagged[] => of.children.filter((child) => child.tag === tag);
const texts = (of: Tagged, tag: string): string[] =>
  all(of, tag)
    .map((child) => child.text)
    .filter((text) => text !== '');
const text = (of: Tagged, tag: string): string | null => texts(of, tag)[0] ?? null;

function readBlock(node: Tagged): LetterBlock[] {
  if (node.tag === 'h')
    return [{ type: 'heading', level: Number(node.attributes['level']) as 2 | 3 | 4, text: node.text }];
  if (node.tag === 'table') {
    const [header, ...rows] = all(node, 'tr').map((tr) => tr.children.map((cell) => cell.text));
    return [{ type: 'table', header: header ?? [], rows }];
  }
  const bold = (node.attributes['bold'] ?? '').split(',').filter(Boolean);
  if (bold.length > 0) {
    const ranges = bold.map((pair) => pair.split('-').map(Number) as [number, number]);
    return [{ type: 'paragraph', text: node.text, bold: ranges }];
  }
  return node.text
    .split('\n')
    .flatMap((part) => (part.trim() ? [{ type: 'paragraph', text: part.trim() } as const] : []));
}

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
      blocks: node.children.filter(({ tag }) => ['p', 'h', 'table'].includes(tag)).flatMap(readBlock),
    };
  });
}

const paragraphs = (of: Tagged, tag: string): string[] =>
  texts(of, tag)
    .flatMap((t) => t.split('\n').map((line) => line.trim()))
    .filter((line) => line !== '');

function readLetter(letter: Tagged, fields: LetterFields): LetterModel {
  return {
    kind: 'reply',
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
    copyTo: texts(letter, 'copyTo').flatMap((t) =>
      t
        .split('、')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
    attachments: [],
    signedBy: text(letter, 'signedBy'),
    unparsed: [],
    ...(fields.printClass ? {} : { print: { classMark: false } }),
  };
}

/**
 * Plain data without prototypes: a template can read what is there and nothing else. Handlebars puts the object into its
 * message about a missing field, so it must still turn into a word.
 */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null) as Record<string | symbol, unknown>;
  for (const [key, item] of Object.entries(value)) copy[key] = bare(item);
  Object.defineProperty(copy, Symbol.toPrimitive, { value: () => 'fields' });
  return copy;
}

/** Every optional field present, so that a strict template can ask for it. */
const complete = (fields: LetterFields): object => ({
  ...fields,
  proposers: fields.proposers.map((p) => ({ ...p, salutation: p.salutation ?? null })),
});

/**
 * Rows → the letter. `wording` replaces default pieces by name (a place's wording with the letter's own spread over it).
 * Errors: `letter.template` for a faulty piece (names it, its line and the cause), `letter.control-character` for words
 * that cannot be printed. Never gives half a letter.
 */
export function composeLetter(fields: LetterFields, wording: LetterWording = {}): LetterModel {
  assertPrintable(fields, '');
  assertPrintable(wording, 'wording');
  let letter: Tagged;
  try {
    const pieces = compilePieces(wording);
    const root = bare(complete(fields)) as Record<string, unknown>;
    root['pronoun'] = pieces.pronoun(root).trim();
    letter = readTagged(renderReply(root, pieces));
  } catch (error) {
    throw templateError('reply', error);
  }
  const model = letterModelSchema.safeParse(readLetter(letter, fields));
  if (model.success) return model.data;
  throw new FuhanError('letter.template', {
    template: 'reply',
    line: 1,
    detail: `“${model.error.issues[0]?.path.join('.')}”没有成文`,
  });
}
