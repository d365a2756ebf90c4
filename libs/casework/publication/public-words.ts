import { plainText, tokensOf } from '@fuhan/knowledge';
import { inTransaction } from '@fuhan/platform';
import type { DataSource, EntityManager } from 'typeorm';

/** So many copies are read in one transaction. */
const AT_ONCE = 50;

/** Writes what a copy is found by: its own masked words, never the letter's. */
export async function writePublicWords(
  em: EntityManager,
  { id, title, text }: { readonly id: string; readonly title: string; readonly text: string },
): Promise<void> {
  const plain = `${plainText(title)}\n${plainText(text)}`.toLowerCase();
  await em.query('UPDATE publication SET plain = $2, words = array_to_tsvector($3::text[]) WHERE id = $1', [
    id,
    plain,
    tokensOf(plain),
  ]);
}

/** Reads the copies that were made before there was an index; those of an archive bring their words with them. */
export async function fillPublicWords(dataSource: DataSource): Promise<void> {
  const some = (): Promise<number> =>
    inTransaction(dataSource, async (em) => {
      const copies = (await em.query(
        'SELECT id, title, text FROM publication WHERE words IS NULL LIMIT $1 FOR UPDATE SKIP LOCKED',
        [AT_ONCE],
      )) as { id: string; title: string; text: string }[];
      for (const copy of copies) await writePublicWords(em, copy);
      return copies.length;
    });
  while ((await some()) > 0);
}
