import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letterKinds } from '../model/model';
import { projectPath } from '../project-root';
import { casePieces, ownPieces, pieceFile, piecesOf, replacementOf, wordingNames } from './pieces';

const filesIn = (folder: string): string[] =>
  readdirSync(projectPath('templates/letters', folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(/\.hbs$/, ''))
    .sort();

describe('the files of the wording', () => {
  it('should be one template for every kind, and the words', () => {
    expect(filesIn('.')).toEqual([...letterKinds, 'words.json'].sort());
  });

  it('should be the shared pieces by name', () => {
    expect(filesIn('partials')).toEqual([...wordingNames, ...casePieces].sort());
  });

  it.each(letterKinds.filter((kind) => ownPieces[kind].length > 0))('should be the pieces of %s', (kind) => {
    expect(filesIn(join('partials', kind))).toEqual([...ownPieces[kind]].sort());
  });
});

describe('the table of kinds in docs/letters.md', () => {
  const rows = readFileSync(projectPath('docs/letters.md'), 'utf8').split('\n');

  it.each(letterKinds)('should name every piece of %s', (kind) => {
    const row = rows.find((line) => line.startsWith(`| \`${kind}\``))?.split('|')[4] ?? '';
    const named = /`(.+)`/.exec(row)?.[1]?.split(' ') ?? [];
    expect(named).toEqual([...ownPieces[kind]]);
  });
});

describe('a piece of a kind', () => {
  it('should come from its own file where it has one', () => {
    expect(pieceFile('opinion', 'title')).toBe('opinion/title');
  });

  it('should come from the shared file otherwise', () => {
    expect(pieceFile('opinion', 'signature')).toBe('signature');
  });

  it.each(letterKinds)('should be named once: %s', (kind) => {
    expect(new Set(piecesOf(kind)).size).toBe(piecesOf(kind).length);
  });

  it('should be replaced by the words for its kind before those for all', () => {
    const wording = { signature: '一', 'opinion.signature': '二' };
    expect(replacementOf(wording, 'opinion', 'signature')).toBe('二');
  });

  it('should never be replaced by what every object knows', () => {
    expect(replacementOf({}, 'opinion', 'constructor')).toBeUndefined();
  });

  it('should never be replaced by the words for a kind of proposal', () => {
    expect(replacementOf({ words: {} }, 'opinion', 'words')).toBeUndefined();
  });
});
