import { shanghaiInstant } from '@fuhan/kernel';
import { actorOf } from '@fuhan/identity';
import { appendAudit, inTransaction, type JobSender, writeOutbox } from '@fuhan/platform';
import { type AbsentPerson, inPlaceOf, mayKeepHouse, standsInFor } from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { ImportBatch, ImportRow, ProposedHandOverRow } from '../case/import.entities';
import { type NewPaper, type RegisterContext, registerPapers } from '../proposals/register-proposal.usecase';
import { registrationOf } from './check-list';
import { chunks, type ImportServices, readImport, tell } from './read-import';
import { turn } from './turn';

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
      await tell(services, batch.id, done, rows.length);
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
  if (batch?.state === 'reading') await readImport(services, batch);
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
