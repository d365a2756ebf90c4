import type { Passage, Section } from '../../shared/api/types';

/** Words of an opinion that a passage rests on, as they were given. */
export interface Source {
  readonly opinionItemId: string;
  readonly text: string;
}

/** A passage as the editor writes it. */
export interface Piece {
  readonly id: string;
  readonly kind: Passage['kind'];
  readonly body: string;
  readonly sources: readonly Source[];
}

/** What one section says: all that its editor may change. */
export interface SectionText {
  readonly heading: string | null;
  readonly verdict: Section['verdict'];
  readonly pieces: readonly Piece[];
}

/** The text of a section as the server has it. */
export const textOf = (section: Section): SectionText => ({
  heading: section.suggestionId === null ? section.heading : null,
  verdict: section.verdict,
  pieces: section.passages.map(({ id, kind, body, sources }) => ({
    id,
    kind,
    body,
    sources: sources.map(({ opinionItemId, text }) => ({ opinionItemId, text })),
  })),
});

/** What an editor leaves in a text without showing it: joiners of tracked changes, byte order marks. */
const invisible = /[\u200B-\u200F\u2060\uFEFF]/g;
export const visible = (text: string): string => text.replace(invisible, '');

/** How many characters somebody reads (𠮷 is one). */
export const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { body }) => sum + [...body.replace(/\s/g, '')].length, 0);

const sourceKey = ({ opinionItemId, text }: Source): string => `${opinionItemId}\n${text}`;

/** Sources in their order, each once. */
export const distinct = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map((source) => [sourceKey(source), source])).values(),
];

/**
 * Where a passage was only cut in two, each part rests on its own part of the words; where it was also reworded, both rest on all
 * of them.
 */
export function cutSources(pieces: readonly Piece[]): Piece[] {
  const users = new Map<string, Piece[]>();
  for (const piece of pieces)
    for (const source of piece.sources)
      users.set(sourceKey(source), [...(users.get(sourceKey(source)) ?? []), piece]);
  return pieces.map((piece) => {
    const [source, ...more] = piece.sources;
    const parts = source && more.length === 0 ? (users.get(sourceKey(source)) ?? []) : [];
    const onlyCut =
      parts.length > 1 &&
      parts.every(({ sources }) => sources.length === 1) &&
      parts.map(({ body }) => body).join('') === source?.text;
    return source && onlyCut ? { ...piece, sources: [{ ...source, text: piece.body }] } : piece;
  });
}
