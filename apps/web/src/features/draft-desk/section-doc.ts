import type { JSONContent } from '@tiptap/core';
import { distinct, type Piece, type Source, visible } from './pieces';

const breakPiece: JSONContent = { type: 'hardBreak' };

function inline(body: string, sources: readonly Source[]): JSONContent[] {
  const marks = sources.length > 0 ? [{ type: 'origin', attrs: { sources } }] : [];
  return body
    .split('\n')
    .flatMap((text, i): JSONContent[] => [
      ...(i > 0 ? [breakPiece] : []),
      ...(text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }]),
    ]);
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

function table({ id, body, sources }: Piece): JSONContent {
  const rows = body.split('\n').map(cellsOf);
  const width = Math.max(...rows.map((row) => row.length));
  const cell = (row: readonly string[], at: number, i: number): JSONContent => ({
    type: at === 0 ? 'tableHeader' : 'tableCell',
    content: [{ type: 'passage', content: inline(row[i] ?? '', sources) }],
  });
  return {
    type: 'table',
    attrs: { id },
    content: rows.map((row, at) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, i) => cell(row, at, i)),
    })),
  };
}

/** The document an editor opens for these passages; an empty section begins with an empty line. */
export function docOf(pieces: readonly Piece[]): JSONContent {
  const content = pieces.map((piece): JSONContent => {
    if (piece.kind === 'table') return table(piece);
    const { id, kind, body, sources } = piece;
    return { type: 'passage', attrs: { id, kind }, content: inline(body, sources) };
  });
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'passage' }] };
}

const textIn = (node: JSONContent): string =>
  node.type === 'hardBreak' ? '\n' : (node.text ?? (node.content ?? []).map(textIn).join(''));

const written = (node: JSONContent): string => visible(textIn(node)).replaceAll('\u00A0', ' ').trim();

const sourcesIn = (node: JSONContent): Source[] => [
  ...(node.marks ?? []).flatMap(({ type, attrs }) =>
    type === 'origin' ? ((attrs?.sources ?? []) as Source[]) : [],
  ),
  ...(node.content ?? []).flatMap(sourcesIn),
];

const rowText = (row: JSONContent): string =>
  `| ${(row.content ?? []).map((cell) => written(cell).replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`;

/** A table whose cells are all empty says nothing. */
const tableText = (node: JSONContent): string =>
  written(node) === '' ? '' : (node.content ?? []).map(rowText).join('\n');

/** The passages a document says; empty lines fall away. */
export function piecesOf(doc: JSONContent): Piece[] {
  return (doc.content ?? []).flatMap((node): Piece[] => {
    const isTable = node.type === 'table';
    const body = isTable ? tableText(node) : written(node);
    const id = node.attrs?.id as string | null | undefined;
    if (body === '' || !id) return [];
    const kind = isTable ? 'table' : ((node.attrs?.kind ?? 'paragraph') as Piece['kind']);
    return [{ id, kind, body, sources: distinct(sourcesIn(node)) }];
  });
}
