import type { CommandInput } from '@fuhan/contracts';
import { FuhanError, newId } from '@fuhan/kernel';
import type { HouseContext } from '@fuhan/identity';
import { Blob, writeOutbox } from '@fuhan/platform';
import { houseActions, letterImportStates } from '@fuhan/rules';
import { In } from 'typeorm';
import { LetterImport } from '../case/earlier.entities';

/** 导入往年答复函: the files are read by a job; this answers at once. */
async function createLetterImport(
  { em, actor, now }: HouseContext,
  { files }: CommandInput<'letterImport.create'>,
): Promise<{ id: string }> {
  const ids = [...new Set(files.map(({ fileId }) => fileId))];
  if ((await em.countBy(Blob, { id: In(ids), createdBy: actor.personId })) < ids.length)
    throw new FuhanError('file.unknown');
  const id = newId();
  await em.insert(LetterImport, {
    ...{ id, state: 'importing' as const, createdAt: now, movedAt: now, createdBy: actor.personId },
    files: files as never,
  });
  await writeOutbox(em, [{ topic: 'letterImport.work', payload: { importId: id } }]);
  return { id };
}

/** 撤销导入: the letters of the run are found and quoted no more; the report stays. */
async function undoLetterImport(
  { em, now }: HouseContext,
  _input: unknown,
  id: string,
): Promise<{ id: string }> {
  const { affected } = await em.update(
    LetterImport,
    { id, state: 'imported' },
    { state: 'undone', movedAt: now },
  );
  if (affected === 0) {
    const run = await em.findOneBy(LetterImport, { id });
    if (!run) throw new FuhanError('request.not-found');
    const { label } = houseActions['letterImport.undo'];
    throw new FuhanError('state.moved-on', { action: label, state: letterImportStates[run.state] });
  }
  await em.query(
    `DELETE FROM search_document WHERE kind = 'earlier' AND source_id IN (SELECT id FROM earlier_letter WHERE import_id = $1)`,
    [id],
  );
  await em.query('DELETE FROM earlier_letter WHERE import_id = $1', [id]);
  return { id };
}

export const letterImportUseCases = {
  'letterImport.create': createLetterImport,
  'letterImport.undo': undoLetterImport,
} as const;
