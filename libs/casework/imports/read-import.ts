import { type DateString, FuhanError } from '@fuhan/kernel';
import { type CheckedRow, paperKey } from '@fuhan/intake';
import { Blob, type BlobStore, inTransaction, type Profiles } from '@fuhan/platform';
import type { ProposalKind } from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { Proposal } from '../case/entities';
import { ImportBatch, ImportEdit, ImportMapping, ImportRow } from '../case/import.entities';
import { type CheckedList, checkList, type ListSurroundings } from './check-list';
import { knownUnits } from './import.usecases';
import { turn } from './turn';

export interface ImportServices {
  readonly dataSource: DataSource;
  readonly blobs: BlobStore;
  readonly profiles: Profiles;
  now(): Date;
  today(): DateString;
  /** Hears of the progress, beside the list’s own row. */
  told?(done: number, total: number): void;
}

/** So many lines go into one statement. */
const CHUNK = 100;

/** The items in parts. */
export function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) =>
    items.slice(i * CHUNK, (i + 1) * CHUNK),
  );
}

/** Progress is told beside the transaction, so that it can be read while that still runs. */
export async function tell(services: ImportServices, id: string, done: number, total: number): Promise<void> {
  await services.dataSource.manager.update(ImportBatch, { id }, { done, total });
  services.told?.(done, total);
}

async function registeredAmong(em: EntityManager, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await em
    .createQueryBuilder(Proposal, 'p')
    .select(['p.kind AS kind', 'p.term AS term', 'p.meeting AS meeting', 'p.number AS number'])
    .where('p.number = ANY(:numbers)', { numbers: keys.map((key) => key.split(' ').at(-1)) })
    .getRawMany<{ kind: ProposalKind; term: number; meeting: number; number: string }>();
  return new Set(rows.map(paperKey));
}

const rowOf = (batchId: string, { line, values, paper, handOver, problems }: CheckedRow): object => ({
  ...{ batchId, line, fieldValues: values, problems, good: paper !== null, paper },
  handOver: paper ? handOver : null,
});

/** What the house knows of the lists of a unit: its profile, its units by all their names, the columns chosen before, what is registered. */
export async function listSurroundings(
  { dataSource, profiles, today }: Pick<ImportServices, 'dataSource' | 'profiles' | 'today'>,
  unitId: string | null,
): Promise<ListSurroundings> {
  const em = dataSource.manager;
  return {
    profile: await profiles.current(em),
    units: await knownUnits(em),
    today: today(),
    remembered: async (fingerprint) =>
      (unitId && (await em.findOneBy(ImportMapping, { unitId, fingerprint }))?.columns) || null,
    registered: (keys) => registeredAmong(em, keys),
  };
}

async function readBatch(services: ImportServices, batch: ImportBatch): Promise<CheckedList> {
  const { dataSource, blobs } = services;
  const em = dataSource.manager;
  const { sha256, fileName: name } = await em.findOneByOrFail(Blob, { id: batch.fileId });
  const edits = await em.findBy(ImportEdit, { batchId: batch.id });
  return checkList(
    { bytes: await blobs.get(sha256), name },
    batch.choice,
    new Map(edits.map(({ line, fieldValues }) => [line, fieldValues])),
    {
      ...(await listSurroundings(services, batch.unitId)),
      step: (done, total) => tell(services, batch.id, done, total),
    },
  );
}

/** Reads and checks the file; what a newer change has overtaken is thrown away. */
export async function readImport(services: ImportServices, batch: ImportBatch): Promise<void> {
  const { dataSource } = services;
  const checked = await readBatch(services, batch).catch((error: unknown) => {
    if (error instanceof FuhanError && error.status < 500) return error;
    throw error;
  });
  await inTransaction(dataSource, async (em) => {
    const current = await em.findOne(ImportBatch, {
      where: { id: batch.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (current?.state !== 'reading' || current.revision !== batch.revision) return;
    await em.delete(ImportRow, { batchId: batch.id });
    if (checked instanceof FuhanError) {
      await turn(em, batch.id, 'refuse', services.now(), { refusal: checked.message, reading: null });
      return;
    }
    const { reading, rows } = checked;
    for (const chunk of chunks(rows))
      await em.insert(
        ImportRow,
        chunk.map((row) => rowOf(batch.id, row)),
      );
    if (batch.choice.columns) {
      const { unitId, createdBy: savedBy } = batch;
      const { fingerprint, columns } = reading;
      await em.save(ImportMapping, { unitId, fingerprint, columns, savedAt: services.now(), savedBy });
    }
    await turn(em, batch.id, 'read', services.now(), { reading, done: rows.length, total: rows.length });
  });
}
