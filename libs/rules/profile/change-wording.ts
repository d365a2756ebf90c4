import { FuhanError } from '@fuhan/kernel';
import { wordingFault } from '@fuhan/letter-engine';
import { isMap, isScalar, parseDocument } from 'yaml';
import { type LetterPiece, pieceAt } from './letter-pieces';
import { letterKindNames } from './piece-names';
import { parseProfile, type PlaceProfile } from './profile';
import { trialFault } from './trial-letter';

/** A passage that is to read otherwise; null: the usual words again. */
export interface WordingEdit {
  readonly piece: string;
  readonly template: string | null;
}

type Files = Readonly<Record<string, string>>;

const faulty = ({ file, path, kind, label }: LetterPiece, line: number, detail: string): FuhanError =>
  new FuhanError('wording.faulty', {
    ...{ file, piece: path, label: `${letterKindNames[kind]}·${label}`, line, detail },
  });

interface ValueEdit {
  readonly path: string;
  readonly template: string | null;
}

/** As a value of YAML, wherever it stands. */
const quoted = (words: string): string =>
  words.includes('\n') ? JSON.stringify(words) : `'${words.replaceAll("'", "''")}'`;

/** One value of a YAML file replaced, and not a character beside it; null where that takes more than a replacement. */
function spliced(text: string, { path, template }: ValueEdit): string | null {
  const node = parseDocument(text).getIn(path.split('/'), true);
  if (template === null || !isScalar(node) || node.type?.startsWith('BLOCK')) return null;
  const [from, to] = node.range ?? [];
  return from === undefined || to === undefined
    ? null
    : text.slice(0, from) + quoted(template) + text.slice(to);
}

/** The text of a YAML file with one value replaced, added or taken out; comments and everything else stay. */
function replaced(text: string, edit: ValueEdit): string {
  const near = spliced(text, edit);
  if (near !== null) return near;
  const document = parseDocument(text);
  const keys = edit.path.split('/');
  if (edit.template === null) document.deleteIn(keys);
  else document.setIn(keys, edit.template);
  const letters = document.get('letters');
  // An empty `{}` that grows would be one long line.
  if (keys[0] === 'letters' && isMap(letters)) letters.flow = letters.items.length === 0;
  return document.toString({ lineWidth: 0 });
}

/** What was written, each passage once. @throws FuhanError `wording.unknown-piece`, `wording.faulty` */
function readEdits(profile: PlaceProfile, edits: readonly WordingEdit[]) {
  return [...new Map(edits.map((edit) => [edit.piece, edit.template])).entries()].map(([path, template]) => {
    const piece = pieceAt(profile, path);
    if (!piece) throw new FuhanError('wording.unknown-piece', { piece: path });
    const words = template === null ? null : template.trim();
    if (words === '') throw faulty(piece, 1, '不能空着');
    const fault = words === null ? null : wordingFault(words);
    if (fault !== null) throw faulty(piece, fault.line, fault.detail);
    return { piece, path, template: words };
  });
}

/**
 * The place's files with other words in some passages of its letters. Every letter they stand in is composed once, so that nothing
 * is kept that would stop a letter later.
 * @throws FuhanError `wording.unknown-piece`; `wording.faulty` with file, passage, line and cause; `profile.invalid`
 */
export function changeWording(
  files: Files,
  current: PlaceProfile,
  edits: readonly WordingEdit[],
): { readonly files: Files; readonly next: PlaceProfile } {
  const read = readEdits(current, edits);
  const changed = [...new Set(read.map(({ piece }) => piece.file))].map((file) => [
    file,
    read.filter(({ piece }) => piece.file === file).reduce(replaced, files[file] ?? ''),
  ]);
  const after: Files = { ...files, ...(Object.fromEntries(changed) as Files) };
  const next = parseProfile(after, current.version + 1);
  const pieces = read.filter(({ template }) => template !== null).map(({ piece }) => piece);
  const fault = trialFault(next, pieces);
  if (fault) throw faulty(fault.piece, fault.line, fault.detail);
  return { files: after, next };
}
