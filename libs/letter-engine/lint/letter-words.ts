import { chineseDate } from '@fuhan/kernel';
import { printedHeading } from '../model/heading-marks';
import type { LetterBlock, LetterModel } from '../model/model';
import { chineseNumeral } from '../text/numerals';
import type { Place } from './finding';

/** What part of the letter a piece of words belongs to. */
export type PieceKind =
  | 'issuer'
  | 'number'
  | 'title'
  | 'addressee'
  | 'opening'
  | 'heading'
  | 'verdict'
  | 'paragraph'
  | 'cell'
  | 'closing'
  | 'attachment'
  | 'signature'
  | 'date'
  | 'annotation'
  | 'publication'
  | 'copyTo';

/** One text of the letter as it is printed, with the field it comes from. */
export interface Piece {
  readonly kind: PieceKind;
  readonly path: string;
  readonly label: string;
  readonly text: string;
  /** Index in `model.sections`, for what stands in a section. */
  readonly section: number | null;
}

const blockPieces = (block: LetterBlock, path: string, label: string, section: number | null): Piece[] => {
  if (block.type !== 'table')
    return [
      {
        kind: block.type === 'heading' ? 'heading' : 'paragraph',
        path: `${path}.text`,
        label,
        text: block.text,
        section,
      },
    ];
  const rows = [block.header, ...block.rows];
  return rows.flatMap((cells, r) =>
    cells.map((text, c): Piece => {
      const at = r === 0 ? `header[${c}]` : `rows[${r - 1}][${c}]`;
      return {
        kind: 'cell',
        path: `${path}.${at}`,
        label: `${label}表格第${r + 1}行第${c + 1}格`,
        text,
        section,
      };
    }),
  );
};

const one = (kind: PieceKind, path: string, label: string, text: string | null): Piece[] =>
  text === null || text === '' ? [] : [{ kind, path, label, text, section: null }];
const many = (kind: PieceKind, path: string, label: string, texts: readonly string[]): Piece[] =>
  texts.flatMap((text, i) =>
    one(kind, `${path}[${i}]`, texts.length > 1 ? `${label}第${i + 1}处` : label, text),
  );

function sectionPieces(model: LetterModel): Piece[] {
  let headed = 0;
  return model.sections.flatMap((section, s) => {
    if (section.heading !== null) headed += 1;
    const path = `sections[${s}]`;
    const part = section.heading === null ? '正文' : `第${chineseNumeral(headed)}部分`;
    const piece = (kind: PieceKind, field: string, label: string, text: string | null): Piece[] =>
      text === null || text === '' ? [] : [{ kind, path: `${path}.${field}`, label, text, section: s }];
    return [
      ...piece(
        'heading',
        'heading',
        `${part}标题`,
        section.heading && printedHeading(section.heading, headed),
      ),
      ...piece('verdict', 'verdict', `${part}采纳情况`, section.verdict),
      ...section.blocks.flatMap((b, i) => blockPieces(b, `${path}.blocks[${i}]`, `${part}第${i + 1}段`, s)),
    ];
  });
}

/** Every text of the letter in the order of print. */
export function letterPieces(model: LetterModel): Piece[] {
  return [
    ...one('issuer', 'issuer', '发文机关', model.issuer),
    ...one('number', 'documentNumber', '发文字号', model.documentNumber),
    ...one('title', 'title', '标题', model.title),
    ...many('addressee', 'addressees', '主送', model.addressees),
    ...model.opening.flatMap((text, i) => one('opening', `opening[${i}]`, `开头第${i + 1}段`, text)),
    ...sectionPieces(model),
    ...one('closing', 'closing', '结尾', model.closing),
    ...model.attachments.flatMap(({ title, blocks }, a) => [
      ...one('attachment', `attachments[${a}].title`, `附件${a + 1}名称`, title),
      ...blocks.flatMap((b, i) =>
        blockPieces(b, `attachments[${a}].blocks[${i}]`, `附件${a + 1}第${i + 1}段`, null),
      ),
    ]),
    ...many('signature', 'signature', '署名', model.signature),
    ...one('date', 'date', '成文日期', model.date && chineseDate(model.date)),
    ...one('annotation', 'annotation', '附注', model.annotation),
    ...one('publication', 'publication', '公开方式', model.publication),
    ...many('copyTo', 'copyTo', '抄送', model.copyTo),
  ];
}

/** Running words: what the letter says, not its furniture. */
export const RUNNING: ReadonlySet<PieceKind> = new Set([
  'opening',
  'heading',
  'verdict',
  'paragraph',
  'cell',
  'closing',
]);

/** Words found in a piece. */
export interface Spot {
  readonly text: string;
  readonly place: Place;
  readonly piece: Piece;
  /** Named and numbered groups of the pattern. */
  readonly groups: readonly (string | undefined)[];
}

/** A range of a piece as a spot. */
export const spotAt = (
  piece: Piece,
  start: number,
  end: number,
  groups: readonly (string | undefined)[] = [],
): Spot => ({
  text: piece.text.slice(start, end),
  place: { path: piece.path, start, end, label: piece.label },
  piece,
  groups,
});

/** The whole of a piece as a spot. */
export const wholeOf = (piece: Piece): Spot => spotAt(piece, 0, piece.text.length);

/** Every match of a global pattern in the pieces, in order. */
export function matches(pieces: readonly Piece[], pattern: RegExp): Spot[] {
  return pieces.flatMap((piece) =>
    [...piece.text.matchAll(pattern)].map((found) =>
      spotAt(piece, found.index, found.index + found[0].length, [...found]),
    ),
  );
}

/** The letter as a whole: for what is missing and so stands nowhere. */
export const nowhere: Place = { path: '', start: 0, end: 0, label: '全文' };
