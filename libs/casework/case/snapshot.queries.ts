import type { DateString } from '@fuhan/kernel';
import { preparedQuery } from '@fuhan/platform';
import type { CaseSnapshot } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { ownWordsDigest, ownWordsFrom } from '../confirmation/own-words';

const list = (columns: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(json_build_object(${columns}) ORDER BY ${order}), '[]') FROM ${from})`;

const sections = list(
  `'id', s.id, 'suggestionId', s.suggestion_id, 'verdict', s.verdict,
   'passages', (SELECT count(*) FROM passage WHERE section_id = s.id)`,
  'draft_section s WHERE s.draft_id = d.id',
  's.ordinal',
);

/** One round trip reads all facts of the cases; the shape is `CaseSnapshot` itself. */
const snapshotSql = `
  SELECT p.id,
    $2::text AS today,
    json_build_object('id', p.id, 'kind', p.kind, 'number', p.number, 'title', p.title, 'keyProposal', p.key_proposal,
      'supervisorId', p.supervisor_id, 'withdrawnOn', p.withdrawn_on, 'closedOn', p.closed_on, 'archivedOn', p.archived_on, 'term', p.term, 'meeting', p.meeting,
      'mergedInto', (SELECT json_build_object('id', m.id, 'number', m.number, 'settled',
          EXISTS (SELECT 1 FROM draft WHERE proposal_id = m.id AND state NOT IN ('writing', 'dropped'))
          OR EXISTS (SELECT 1 FROM letter WHERE proposal_id = m.id AND state <> 'withdrawn')) FROM proposal m WHERE m.id = p.merged_into_id),
      'merges', ${list(`'id', m.id, 'number', m.number`, 'proposal m WHERE m.merged_into_id = p.id', 'm.number')}) AS proposal,
    ${list(`'id', s.id, 'ordinal', s.ordinal, 'title', s.title`, 'suggestion s WHERE s.proposal_id = p.id', 's.ordinal')} AS suggestions,
    ${list(
      `'id', a.id, 'unitId', a.unit_id, 'role', a.role, 'ordinal', a.ordinal, 'state', a.state, 'officeId', a.office_id, 'drafterId', a.drafter_id,
       'returnUntil', (SELECT d.due_on FROM deadline d WHERE d.subject_id = a.id AND d.clock = 'return'),
       'returnAnswered', EXISTS (SELECT 1 FROM return_request r WHERE r.assignment_id = a.id AND r.wish <> 'one_more'
          AND r.state IN ('decided', 'settled') AND r.requested_at > coalesce(a.return_reopened_at, '-infinity'))`,
      'assignment a WHERE a.proposal_id = p.id',
      'a.ordinal, a.id',
    )} AS assignments,
    ${list(
      `'id', r.id, 'assignmentId', r.assignment_id, 'wish', r.wish, 'state', r.state, 'decision', r.decision`,
      'return_request r WHERE r.proposal_id = p.id',
      'r.id',
    )} AS "returnRequests",
    ${list(
      `'id', o.id, 'assignmentId', o.assignment_id, 'state', o.state, 'version', o.version,
       'route', (SELECT coalesce(json_agg(step->'duty'), '[]') FROM jsonb_array_elements(o.route) step),
       'passed', (SELECT coalesce(max(jsonb_array_length(e.endorsements)), 0) FROM opinion_proposal e WHERE e.opinion_id = o.id)`,
      'opinion o JOIN assignment a ON a.id = o.assignment_id WHERE o.proposal_id = p.id',
      'a.ordinal',
    )} AS opinions,
    ${list(
      `'id', d.id, 'assignmentId', d.assignment_id, 'state', d.state, 'outcomeClass', d.outcome_class,
       'contacts', jsonb_array_length(d.contacts), 'contactRequired', d.contact_required, 'round', d.round, 'publication', d.publication, 'correctsId', d.corrects_id, 'sections', ${sections},
       'rejections', (SELECT count(*) FROM item_rejection WHERE draft_id = d.id), 'confirmationRequired', d.confirmation_required,
       'adoptedFrom', (SELECT coalesce(json_agg(a.id ORDER BY a.ordinal), '[]') FROM assignment a WHERE a.proposal_id = p.id
         AND a.role = 'co' AND EXISTS (SELECT 1 FROM ${ownWordsFrom('d.id', 'a.unit_id')})),
       'roundBegunBy', (SELECT begun_by FROM review_round WHERE draft_id = d.id ORDER BY round DESC LIMIT 1)`,
      'draft d WHERE d.proposal_id = p.id',
      'd.id',
    )} AS drafts,
    ${list(
      `'id', r.id, 'draftId', r.draft_id, 'round', r.round, 'ordinal', r.ordinal, 'stage', r.stage, 'lane', r.lane, 'name', r.name,
       'state', r.state, 'duty', r.duty, 'unitId', r.unit_id, 'officeId', r.office_id, 'personId', r.person_id,
       'delegatedBy', r.delegated_by, 'read', r.read_at IS NOT NULL, 'decidedBy', r.decided_by,
       'added', r.added_by IS NOT NULL, 'kept', r.kept_from IS NOT NULL`,
      'review_step r WHERE r.proposal_id = p.id',
      'r.round, r.ordinal',
    )} AS steps,
    ${list(
      `'id', l.id, 'draftId', l.draft_id, 'state', l.state, 'documentNumber', l.document_number,
       'withdrawalAsked', coalesce(l.withdrawal ->> 'decidedAt' IS NULL AND l.withdrawal IS NOT NULL, false), 'sealRequired', l.seal_required,
       'consented', NOT EXISTS (SELECT 1 FROM proposal q WHERE (q.id = l.answers_id OR q.id = ANY (l.also_answers)) AND NOT q.consent_to_publish), 'commitmentRequired', l.commitment_required,
       'seals', (SELECT count(*) FROM seal_use u WHERE u.letter_id = l.id),
       'filesReady', NOT EXISTS (SELECT 1 FROM letter_file f WHERE f.letter_id = l.id AND f.state <> 'ready')`,
      'letter l WHERE l.proposal_id = p.id',
      'l.issued_at, l.serial',
    )} AS letters,
    ${list(
      `'id', v.id, 'letterId', v.letter_id, 'unitId', v.unit_id, 'state', v.state`,
      'delivery v WHERE v.proposal_id = p.id',
      'v.sent_at, v.id',
    )} AS deliveries,
    ${list(
      `'id', k.id, 'assignmentId', k.assignment_id, 'state', k.state`,
      'outside_link k WHERE k.proposal_id = p.id',
      'k.made_at, k.id',
    )} AS "outsideLinks",
    ${list(
      `'id', c.id, 'draftId', c.draft_id, 'assignmentId', c.assignment_id, 'state', c.state,
       'current', c.assignment_id IS NULL OR c.digest = ${ownWordsDigest('c.draft_id', '(SELECT unit_id FROM assignment WHERE id = c.assignment_id)')}`,
      'confirmation c WHERE c.proposal_id = p.id',
      'c.asked_at, c.id',
    )} AS confirmations,
    ${list(
      `'id', c.id, 'assignmentId', c.assignment_id, 'officeId', c.office_id, 'state', c.state`,
      'contribution c WHERE c.proposal_id = p.id',
      'c.asked_at, c.id',
    )} AS contributions,
    ${list(
      `'id', c.id, 'assignmentId', c.assignment_id, 'letterId', c.letter_id, 'state', c.state, 'outcome', c.outcome,
       'ownerUnitId', c.owner_unit_id, 'ownerId', c.owner_id, 'dueOn', c.due_on`,
      'commitment c WHERE c.proposal_id = p.id',
      'c.made_on, c.due_on, c.id',
    )} AS commitments,
    ${list(`'id', c.id, 'assignmentId', c.assignment_id, 'state', c.state`, 'contact_record c WHERE c.proposal_id = p.id', 'c.held_on, c.recorded_at')} AS contacts,
    ${list(`'id', c.id, 'letterId', c.letter_id, 'state', c.state`, 'publication c WHERE c.proposal_id = p.id', 'c.prepared_at, c.id')} AS publications,
    ${list(
      `'id', r.id, 'assignmentId', r.assignment_id, 'letterId', r.letter_id, 'round', r.round, 'state', r.state`,
      'rating r WHERE r.proposal_id = p.id',
      'r.asked_at, r.id',
    )} AS ratings,
    ${list(
      `'id', r.id, 'assignmentId', r.assignment_id, 'round', r.round, 'state', r.state, 'exhausted', r.exhausted`,
      'redo r WHERE r.proposal_id = p.id',
      'r.round, r.id',
    )} AS redos,
    ${list(
      `'id', c.id, 'subjectId', c.subject_id, 'state', c.state, 'isWindow', c.is_window, 'pauses', jsonb_array_length(c.pauses),
       'extendable', jsonb_typeof(c.basis->'extensionCap') <> 'null'`,
      'deadline c WHERE c.proposal_id = p.id',
      'c.due_on, c.id',
    )} AS deadlines,
    ${list(
      `'id', e.id, 'deadlineId', e.deadline_id, 'assignmentId', e.assignment_id, 'state', e.state`,
      'extension e WHERE e.proposal_id = p.id',
      'e.requested_at, e.id',
    )} AS extensions
  FROM proposal p WHERE p.id = ANY($1::uuid[])`;

/** The facts of several cases as of `today`, in the order of the ids; unknown ids are left out. */
export async function loadSnapshots(
  em: EntityManager,
  proposalIds: readonly string[],
  today: DateString,
): Promise<CaseSnapshot[]> {
  if (proposalIds.length === 0) return [];
  const rows = await preparedQuery<CaseSnapshot & { id: string }>(em, 'case-snapshots', snapshotSql, [
    proposalIds,
    today,
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return proposalIds.flatMap((id) => byId.get(id) ?? []);
}

/** The facts of one case, or null where there is none. */
export const loadSnapshot = async (
  em: EntityManager,
  proposalId: string,
  today: DateString,
): Promise<CaseSnapshot | null> => (await loadSnapshots(em, [proposalId], today))[0] ?? null;
