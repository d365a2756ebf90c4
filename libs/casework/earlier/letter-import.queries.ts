import type {
  letterImportAnswer,
  letterImportBrief,
  letterImportRow,
  letterImportRowsAnswer,
} from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { Person } from '@fuhan/identity';
import { earlierFields } from '@fuhan/knowledge';
import { type Actor, duties, letterImportStates, letterOutcomes, mayKeepHouse } from '@fuhan/rules';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { LetterImport, LetterImportRow } from '../case/earlier.entities';
import type { FileOutcome } from './store-earlier';

type Brief = z.input<typeof letterImportBrief>;
type Row = z.input<typeof letterImportRow>;
const SHOWN = 30;

const nameOf = ({ files }: LetterImport): string => {
  const [first] = files;
  return files.length > 1 ? `${first?.path} 等 ${files.length} 个文件` : (first?.path ?? '');
};

async function briefs(em: EntityManager, runs: readonly LetterImport[]): Promise<Brief[]> {
  const people = await em.findBy(Person, { id: In(runs.map(({ createdBy }) => createdBy)) });
  return runs.map((run) => ({
    ...{ id: run.id, state: run.state, done: run.done, total: run.total, name: nameOf(run) },
    stateLabel: letterImportStates[run.state],
    createdAt: run.createdAt.toISOString(),
    createdBy: people.find((person) => person.id === run.createdBy)?.name ?? '',
  }));
}

/** Reports name letters of every unit: they are the coordinators' alone. @throws FuhanError `permission.denied` */
export function admitToLetterImports(actor: Actor): void {
  if (!mayKeepHouse(actor, 'letterImport.create'))
    throw new FuhanError('permission.denied', {
      action: '查看往年答复函的导入记录',
      who: duties.coordinator.label,
    });
}

/** The newest runs. */
export const listLetterImports = async (em: EntityManager): Promise<Brief[]> =>
  briefs(em, await em.find(LetterImport, { order: { createdAt: 'DESC' }, take: SHOWN }));

async function runOf(em: EntityManager, id: string): Promise<LetterImport> {
  const run = await em.findOneBy(LetterImport, { id });
  if (!run) throw new FuhanError('request.not-found');
  return run;
}

/** A run with how far it is and what it brought. @throws FuhanError `request.not-found` */
export async function showLetterImport(
  em: EntityManager,
  id: string,
): Promise<Omit<z.input<typeof letterImportAnswer>, 'actions'>> {
  const [brief] = await briefs(em, [await runOf(em, id)]);
  const [counts] = (await em.query(
    `SELECT count(*) FILTER (WHERE outcome = 'imported')::int AS imported, count(*) FILTER (WHERE outcome = 'doubled')::int AS doubled,
       count(*) FILTER (WHERE outcome = 'failed')::int AS failed, count(*) FILTER (WHERE outcome = 'imported' AND notes <> '[]')::int AS noted
     FROM letter_import_row WHERE import_id = $1`,
    [id],
  )) as [{ imported: number; doubled: number; failed: number; noted: number }];
  return { ...brief!, ...counts };
}

/** A line of the report: of a run, or of a trial. */
export function reportRow(line: number, { file, outcome, code, reading, notes, letterId }: FileOutcome): Row {
  return {
    ...{ line, file, outcome, code, letterId, outcomeLabel: letterOutcomes[outcome] },
    documentNumber: reading?.documentNumber ?? null,
    title: reading?.title ?? reading?.proposalTitle ?? null,
    issuer: reading?.issuer ?? null,
    outcomeClass: reading?.outcomeClass ?? null,
    date: reading?.date ?? null,
    proposalNumber: reading?.proposalNumber ?? null,
    coHandlers: [...(reading?.coHandlers ?? [])],
    missing: (reading?.missing ?? []).map((field) => earlierFields[field]),
    notes: [...notes],
  };
}

const conditions = {
  all: 'true',
  failed: `r.outcome = 'failed'`,
  doubled: `r.outcome = 'doubled'`,
  noted: `r.outcome = 'imported' AND r.notes <> '[]'`,
} as const;

/** The lines of the report, those of one outcome alone where asked. @throws FuhanError `request.not-found` */
export async function showLetterImportRows(
  em: EntityManager,
  id: string,
  { only, offset, limit }: { only: keyof typeof conditions; offset: number; limit: number },
): Promise<z.input<typeof letterImportRowsAnswer>> {
  await runOf(em, id);
  const [rows, total] = await em
    .createQueryBuilder(LetterImportRow, 'r')
    .where('r.importId = :id', { id })
    .andWhere(conditions[only])
    .orderBy('r.line')
    .skip(offset)
    .take(limit)
    .getManyAndCount();
  return { rows: rows.map((row) => reportRow(row.line, row)), total };
}
