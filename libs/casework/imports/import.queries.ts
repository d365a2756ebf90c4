import type { importAnswer, importBrief, importRow, importRowsAnswer } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { Person } from '@fuhan/identity';
import { columnLabel, type Columns, type IntakeField, intakeFieldNames } from '@fuhan/intake';
import { Blob } from '@fuhan/platform';
import { type Actor, duties, importStates, mayKeepHouse } from '@fuhan/rules';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { ImportBatch, ImportRow } from '../case/import.entities';

type Brief = z.input<typeof importBrief>;
const SHOWN = 30;
/** So much of a cell is shown in the report; the whole is in the file. */
const SHOWN_CHARACTERS = 300;

async function briefs(em: EntityManager, batches: readonly ImportBatch[]): Promise<Brief[]> {
  const files = await em.findBy(Blob, { id: In(batches.map(({ fileId }) => fileId)) });
  const people = await em.findBy(Person, { id: In(batches.map(({ createdBy }) => createdBy)) });
  return batches.map(({ id, fileId, state, createdAt, createdBy, done, total, refusal }) => ({
    ...{ id, state, done, total, refusal },
    fileName: files.find((file) => file.id === fileId)?.fileName ?? '',
    stateLabel: importStates[state],
    createdAt: createdAt.toISOString(),
    createdBy: people.find((person) => person.id === createdBy)?.name ?? '',
  }));
}

/** Lists are the coordinators' alone: they hold what nobody has been given yet. @throws FuhanError `permission.denied` */
export function admitToImports(actor: Actor): void {
  if (!mayKeepHouse(actor, 'import.create'))
    throw new FuhanError('permission.denied', { action: '查看导入的清单', who: duties.coordinator.label });
}

/** The newest lists. */
export const listImports = async (em: EntityManager): Promise<Brief[]> =>
  briefs(em, await em.find(ImportBatch, { order: { createdAt: 'DESC' }, take: SHOWN }));

const batchOf = async (em: EntityManager, id: string): Promise<ImportBatch> => {
  const batch = await em.findOneBy(ImportBatch, { id });
  if (!batch) throw new FuhanError('request.not-found');
  return batch;
};

const columnList = (columns: Columns): { field: IntakeField; column: number }[] =>
  intakeFieldNames.flatMap((field) => {
    const column = columns[field];
    return column === undefined ? [] : [{ field, column }];
  });

/** A list with how far it is and what was found. @throws FuhanError `request.not-found` */
export async function showImport(em: EntityManager, id: string): Promise<z.input<typeof importAnswer>> {
  const batch = await batchOf(em, id);
  const [brief] = await briefs(em, [batch]);
  const [counts] = (await em.query(
    `SELECT count(*) FILTER (WHERE good)::int AS good, count(*) FILTER (WHERE NOT good)::int AS bad,
       count(*) FILTER (WHERE good AND problems <> '[]')::int AS warned FROM import_row WHERE batch_id = $1`,
    [id],
  )) as [{ good: number; bad: number; warned: number }];
  const { reading, revision, mode, choice } = batch;
  return {
    ...brief!,
    ...counts,
    ...{ revision, mode },
    header: [...(reading?.header ?? [])],
    columns: columnList(reading?.columns ?? {}),
    kind: reading?.kind ?? choice.kind,
    term: reading?.term ?? choice.term,
    meeting: reading?.meeting ?? choice.meeting,
    notes: [...(reading?.notes ?? [])],
  };
}

function shown(row: ImportRow, { reading }: ImportBatch, characters: number): z.input<typeof importRow> {
  const { line, good, fieldValues, paper, problems, proposalId } = row;
  const header = { texts: reading?.header ?? [] };
  return {
    ...{ line, good, proposalId },
    fields: intakeFieldNames.flatMap((field) => {
      const text = fieldValues[field];
      return text === undefined ? [] : [{ field, text: text.slice(0, characters) }];
    }),
    suggestions: paper?.suggestions.map(({ title }) => title) ?? [],
    proposers: paper?.proposers.map(({ name }) => name) ?? [],
    problems: problems.map(({ field, severity, words, mend, choices = [] }) => ({
      ...{ field, severity, words, mend },
      choices: [...choices],
      column: field === null ? null : columnLabel(header, reading?.columns[field]),
    })),
  };
}

const conditions = { all: 'true', problems: `r.problems <> '[]'`, errors: 'NOT r.good' } as const;

/** The lines of a list, those with problems alone where asked; of each cell no more than so many characters. @throws FuhanError `request.not-found` */
export async function showImportRows(
  em: EntityManager,
  id: string,
  { only, offset, limit }: { only: keyof typeof conditions; offset: number; limit: number },
  characters = SHOWN_CHARACTERS,
): Promise<z.input<typeof importRowsAnswer>> {
  const batch = await batchOf(em, id);
  const [rows, total] = await em
    .createQueryBuilder(ImportRow, 'r')
    .where('r.batchId = :id', { id })
    .andWhere(conditions[only])
    .orderBy('r.line')
    .skip(offset)
    .take(limit)
    .getManyAndCount();
  return { rows: rows.map((row) => shown(row, batch, characters)), total };
}
