import { Deadline, Reminder } from '@fuhan/clocks';
import { FuhanError } from '@fuhan/kernel';
import type { HouseContext } from '@fuhan/identity';
import { announce } from '@fuhan/platform';
import { type EntityManager, In } from 'typeorm';
import {
  Assignment,
  HistoryEntry,
  Opinion,
  Proposal,
  Proposer,
  Suggestion,
  TargetDate,
} from '../case/entities';
import { ProposedHandOverRow } from '../case/import.entities';
import { firstState } from '../case/transition';
import { turn } from './turn';

/** What may have happened to a paper that can still be taken back. */
const UNDOABLE = ['proposal.register', 'proposal.handOver'];

/** Locks the proposals of a list. @throws FuhanError `import.in-hand` where one was signed for, or anything else was done to it */
async function lockUntouched(em: EntityManager, batchId: string): Promise<string[]> {
  const locked = (await em.query(
    `SELECT p.id, p.number FROM proposal p JOIN import_row r ON r.proposal_id = p.id WHERE r.batch_id = $1 ORDER BY p.id FOR UPDATE OF p`,
    [batchId],
  )) as { id: string; number: string }[];
  const ids = locked.map(({ id }) => id);
  const begun = (await em.query(
    `SELECT proposal_id AS id FROM assignment WHERE proposal_id = ANY($1) AND state <> $2
     UNION SELECT proposal_id FROM history_entry WHERE proposal_id = ANY($1) AND action <> ALL($3)`,
    [ids, firstState('assignment', 'proposal.handOver'), UNDOABLE],
  )) as { id: string }[];
  if (begun.length > 0) {
    const numbers = locked
      .filter(({ id }) => begun.some((each) => each.id === id))
      .map(({ number }) => number);
    throw new FuhanError('import.in-hand', { count: numbers.length, list: numbers.slice(0, 5).join('、') });
  }
  return ids;
}

/** The clocks that hand-overs have started, with their reminders. Returns whose they were. */
async function removeClocks(em: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  const deadlines = await em.findBy(Deadline, { proposalId: In(ids) });
  const deadlineId = In(deadlines.map(({ id }) => id));
  await em.delete(Reminder, { deadlineId });
  await em.delete(Deadline, { id: deadlineId });
  return new Set(deadlines.map(({ proposalId }) => proposalId));
}

/** 撤销导入, while nothing of it was signed for: the proposals are taken out again; the list and the audit log remember them. */
export async function undoImport(
  { em, actor, now }: HouseContext,
  _input: unknown,
  id: string,
): Promise<{ id: string }> {
  await turn(em, id, 'import.undo', now);
  const ids = await lockUntouched(em, id);
  await em.query('UPDATE import_row SET proposal_id = NULL WHERE batch_id = $1', [id]);
  const handedOver = await removeClocks(em, ids);
  const assignments = await em.findBy(Assignment, { proposalId: In(ids) });
  await em.delete(TargetDate, { assignmentId: In(assignments.map((each) => each.id)) });
  for (const entity of [Opinion, Assignment, ProposedHandOverRow, HistoryEntry, Suggestion, Proposer])
    await em.createQueryBuilder().delete().from(entity).where('proposal_id = ANY(:ids)', { ids }).execute();
  await em.createQueryBuilder().delete().from(Proposal).where('id = ANY(:ids)', { ids }).execute();
  await announce(
    em,
    [...handedOver].map((each) => ({ case: each, by: actor.personId })),
  );
  return { id };
}
