import { createHash } from 'node:crypto';
import { newId } from '@fuhan/kernel';
import { type EarlierReading, letterKey, type ReadFile } from '@fuhan/knowledge';
import { renderText, sourceFormat } from '@fuhan/letter-engine';
import { Blob, type BlobStore } from '@fuhan/platform';
import type { LetterOutcome } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { EarlierLetter, EarlierLetterUnit } from '../case/earlier.entities';
import { writeText } from '../search/index-texts';

/** A file that is a letter, with its text as it is compared and found. */
export type ReadLetter = Extract<ReadFile, { readonly reading: EarlierReading }> & {
  readonly text: string;
  readonly digest: string;
};

/** What became of a file, as the report has it. */
export interface FileOutcome {
  readonly file: string;
  readonly outcome: LetterOutcome;
  readonly code: string | null;
  readonly reading: EarlierReading | null;
  readonly notes: readonly string[];
  readonly letterId: string | null;
}

/** The words alone: line ends and blanks differ from copy to copy. */
export function withDigest(read: Extract<ReadFile, { readonly reading: EarlierReading }>): ReadLetter {
  const text = renderText(read.model);
  const digest = createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex');
  return { ...read, text, digest };
}

/** What is told of a file that is no letter. */
export const failedOutcome = ({
  path,
  fault,
}: Extract<ReadFile, { readonly fault: unknown }>): FileOutcome => ({
  ...{ file: path, outcome: 'failed' as const, code: fault.code, reading: null, letterId: null },
  notes: [fault.message],
});

/** What is told of a letter that is there already. */
export const doubledOutcome = ({ path, reading }: ReadLetter, words: string): FileOutcome => ({
  ...{ file: path, outcome: 'doubled' as const, code: null, reading, letterId: null },
  notes: [words],
});

const knownSql = `SELECT e.reading->>'documentNumber' AS number, e.reading->>'title' AS title, e.digest = $1 AS same
  FROM earlier_letter e WHERE e.digest = $1 OR e.key = $2 ORDER BY same DESC LIMIT 1`;
const ownSql = `SELECT 1 FROM letter l JOIN draft d ON d.id = l.draft_id JOIN assignment a ON a.id = d.assignment_id JOIN unit u ON u.id = a.unit_id
  WHERE l.document_number || ' ' || u.short_name = $1 AND l.state <> 'withdrawn' LIMIT 1`;

/** Whether a letter has come in before, or was written in this house: in the words of the report; null where it is new. */
export async function doubledWith(em: EntityManager, letter: ReadLetter): Promise<string | null> {
  const { digest, reading } = letter;
  const key = letterKey(reading);
  const [known] = (await em.query(knownSql, [digest, key])) as {
    number: string | null;
    title: string | null;
    same: boolean;
  }[];
  if (known) {
    const name = known.number ?? known.title ?? '另一封';
    return known.same
      ? `与已导入的“${name}”文字相同，已跳过，不用处理。`
      : `“${name}”已经导入过（字号和发文单位相同），已跳过。要用这一份，请先撤销那次导入。`;
  }
  if (key !== null && ((await em.query(ownSql, [key])) as unknown[]).length > 0)
    return `“${reading.documentNumber}”是本系统发出的函，已跳过，不用处理。`;
  return null;
}

const MIMES = {
  text: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

interface Run {
  readonly importId: string;
  readonly importedBy: string;
  readonly now: Date;
  /** Ids of the house's units by their short names. */
  readonly unitIds: ReadonlyMap<string, string>;
}

/** Stores a letter with its file and what it is found by; everything in the caller's transaction. @returns its id */
export async function storeEarlier(
  em: EntityManager,
  blobs: BlobStore,
  run: Run,
  { path, bytes, reading, model, text, digest }: ReadLetter,
): Promise<string> {
  const { importId, importedBy, now, unitIds } = run;
  const [id, fileId] = [newId(), newId()];
  const stored = await blobs.put(bytes);
  const fileName = path.split(/[/\\]/).at(-1) ?? path;
  const mime = MIMES[sourceFormat(bytes, path)];
  await em.insert(Blob, { id: fileId, ...stored, mime, fileName, createdAt: now, createdBy: importedBy });
  const idOf = (name: string | null): string | null => (name === null ? null : (unitIds.get(name) ?? null));
  const unitId = idOf(reading.unit);
  const { day, outcomeClass } = reading;
  await em.insert(EarlierLetter, {
    ...{ id, importId, fileId, digest, key: letterKey(reading), unitId, outcomeClass, day, importedAt: now },
    reading: reading as never,
    model: model as never,
  });
  const units = new Set([unitId, ...reading.coHandlers.map(idOf)].filter((each) => each !== null));
  if (units.size > 0)
    await em.insert(
      EarlierLetterUnit,
      [...units].map((each) => ({ letterId: id, unitId: each })),
    );
  const name = reading.title ?? reading.proposalTitle ?? fileName;
  await writeText(em, {
    ...{ kind: 'earlier' as const, sourceId: id, proposalId: null, unitId, shared: reading.open, day },
    title: [reading.documentNumber, name].filter(Boolean).join('：'),
    body: text,
  });
  return id;
}
