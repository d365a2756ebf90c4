import { commandPath, type letterBoardAnswer } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import { type Actor, type CaseSnapshot, nextActions } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { loadSnapshots } from '../case/snapshot.queries';
import { sealNameOf } from './seal-name';

type Board = z.input<typeof letterBoardAnswer>;
type Row = Board['rows'][number];
type Box = Row['box'];

interface Facts {
  proposalId: string;
  number: string;
  title: string;
  draftId: string;
  letterId: string | null;
  documentNumber: string | null;
  issuer: string | null;
  box: Box;
  since: Date | null;
  sent: number;
  received: number;
}

/** What the unit's clerk has before them: signed texts without a number, letters without the seal their place asks for or not yet sent, cases without their package. */
const factsSql = `
  SELECT p.id AS "proposalId", p.number, p.title, d.id AS "draftId", l.id AS "letterId", l.document_number AS "documentNumber",
    l.model->>'issuer' AS issuer, b.box, b.since, v.sent, v.received
  FROM assignment a JOIN draft d ON d.assignment_id = a.id JOIN proposal p ON p.id = a.proposal_id
    LEFT JOIN letter l ON l.draft_id = d.id AND l.state <> 'withdrawn'
    CROSS JOIN LATERAL (SELECT count(*)::int AS sent, count(*) FILTER (WHERE received_at IS NOT NULL)::int AS received,
      max(sent_at) AS "sentAt" FROM delivery WHERE letter_id = l.id) v
    CROSS JOIN LATERAL (SELECT max(used_at) AS "usedAt" FROM seal_use WHERE letter_id = l.id) s
    CROSS JOIN LATERAL (SELECT
      CASE WHEN l.id IS NULL THEN 'number' WHEN l.state = 'delivered' THEN 'archive' WHEN s."usedAt" IS NULL AND l.seal_required THEN 'seal' ELSE 'deliver' END AS box,
      CASE WHEN l.id IS NULL THEN (SELECT max(decided_at) FROM review_step WHERE draft_id = d.id)
        WHEN l.state = 'delivered' THEN v."sentAt" ELSE coalesce(s."usedAt", l.issued_at) END AS since) b
  WHERE a.unit_id = $1 AND p.closed_on IS NULL AND p.withdrawn_on IS NULL
    AND (d.state = 'signed' AND l.id IS NULL OR l.state = 'issued' OR l.state = 'delivered' AND p.archived_on IS NULL)
  ORDER BY b.since, p.number`;

/** What moves a row on to the next box. */
const commandOf = { number: 'draft.issue', seal: 'letter.seal', deliver: 'letter.deliver' } as const;

/** The button of a row, where the rules give the reader one. */
function stepOf(row: Facts, snapshot: CaseSnapshot, actor: Actor): Row['step'] {
  if (row.box === 'archive') return null;
  const command = commandOf[row.box];
  const target = row.box === 'number' ? row.draftId : row.letterId;
  const found = nextActions(snapshot, actor).find(
    ({ action, targetId }) => action === command && targetId === target,
  );
  if (!found || !target) return null;
  return {
    command,
    label: found.label,
    href: `/api${commandPath(command, target)}`,
    blockedBy: found.blockedBy,
  };
}

/** 文书工作台: the letters of the reader's unit by what is done with them next, the longest waiting first. */
export async function letterBoard({
  em,
  actor,
  today,
}: {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly today: DateString;
}): Promise<Board> {
  const facts = (await em.query(factsSql, [actor.unitId])) as Facts[];
  const ids = [...new Set(facts.map(({ proposalId }) => proposalId))];
  const snapshots = new Map((await loadSnapshots(em, ids, today)).map((each) => [each.proposal.id, each]));
  const rows = facts.flatMap((row): Row[] => {
    const snapshot = snapshots.get(row.proposalId);
    if (!snapshot) return [];
    const letter = snapshot.letters.find(({ id }) => id === row.letterId);
    const { proposalId, number, title, letterId, documentNumber, box, sent, received } = row;
    return [
      {
        ...{ proposalId, number, title, letterId, documentNumber, box, sent, received },
        since: row.since?.toISOString() ?? null,
        seal: row.issuer === null ? null : sealNameOf(row.issuer),
        filesReady: letter?.filesReady ?? false,
        step: stepOf(row, snapshot, actor),
        archive: box === 'archive' ? `/api/proposals/${proposalId}/archive.zip` : null,
      },
    ];
  });
  return { today, rows };
}
