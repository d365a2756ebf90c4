import { insertNotices } from '@fuhan/clocks';
import { FuhanError, newId, shanghaiDate } from '@fuhan/kernel';
import { type LetterModel, renderDocx, renderHtml } from '@fuhan/letter-engine';
import { delegatesOf, peopleWithDuty, type RunningDelegation, runningDelegations } from '@fuhan/identity';
import { announce, Blob, type BlobStore, inTransaction, type JobSender, Outbox } from '@fuhan/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { Letter, LetterFile, type LetterFormat } from './case/entities';
import type { Audience, TellPayload } from './case/tell';

const mimes: Record<LetterFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

export type PrintPdf = (model: LetterModel) => Promise<{ pdf: Uint8Array }>;

async function bytesOf(letter: Letter, format: LetterFormat, printPdf: PrintPdf): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return (await printPdf(letter.model)).pdf;
    case 'docx':
      return renderDocx(letter.model);
    case 'html':
      return new TextEncoder().encode(renderHtml(letter.model));
    case 'txt':
      return new TextEncoder().encode(letter.text);
  }
}

async function storeFile(
  dataSource: DataSource,
  blobs: BlobStore,
  letter: Letter,
  format: LetterFormat,
  bytes: Uint8Array,
  now: Date,
): Promise<void> {
  const stored = await blobs.put(bytes);
  await inTransaction(dataSource, async (em) => {
    const blob = {
      id: newId(),
      ...stored,
      mime: mimes[format],
      fileName: `${letter.documentNumber}.${format}`,
      createdAt: now,
    };
    await em.insert(Blob, blob);
    await em.query(
      `UPDATE letter_file SET state = 'ready', blob_id = $3, error = NULL WHERE letter_id = $1 AND format = $2 AND state <> 'ready'`,
      [letter.id, format, blob.id],
    );
    await announce(em, [{ case: letter.proposalId, by: null }]);
  });
}

/** Makes the files an issued letter still lacks, from its frozen model. Running twice makes nothing twice. */
export async function produceLetterFiles(
  services: { dataSource: DataSource; blobs: BlobStore; printPdf: PrintPdf; now: () => Date },
  { letterId }: { letterId: string },
): Promise<void> {
  const { dataSource, blobs, printPdf, now } = services;
  const letter = await dataSource.manager.findOneByOrFail(Letter, { id: letterId });
  const files = await dataSource.manager.findBy(LetterFile, { letterId });
  for (const { format } of files.filter(({ state }) => state !== 'ready')) {
    try {
      await storeFile(dataSource, blobs, letter, format, await bytesOf(letter, format, printPdf), now());
    } catch (error) {
      const words = error instanceof FuhanError ? error.message : '生成时出错，系统会再试。';
      await dataSource.manager.update(LetterFile, { letterId, format }, { state: 'failed', error: words });
      throw error;
    }
  }
}

/** Offers letters whose files are not all there to the queue again: what the queue lost comes back. */
export async function sweepLetterFiles(dataSource: DataSource, sender: JobSender): Promise<number> {
  const rows = (await dataSource.query(
    `SELECT DISTINCT letter_id AS id FROM letter_file WHERE state <> 'ready' LIMIT 1000`,
  )) as { id: string }[];
  await sender.send(
    rows.map(({ id }) => ({ name: 'letter.produce' as const, id: `files-${id}`, data: { letterId: id } })),
  );
  return rows.length;
}

/** Who is told: the people meant and, while one of them is away, who stands in. */
async function peopleOf(
  em: EntityManager,
  audience: Audience,
  running: readonly RunningDelegation[],
): Promise<string[]> {
  if ('personId' in audience) return [audience.personId, ...delegatesOf(running, audience.personId)];
  const { unitId, duties, officeId = null } = audience;
  const people = await peopleWithDuty(em, unitId, duties);
  const ids = people.filter((each) => officeId === null || each.officeId === officeId).map(({ id }) => id);
  return [...ids, ...ids.flatMap((id) => delegatesOf(running, id, duties))];
}

/** Turns an outbox row into inbox notices. */
export async function tellPeople(
  dataSource: DataSource,
  { outboxId }: { outboxId: string },
  now: Date,
): Promise<void> {
  await inTransaction(dataSource, async (em) => {
    const row = await em.findOneBy(Outbox, { id: outboxId });
    if (!row) return;
    const { kind, title, body, link, audiences } = row.payload as unknown as TellPayload;
    const running = await runningDelegations(em, shanghaiDate(now));
    const personIds = new Set<string>();
    for (const audience of audiences)
      for (const id of await peopleOf(em, audience, running)) personIds.add(id);
    const source = `outbox-${outboxId}`;
    await insertNotices(
      em,
      [...personIds].map((personId) => ({ personId, source, kind, title, body, link, createdAt: now })),
    );
  });
}
