import type { CommandInput } from '@fuhan/contracts';
import { FuhanError, newId } from '@fuhan/kernel';
import { type HouseContext, loadAliases, Unit } from '@fuhan/identity';
import type { Columns, IntakeValues, KnownUnit } from '@fuhan/intake';
import { Blob, writeOutbox } from '@fuhan/platform';
import type { EntityManager } from 'typeorm';
import { ImportBatch, ImportEdit, ImportRow } from '../case/import.entities';
import { turn } from './turn';
import { undoImport } from './undo-import.usecase';

const work = (em: EntityManager, batchId: string): Promise<void> =>
  writeOutbox(em, [{ topic: 'import.work', payload: { batchId } }]);

/** 导入交办清单: the file is read by a job; this answers at once. */
export async function createImport(
  { em, actor, now }: HouseContext,
  { fileId, kind, term, meeting }: CommandInput<'import.create'>,
): Promise<{ id: string }> {
  if (!(await em.existsBy(Blob, { id: fileId, createdBy: actor.personId })))
    throw new FuhanError('file.unknown');
  const id = newId();
  await em.insert(ImportBatch, {
    ...{ id, fileId, unitId: actor.unitId, state: 'reading' as const, createdAt: now, movedAt: now },
    choice: { columns: null, kind, term, meeting },
    createdBy: actor.personId,
  });
  await work(em, id);
  return { id };
}

const columnsOf = (columns: CommandInput<'import.change'>['columns']): Columns | null =>
  columns.length === 0
    ? null
    : Object.fromEntries(columns.flatMap(({ field, column }) => (column === null ? [] : [[field, column]])));

/** Other columns, another session, cells typed over: the list is read and checked anew. */
export async function changeImport(
  { em, now }: HouseContext,
  { columns, rows, kind, term, meeting }: CommandInput<'import.change'>,
  id: string,
): Promise<{ id: string }> {
  const before = await em.findOneBy(ImportBatch, { id });
  await turn(em, id, 'import.change', now, {
    choice: { columns: columnsOf(columns) ?? before?.choice.columns ?? null, kind, term, meeting },
    revision: (before?.revision ?? 0) + 1,
    ...{ done: 0, total: 0, refusal: null },
  });
  for (const { line, fields } of rows) {
    const typed: IntakeValues = Object.fromEntries(fields.map(({ field, text }) => [field, text]));
    const known = await em.findOneBy(ImportEdit, { batchId: id, line });
    await em.save(ImportEdit, { batchId: id, line, fieldValues: { ...known?.fieldValues, ...typed } });
  }
  await work(em, id);
  return { id };
}

/** 确认导入: all lines, or the good ones; the job registers them in one transaction. */
export async function confirmImport(
  { em, actor, now }: HouseContext,
  { mode }: CommandInput<'import.confirm'>,
  id: string,
): Promise<{ id: string }> {
  await turn(em, id, 'import.confirm', now, { mode, confirmedAt: now, confirmedBy: actor.personId });
  const good = await em.countBy(ImportRow, { batchId: id, good: true });
  const bad = await em.countBy(ImportRow, { batchId: id, good: false });
  if (good === 0) throw new FuhanError('import.nothing-good');
  if (mode === 'all' && bad > 0) throw new FuhanError('import.has-problems', { count: bad });
  await em.update(ImportBatch, { id }, { done: 0, total: good });
  await work(em, id);
  return { id };
}

export const importUseCases = {
  'import.create': createImport,
  'import.change': changeImport,
  'import.confirm': confirmImport,
  'import.undo': undoImport,
} as const;

/** The units a list may name. */
export async function knownUnits(em: EntityManager): Promise<KnownUnit[]> {
  const aliases = await loadAliases(em);
  const units = await em.findBy(Unit, { active: true });
  return units.map(({ id, name, shortName }) => ({ id, name, shortName, aliases: aliases.get(id) ?? [] }));
}
