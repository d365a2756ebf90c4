import type { CommandInput } from '@fuhan/contracts';
import { FuhanError, newId } from '@fuhan/kernel';
import { type HouseContext, loadAliases, Unit } from '@fuhan/identity';
import type { Columns, IntakeValues, KnownUnit } from '@fuhan/intake';
import { Blob, writeOutbox } from '@fuhan/platform';
import { importStates, type ImportTurn, importTurns, type HouseActionName, houseActions } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { Assignment, HistoryEntry, Proposal, Proposer, Suggestion } from '../case/entities';
import { ImportBatch, ImportEdit, ImportRow, ProposedHandOverRow } from '../case/import.entities';

const work = (em: EntityManager, batchId: string): Promise<void> =>
  writeOutbox(em, [{ topic: 'import.work', payload: { batchId } }]);

/**
 * Lets a list take a turn, in one guarded UPDATE; of two who click, one finds no row.
 * @throws FuhanError `request.not-found`, `state.moved-on`
 */
export async function turn(
  em: EntityManager,
  id: string,
  name: ImportTurn,
  now: Date,
  patch: Partial<ImportBatch> = {},
): Promise<void> {
  const { from, to } = importTurns[name];
  const result = await em
    .createQueryBuilder()
    .update(ImportBatch)
    .set({ ...patch, state: to, movedAt: now })
    .where('id = :id AND state = ANY(:from)', { id, from })
    .execute();
  if (result.affected === 1) return;
  const batch = await em.findOneBy(ImportBatch, { id });
  if (!batch) throw new FuhanError('request.not-found');
  const label = name in houseActions ? houseActions[name as HouseActionName].label : name;
  throw new FuhanError('state.moved-on', { action: label, state: importStates[batch.state] });
}

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

/** Locks the proposals of a list. @throws FuhanError `import.in-hand` where one was handed over */
async function lockUntouched(em: EntityManager, batchId: string): Promise<string[]> {
  const locked = (await em.query(
    `SELECT p.id, p.number FROM proposal p JOIN import_row r ON r.proposal_id = p.id WHERE r.batch_id = $1 ORDER BY p.id FOR UPDATE OF p`,
    [batchId],
  )) as { id: string; number: string }[];
  const ids = locked.map(({ id }) => id);
  const begun = (await em
    .createQueryBuilder(Assignment, 'a')
    .select('DISTINCT a.proposalId', 'id')
    .where('a.proposalId = ANY(:ids)', { ids })
    .getRawMany()) as { id: string }[];
  if (begun.length > 0) {
    const numbers = locked
      .filter(({ id }) => begun.some((each) => each.id === id))
      .map(({ number }) => number);
    throw new FuhanError('import.in-hand', { count: numbers.length, list: numbers.slice(0, 5).join('、') });
  }
  return ids;
}

/** 撤销导入, while nothing of it was handed over: the proposals are taken out again; the list and the audit log remember them. */
export async function undoImport(
  { em, now }: HouseContext,
  _input: unknown,
  id: string,
): Promise<{ id: string }> {
  await turn(em, id, 'import.undo', now);
  const ids = await lockUntouched(em, id);
  await em.query('UPDATE import_row SET proposal_id = NULL WHERE batch_id = $1', [id]);
  for (const entity of [ProposedHandOverRow, HistoryEntry, Suggestion, Proposer])
    await em.createQueryBuilder().delete().from(entity).where('proposal_id = ANY(:ids)', { ids }).execute();
  await em.createQueryBuilder().delete().from(Proposal).where('id = ANY(:ids)', { ids }).execute();
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
