import { FuhanError } from '@fuhan/kernel';
import {
  type LetterFile,
  lettersIn,
  type ReadFile,
  readEarlier,
  type UnitFinder,
  unitFinder,
} from '@fuhan/knowledge';
import { createPdfReader, type PdfReading } from '@fuhan/letter-engine';
import { appendAudit, Blob, inTransaction, type JobSender, writeOutbox } from '@fuhan/platform';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { LetterImport, LetterImportRow } from '../case/earlier.entities';
import { knownUnits } from '../imports/import.usecases';
import type { ImportServices } from '../imports/read-import';
import {
  doubledOutcome,
  doubledWith,
  failedOutcome,
  type FileOutcome,
  storeEarlier,
  withDigest,
} from './store-earlier';

/** So many files are read in one job: others want their turn too. */
const AT_ONCE = 50;

/** What the readers of a run know of the house. */
export interface ReadingRoom {
  readonly known: UnitFinder;
  readonly unitIds: ReadonlyMap<string, string>;
}

export async function readingRoom({
  dataSource,
  profiles,
}: Pick<ImportServices, 'dataSource' | 'profiles'>): Promise<ReadingRoom> {
  const em = dataSource.manager;
  const units = await knownUnits(em);
  const { name: city } = await profiles.current(em);
  const withIds = units as readonly ((typeof units)[number] & { readonly id: string })[];
  return {
    known: unitFinder({ city, units }),
    unitIds: new Map(withIds.map(({ id, shortName }) => [shortName, id])),
  };
}

/** All files of a run in their order, each package opened once. */
async function* filesOf(
  { dataSource, blobs }: ImportServices,
  run: LetterImport,
): AsyncGenerator<LetterFile> {
  const stored = await dataSource.manager.findBy(Blob, { id: In(run.files.map(({ fileId }) => fileId)) });
  for (const { fileId, path } of run.files) {
    const blob = stored.find(({ id }) => id === fileId);
    if (!blob) throw new FuhanError('file.unknown');
    yield* lettersIn(path, await blobs.get(blob.sha256));
  }
}

/** One file after the other: two copies of a letter would both be new. */
const lockLetters = (em: EntityManager): Promise<unknown> =>
  em.query(`SELECT pg_advisory_xact_lock(hashtext('fuhan.earlier'))`);

/** The letter with all that belongs to it, or the reason why not, and its row: all of it, or nothing. */
async function settle(
  services: ImportServices,
  run: LetterImport,
  line: number,
  read: ReadFile,
  { unitIds }: ReadingRoom,
): Promise<void> {
  await inTransaction(services.dataSource, async (em) => {
    await lockLetters(em);
    const outcome = await outcomeOf(em, services, run, read, unitIds);
    const { reading, notes, ...more } = outcome;
    const row = { importId: run.id, line, ...more, reading: reading as never, notes: notes as never };
    // Another worker that took the job up was quicker.
    const fresh = await em
      .createQueryBuilder()
      .insert()
      .into(LetterImportRow)
      .values(row)
      .orIgnore()
      .returning('line')
      .execute();
    if ((fresh.raw as unknown[]).length === 0) throw new Overtaken();
    await em.update(LetterImport, { id: run.id }, { done: line, movedAt: services.now() });
  });
}

class Overtaken extends Error {}

async function outcomeOf(
  em: EntityManager,
  { blobs, now }: ImportServices,
  { id: importId, createdBy: importedBy }: LetterImport,
  read: ReadFile,
  unitIds: ReadonlyMap<string, string>,
): Promise<FileOutcome> {
  if ('fault' in read) return failedOutcome(read);
  const letter = withDigest(read);
  const doubled = await doubledWith(em, letter);
  if (doubled !== null) return doubledOutcome(letter, doubled);
  const { path: file, reading } = letter;
  const letterId = await storeEarlier(em, blobs, { importId, importedBy, now: now(), unitIds }, letter);
  return { file, outcome: 'imported', code: null, reading, notes: reading.notes, letterId };
}

async function finish({ dataSource, now }: ImportServices, { id, createdBy }: LetterImport): Promise<void> {
  await inTransaction(dataSource, async (em) => {
    const { affected } = await em.update(
      LetterImport,
      { id, state: 'importing' },
      { state: 'imported', movedAt: now() },
    );
    if (affected === 0) return;
    const count = await em.countBy(LetterImportRow, { importId: id, outcome: 'imported' });
    await appendAudit(em, { actor: createdBy, action: 'letterImport.finish', object: id, detail: { count } });
  });
}

async function readPart(
  services: ImportServices,
  run: LetterImport,
  files: readonly LetterFile[],
  readPdf: PdfReading,
): Promise<void> {
  const room = await readingRoom(services);
  for (let line = run.done + 1; line <= files.length && line <= run.done + AT_ONCE; line++) {
    const file = files[line - 1];
    if (!file) return;
    await settle(services, run, line, await readEarlier(file, room.known, readPdf), room);
    services.told?.(line, files.length);
  }
}

/** Reads the next files of a run, and leaves word for the rest. Runs twice without importing anything twice. */
export async function workLetterImport(
  services: ImportServices,
  { importId }: { importId: string },
): Promise<void> {
  const em = services.dataSource.manager;
  const run = await em.findOneBy(LetterImport, { id: importId });
  if (run?.state !== 'importing') return;
  const files: LetterFile[] = [];
  for await (const file of filesOf(services, run)) files.push(file);
  await em.update(LetterImport, { id: importId }, { total: files.length });
  const pdf = createPdfReader();
  try {
    await readPart(services, run, files, (bytes, file) => pdf.read(bytes, file));
  } catch (error) {
    if (error instanceof Overtaken) return;
    throw error;
  } finally {
    await pdf.close();
  }
  const { done } = await em.findOneByOrFail(LetterImport, { id: importId });
  if (done >= files.length) return finish(services, run);
  await inTransaction(services.dataSource, (own) =>
    writeOutbox(own, [{ topic: 'letterImport.work', payload: { importId } }]),
  );
}

/** Runs that stand still for longer than this have lost their job. */
const LOST_MS = 60_000;

/** Offers runs that stand still to the queue again. */
export async function sweepLetterImports(
  dataSource: DataSource,
  sender: JobSender,
  now: Date,
): Promise<void> {
  const rows = (await dataSource.query(
    `SELECT id FROM letter_import WHERE state = 'importing' AND moved_at < $1 LIMIT 100`,
    [new Date(now.getTime() - LOST_MS)],
  )) as { id: string }[];
  await sender.send(
    rows.map(({ id }) => ({
      name: 'letterImport.work' as const,
      id: `letter-import-${id}`,
      data: { importId: id },
    })),
  );
}
