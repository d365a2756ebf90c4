import type { DateString } from '@fuhan/kernel';
import { Blob } from '@fuhan/platform';
import {
  type Actor,
  type CaseSnapshot,
  isFormerHandler,
  isLive,
  maySee,
  overseesCase,
  writesReply,
} from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { PolicyDocument, Proposal } from './case/entities';
import { loadSnapshot, loadSnapshots } from './case/snapshot.queries';
import { mayFind, scopeOf } from './search/may-find';

/** Says whether the actor may read a file for what it is used for. */
type Readable = (em: EntityManager, actor: Actor, fileId: string, today: DateString) => Promise<boolean>;

/** Whether the actor's unit answers the proposer now. */
const answers = (snapshot: CaseSnapshot, actor: Actor): boolean =>
  snapshot.assignments.some((each) => each.unitId === actor.unitId && writesReply(each.role) && isLive(each));

/** Whoever has part in the case or oversees it reads the proposal's original. */
const asOriginal: Readable = async (em, actor, originalFileId, today) => {
  const proposal = await em.findOneBy(Proposal, { originalFileId });
  // Merged (并案), it is read from the case that answers it.
  const cases = proposal ? [proposal.id, ...(proposal.mergedIntoId ? [proposal.mergedIntoId] : [])] : [];
  const snapshots = await loadSnapshots(em, cases, today);
  return snapshots.some(
    (snapshot) =>
      maySee(snapshot, actor) && (overseesCase(snapshot, actor) || !isFormerHandler(snapshot, actor)),
  );
};

/** Whoever may read an opinion reads its files: its unit, the unit that answers, who oversees all. */
const asOpinionFile: Readable = async (em, actor, fileId, today) => {
  const [found] = (await em.query(
    `SELECT o.proposal_id AS proposal, a.unit_id AS unit FROM opinion_attachment f
     JOIN opinion_version v ON v.id = f.opinion_version_id JOIN opinion o ON o.id = v.opinion_id
     JOIN assignment a ON a.id = o.assignment_id WHERE f.file_id = $1 LIMIT 1`,
    [fileId],
  )) as { proposal: string; unit: string }[];
  const snapshot = found && (await loadSnapshot(em, found.proposal, today));
  if (!found || !snapshot) return false;
  return overseesCase(snapshot, actor) || answers(snapshot, actor) || found.unit === actor.unitId;
};

/** The units that answer, and who oversees all, read what belongs to the making of the reply: talks, seals, receipts. */
const asReplyFile: Readable = async (em, actor, fileId, today) => {
  const [found] = (await em.query(
    `SELECT proposal_id AS proposal FROM contact_record WHERE file_id = $1
     UNION ALL SELECT proposal_id FROM rating WHERE scan_file_id = $1
     UNION ALL SELECT proposal_id FROM seal_use WHERE scan_file_id = $1
     UNION ALL SELECT proposal_id FROM delivery WHERE receipt_file_id = $1 LIMIT 1`,
    [fileId],
  )) as { proposal: string }[];
  const snapshot = found && (await loadSnapshot(em, found.proposal, today));
  if (!snapshot) return false;
  return answers(snapshot, actor) || overseesCase(snapshot, actor);
};

/** Evidence of a promise: its owner, the units that answer, who oversees all. */
const asEvidence: Readable = async (em, actor, fileId, today) => {
  const [found] = (await em.query(
    `SELECT c.proposal_id AS proposal, c.owner_unit_id AS unit FROM commitment_progress g
     JOIN commitment c ON c.id = g.commitment_id WHERE g.file_id = $1 LIMIT 1`,
    [fileId],
  )) as { proposal: string; unit: string }[];
  const snapshot = found && (await loadSnapshot(em, found.proposal, today));
  if (!found || !snapshot) return false;
  return overseesCase(snapshot, actor) || answers(snapshot, actor) || found.unit === actor.unitId;
};

/** A policy document is everybody's to read. */
const asPolicy: Readable = (em, _actor, fileId) => em.existsBy(PolicyDocument, { fileId });

/** Whoever may find a letter of an earlier year reads its file. */
const asEarlierLetter: Readable = async (em, actor, fileId) => {
  const found = (await em.query(
    `SELECT 1 FROM earlier_letter e JOIN search_document d ON d.kind = 'earlier' AND d.source_id = e.id WHERE ${mayFind} AND e.file_id = $3`,
    [...scopeOf(actor), fileId],
  )) as unknown[];
  return found.length > 0;
};

/** Every use of a stored file, each with its rule. */
const uses: readonly Readable[] = [
  asOriginal,
  asOpinionFile,
  asReplyFile,
  asEvidence,
  asPolicy,
  asEarlierLetter,
];

/** A stored file, for who uploaded it or may read what it is part of; null where there is none for them. */
export async function readableFile(
  em: EntityManager,
  actor: Actor,
  id: string,
  today: DateString,
): Promise<Blob | null> {
  const blob = await em.findOneBy(Blob, { id });
  if (!blob || blob.createdBy === actor.personId) return blob;
  for (const mayRead of uses) if (await mayRead(em, actor, id, today)) return blob;
  return null;
}
