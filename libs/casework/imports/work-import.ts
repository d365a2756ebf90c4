import type { DateString } from '@fuhan/kernel';
import { FuhanError, shanghaiInstant } from '@fuhan/kernel';
import { actorOf } from '@fuhan/identity';
import { type CheckedRow, paperKey } from '@fuhan/intake';
import {
  appendAudit,
  Blob,
  type BlobStore,
  inTransaction,
  type JobSender,
  type Profiles,
  writeOutbox,
} from '@fuhan/platform';
import { type AbsentPerson, inPlaceOf, mayKeepHouse, type ProposalKind, standsInFor } from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { Proposal } from '../case/entities';
import { type NewPaper, type RegisterContext, registerPapers } from '../proposals/register-proposal.usecase';
import { checkList, registrationOf } from './check-list';
import {
  ImportBatch,
  ImportEdit,
  ImportMapping,
  ImportRow,
  ProposedHandOverRow,
} from '../case/import.entities';
import { knownUnits, turn } from './import.usecases';

export interface ImportServices {
  readonly dataSource: DataSource;
  readonly blobs: BlobStore;
  readonly profiles: Profiles;
  now(): Date;
  today(): DateString;
}

/** So many lines go into one statement. */
const CHUNK = 100;

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) =>
    items.slice(i * CHUNK, (i + 1) * CHUNK),
  );
}

/** Progress is told beside the transaction, so that it can be read while that still runs. */
const tell = async (dataSource: DataSource, id: string, done: number, total: number): Promise<void> => {
  await dataSource.manager.update(ImportBatch, { id }, { done, total });
};

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

async function readBatch(services: ImportServices, batch: ImportBatch) {
  const { dataSource, blobs, profiles } = services;
  const em = dataSource.manager;
  const { sha256, fileName: name } = await em.findOneByOrFail(Blob, { id: batch.fileId });
  const edits = await em.findBy(ImportEdit, { batchId: batch.id });
  return checkList(
    { bytes: await blobs.get(sha256), name },
    batch.choice,
    new Map(edits.map(({ line, fieldValues }) => [line, fieldValues])),
    {
      profile: await profiles.current(em),
      units: await knownUnits(em),
      today: services.today(),
      remembered: async (fingerprint) =>
        (await em.findOneBy(ImportMapping, { unitId: batch.unitId, fingerprint }))?.columns ?? null,
      registered: (keys) => registeredAmong(em, keys),
      step: (done, total) => tell(dataSource, batch.id, done, total),
    },
  );
}

/** Reads and checks the file; what a newer change has overtaken is thrown away. */
async function read(services: ImportServices, batch: ImportBatch): Promise<void> {
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

/** Somebody has registered one of the numbers since the list was checked. */
class Overtaken extends Error {}

function paperOf(batch: ImportBatch, { line, paper, handOver }: ImportRow): NewPaper {
  const day = paper!.registeredOn ?? handOver?.handedOverOn ?? null;
  // A single paper's file is its original; it has no line of a table.
  const original = line === 1 ? batch.fileId : null;
  return {
    input: registrationOf(paper!, original) as NewPaper['input'],
    remark: day === null ? '导入清单，' : `导入清单（原登记日期 ${day}），`,
    ...(day === null ? {} : { registeredAt: shanghaiInstant(day, '09:00') }),
  };
}

/** Who confirmed the list, in whose place. */
async function contextOf(
  { profiles, now, today }: ImportServices,
  em: EntityManager,
  { confirmedBy, createdBy }: ImportBatch,
): Promise<RegisterContext & { readonly absent: AbsentPerson | null }> {
  const actor = await actorOf(em, confirmedBy ?? createdBy, today());
  const absent = standsInFor(actor, (each) => mayKeepHouse(each, 'import.confirm'));
  return { em, actor: inPlaceOf(actor, absent), now: now(), profile: await profiles.current(em), absent };
}

/** Writes who registered a list, when it is done. */
async function audit(
  { em, actor, absent }: Awaited<ReturnType<typeof contextOf>>,
  batch: ImportBatch,
  count: number,
) {
  await appendAudit(em, {
    actor: actor.personId,
    action: 'import.finish',
    object: batch.id,
    detail: { count, mode: batch.mode, ...(absent && { onBehalfOf: absent.personId, as: actor.name }) },
  });
}

async function registerChunk(
  ctx: RegisterContext,
  batch: ImportBatch,
  rows: readonly ImportRow[],
): Promise<void> {
  const { em } = ctx;
  const ids = await registerPapers(
    ctx,
    rows.map((row) => paperOf(batch, row)),
  );
  if (ids.includes(null)) throw new Overtaken();
  const proposed = rows.flatMap(({ handOver }, i) =>
    handOver ? [{ ...handOver, proposalId: ids[i]! }] : [],
  );
  if (proposed.length > 0) await em.insert(ProposedHandOverRow, proposed);
  await em.query(
    `UPDATE import_row r SET proposal_id = k.id FROM unnest($2::int[], $3::uuid[]) AS k (line, id) WHERE r.batch_id = $1 AND r.line = k.line`,
    [batch.id, rows.map(({ line }) => line), ids],
  );
}

/** Registers the good lines in one transaction. A job that runs twice waits for the other and finds the work done. */
async function register(services: ImportServices, batch: ImportBatch): Promise<void> {
  const { dataSource } = services;
  await inTransaction(dataSource, async (em) => {
    await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('fuhan.import ' || $1, 0))`, [batch.id]);
    const { state } = await em.findOneByOrFail(ImportBatch, { id: batch.id });
    if (state !== 'importing') return;
    const rows = await em.find(ImportRow, {
      where: { batchId: batch.id, good: true },
      order: { line: 'ASC' },
    });
    const ctx = await contextOf(services, em, batch);
    let done = 0;
    for (const chunk of chunks(rows)) {
      await registerChunk(ctx, batch, chunk);
      done += chunk.length;
      await tell(dataSource, batch.id, done, rows.length);
    }
    await turn(em, batch.id, 'finish', services.now());
    await audit(ctx, batch, rows.length);
  });
}

async function checkAgain({ dataSource, now }: ImportServices, { id }: ImportBatch): Promise<void> {
  await inTransaction(dataSource, async (em) => {
    await turn(em, id, 'check again', now(), { mode: null, confirmedAt: null, confirmedBy: null, done: 0 });
    await writeOutbox(em, [{ topic: 'import.work', payload: { batchId: id } }]);
  });
}

/** Does what a list waits for: it is read, or registered. Runs twice without doing anything twice. */
export async function workImport(services: ImportServices, { batchId }: { batchId: string }): Promise<void> {
  const batch = await services.dataSource.manager.findOneBy(ImportBatch, { id: batchId });
  if (batch?.state === 'reading') await read(services, batch);
  if (batch?.state !== 'importing') return;
  try {
    await register(services, batch);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    await checkAgain(services, batch);
  }
}

/** Lists that wait for longer than this have lost their job. */
const LOST_MS = 60_000;

/** Offers lists that wait to the queue again: what it lost comes back. */
export async function sweepImports(dataSource: DataSource, sender: JobSender, now: Date): Promise<number> {
  const rows = (await dataSource.query(
    `SELECT id FROM import_batch WHERE state IN ('reading', 'importing') AND moved_at < $1 LIMIT 100`,
    [new Date(now.getTime() - LOST_MS)],
  )) as { id: string }[];
  await sender.send(
    rows.map(({ id }) => ({ name: 'import.work' as const, id: `import-${id}`, data: { batchId: id } })),
  );
  return rows.length;
}
