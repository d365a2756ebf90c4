import { type LetterFile, letterKey, readEarlier, type UnitFinder } from '@fuhan/knowledge';
import { createPdfReader } from '@fuhan/letter-engine';
import type { EntityManager } from 'typeorm';
import {
  doubledOutcome,
  doubledWith,
  failedOutcome,
  type FileOutcome,
  type ReadLetter,
  withDigest,
} from './store-earlier';

/** The letters of one trial, so that copies among them are told too. */
class Met {
  private readonly names = new Map<string, string>();

  /** What the letter doubles; remembers it where it is new. */
  doubled({ path, digest, reading }: ReadLetter): string | null {
    const keys = [digest, letterKey(reading) ?? digest];
    const before = keys.map((key) => this.names.get(key)).find((name) => name !== undefined);
    if (before !== undefined) return `与前面的“${before}”是同一封函，会跳过，不用处理。`;
    for (const key of keys) this.names.set(key, path);
    return null;
  }
}

/** What importing these files would bring; nothing is stored. Without a database copies are looked for among the files alone. */
export async function tryLetters(
  em: EntityManager | null,
  files: readonly LetterFile[],
  known: UnitFinder,
): Promise<FileOutcome[]> {
  const pdf = createPdfReader();
  const met = new Met();
  const outcomes: FileOutcome[] = [];
  try {
    for (const file of files) {
      const read = await readEarlier(file, known, (bytes, name) => pdf.read(bytes, name));
      if ('fault' in read) {
        outcomes.push(failedOutcome(read));
        continue;
      }
      const letter = withDigest(read);
      const doubled = met.doubled(letter) ?? (em && (await doubledWith(em, letter)));
      const { path, reading } = letter;
      outcomes.push(
        doubled !== null
          ? doubledOutcome(letter, doubled)
          : { file: path, outcome: 'imported', code: null, reading, notes: reading.notes, letterId: null },
      );
    }
    return outcomes;
  } finally {
    await pdf.close();
  }
}
