import { states } from '@fuhan/rules';
import type { DataSource } from 'typeorm';

const ended = `('returned', 'removed', 'recalled', 'withdrawn')`;

/** A query that finds what may not be, by what it means when it finds something. */
type Invariants = Readonly<Record<string, string>>;

const ofStates: Invariants = {
  'a state that is none of its table': Object.entries(states)
    .map(
      ([aggregate, all]) =>
        `SELECT '${aggregate}' AS what, id::text, state FROM ${aggregate} WHERE state NOT IN (${Object.keys(
          all,
        )
          .map((state) => `'${state}'`)
          .join(', ')})`,
    )
    .join(' UNION ALL '),
  'a change of state by no row of its table': `
    SELECT c.aggregate, c.from_state, c.to_state FROM seen_change c WHERE NOT EXISTS (SELECT 1 FROM table_row r
      WHERE r.aggregate = c.aggregate AND r.to_state = c.to_state AND r.from_state IS NOT DISTINCT FROM c.from_state)`,
  'a change of state without a line of history': `
    SELECT c.aggregate, c.from_state, c.to_state FROM seen_change c
    WHERE NOT EXISTS (SELECT 1 FROM history_entry h WHERE h.xmin::text = c.xid AND h.proposal_id = c.proposal_id)`,
  'a change of state without an audit entry': `
    SELECT c.aggregate, c.from_state, c.to_state FROM seen_change c
    WHERE NOT EXISTS (SELECT 1 FROM audit_log l WHERE l.xmin::text = c.xid AND l.detail ->> 'proposalId' = c.proposal_id::text)`,
};

const ofHandling: Invariants = {
  'a live assignment of a withdrawn case': `
    SELECT a.id FROM assignment a JOIN proposal p ON p.id = a.proposal_id WHERE p.withdrawn_at IS NOT NULL AND a.state NOT IN ${ended}`,
  'an assignment that outlived the recall of its hand-over': `
    SELECT a.id FROM assignment a JOIN assignment r ON r.proposal_id = a.proposal_id AND r.state = 'recalled'
    WHERE a.state NOT IN ${ended} AND a.handed_over_at < r.ended_at`,
  'an end without its time, or a time without its end': `SELECT id FROM assignment WHERE (ended_at IS NOT NULL) <> (state IN ${ended})`,
  'a case that is marked as handled and is not, or the other way round': `
    SELECT p.id FROM proposal p WHERE p.handled <> EXISTS (SELECT 1 FROM assignment a WHERE a.proposal_id = p.id AND a.state NOT IN ${ended})`,
  'two live leads': `
    SELECT proposal_id FROM assignment WHERE state NOT IN ${ended} AND role IN ('lead', 'sole') GROUP BY 1 HAVING count(*) > 1`,
  'a lead without co-handlers, or a sole handler with one': `
    SELECT a.id, a.role FROM assignment a WHERE a.state NOT IN ${ended} AND a.role IN ('lead', 'sole')
    AND (a.role = 'lead') <> EXISTS (SELECT 1 FROM assignment c WHERE c.proposal_id = a.proposal_id AND c.role = 'co' AND c.state NOT IN ${ended})`,
  'an opinion of somebody who does not co-handle': `
    SELECT o.id, a.role FROM opinion o JOIN assignment a ON a.id = o.assignment_id WHERE a.role <> 'co'`,
  'a co-handler without an opinion': `
    SELECT a.id FROM assignment a WHERE a.role = 'co' AND NOT EXISTS (SELECT 1 FROM opinion o WHERE o.assignment_id = a.id)`,
  'an opinion that is still owed by a duty that ended': `
    SELECT o.id FROM opinion o JOIN assignment a ON a.id = o.assignment_id WHERE a.state IN ${ended} AND o.state IN ('awaited', 'submitted', 'returned')`,
  'an opinion that lacks versions': `
    SELECT o.id FROM opinion o WHERE o.version <> (SELECT count(*) FROM opinion_version v WHERE v.opinion_id = o.id)`,
  'a clock that runs for a duty that ended': `
    SELECT d.clock, a.state FROM deadline d JOIN assignment a ON a.id = d.subject_id WHERE d.state = 'running' AND a.state IN (${ended.slice(1, -1)}, 'finished')`,
  'a clock that runs for a question that was answered': `
    SELECT d.clock, c.state FROM deadline d JOIN confirmation c ON c.id = d.subject_id WHERE d.state = 'running' AND c.state <> 'asked'
    UNION ALL
    SELECT d.clock, r.state FROM deadline d JOIN return_request r ON r.id = d.subject_id WHERE d.state = 'running' AND r.state <> 'asked'`,
  'an open request for a return of a duty that ended': `
    SELECT r.id FROM return_request r JOIN assignment a ON a.id = r.assignment_id WHERE r.state IN ('asked', 'disputed') AND a.state IN (${ended.slice(1, -1)}, 'finished')`,
  'a merged case that is handled by itself, leads others, or whose leader is merged': `
    SELECT p.id FROM proposal p JOIN proposal m ON m.id = p.merged_into_id
    WHERE p.handled OR m.merged_into_id IS NOT NULL OR p.withdrawn_at IS NOT NULL OR m.withdrawn_at IS NOT NULL
      OR EXISTS (SELECT 1 FROM proposal f WHERE f.merged_into_id = p.id)`,
  'a suggestion that is answered for a proposal that is not merged': `
    SELECT s.id FROM suggestion s JOIN suggestion o ON o.id = s.origin_id JOIN proposal p ON p.id = o.proposal_id
    WHERE p.merged_into_id IS DISTINCT FROM s.proposal_id`,
  'a version of the case that is behind its commands': `
    SELECT p.id, p.version FROM proposal p JOIN (SELECT detail ->> 'proposalId' AS id, count(*) AS n FROM audit_log
      WHERE action NOT IN ('proposal.register', 'reviewStep.read') GROUP BY 1) l ON l.id = p.id::text WHERE p.version <> 1 + l.n`,
};

const ofReplies: Invariants = {
  'a live draft of a duty that ended': `
    SELECT d.id, d.state FROM draft d JOIN assignment a ON a.id = d.assignment_id WHERE a.state IN ${ended} AND d.state NOT IN ('dropped', 'issued')`,
  'an open step of a draft that is not in review': `
    SELECT s.id, s.state, d.state FROM review_step s JOIN draft d ON d.id = s.draft_id WHERE s.state IN ('waiting', 'open') AND d.state <> 'in_review'`,
  'an open step of a round that is over': `
    SELECT s.id FROM review_step s WHERE s.state IN ('waiting', 'open') AND s.round < (SELECT max(round) FROM review_step n WHERE n.draft_id = s.draft_id)`,
  'a draft in review that waits for nobody': `
    SELECT d.id FROM draft d WHERE d.state = 'in_review' AND NOT EXISTS (SELECT 1 FROM review_step s WHERE s.draft_id = d.id AND s.state = 'open')`,
  'a signed draft with a step of its round that nobody approved': `
    SELECT d.id FROM draft d WHERE d.state = 'signed' AND EXISTS (SELECT 1 FROM review_step s WHERE s.draft_id = d.id
      AND s.round = (SELECT max(round) FROM review_step n WHERE n.draft_id = d.id) AND s.state NOT IN ('approved', 'cancelled'))`,
  'two questions at once to one recipient': `
    SELECT draft_id FROM confirmation WHERE state = 'asked' GROUP BY draft_id, coalesce(assignment_id, proposer_id) HAVING count(*) > 1`,
  'a question about a draft that is gone': `
    SELECT c.id FROM confirmation c JOIN draft d ON d.id = c.draft_id WHERE c.state = 'asked' AND d.state = 'dropped'`,
  'sections, passages or their sources that are not 1 … n': [
    'draft_section.draft_id',
    'passage.section_id',
    'passage_source.passage_id',
  ]
    .map((each) => each.split('.'))
    .map(
      ([table, owner]) =>
        `SELECT '${table}' AS what, ${owner}::text FROM ${table} GROUP BY ${owner} HAVING min(ordinal) <> 1 OR max(ordinal) <> count(*)`,
    )
    .join(' UNION ALL '),
  'words out of an opinion on another case': `
    SELECT x.passage_id FROM passage_source x JOIN passage g ON g.id = x.passage_id JOIN draft_section s ON s.id = g.section_id
      JOIN draft d ON d.id = s.draft_id JOIN opinion_item i ON i.id = x.opinion_item_id JOIN opinion_version v ON v.id = i.opinion_version_id
      JOIN opinion o ON o.id = v.opinion_id WHERE o.proposal_id <> d.proposal_id OR x.opinion_version <> v.version`,
};

const ofLetters: Invariants = {
  'a gap in the numbers': `
    SELECT l.series_id, l.year FROM letter l JOIN number_counter c ON c.series_id = l.series_id AND c.year = l.year
    GROUP BY l.series_id, l.year, c.start, c.last HAVING min(serial) <> c.start OR max(serial) <> c.last OR count(*) <> c.last - c.start + 1`,
  'a number that is used twice': `SELECT document_number FROM letter GROUP BY 1 HAVING count(*) > 1`,
  'frozen words that are not those of their digest': `
    SELECT id FROM letter WHERE digest <> encode(sha256(convert_to(text, 'UTF8')), 'hex')`,
  'a letter that stands while its draft is open': `
    SELECT l.id, d.state FROM letter l JOIN draft d ON d.id = l.draft_id WHERE (l.state <> 'withdrawn') AND d.state <> 'issued'`,
  // A letter of correction that was withdrawn is not written anew: the next one begins afresh.
  'an issued draft of a reply without its letter': `
    SELECT d.id FROM draft d WHERE d.state = 'issued' AND d.kind = 'reply' AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.draft_id = d.id AND l.state <> 'withdrawn')`,
  'an open promise of a letter that was withdrawn': `
    SELECT c.id FROM commitment c JOIN letter l ON l.id = c.letter_id WHERE l.state = 'withdrawn' AND c.state IN ('proposed', 'confirmed')`,
  'a promise whose clock does not say how it stands': `
    SELECT c.id, c.state, d.state FROM commitment c LEFT JOIN deadline d ON d.subject_id = c.id
    WHERE d.state IS DISTINCT FROM CASE WHEN c.state = 'confirmed' THEN 'running' WHEN c.outcome = 'kept' THEN 'met' WHEN c.outcome = 'unkept' THEN 'cancelled'
      WHEN c.state = 'dropped' AND c.confirmed_at IS NOT NULL THEN 'cancelled' END`,
  'a letter without its four files': `
    SELECT l.id FROM letter l WHERE (SELECT count(*) FROM letter_file f WHERE f.letter_id = l.id) <> 4`,
  'a delivered letter that nobody was sent, or the other way round': `
    SELECT l.id FROM letter l WHERE l.state <> 'withdrawn' AND (l.state = 'delivered') <> EXISTS (SELECT 1 FROM delivery v WHERE v.letter_id = l.id)`,
  'a message of no known kind, or sent before it was written': `
    SELECT id, topic FROM outbox WHERE dispatched_at < created_at OR topic NOT IN ('notice.tell', 'letter.produce', 'reminder.wake', 'dispatch.send', 'import.work')`,
};

export const invariants: Invariants = { ...ofStates, ...ofHandling, ...ofReplies, ...ofLetters };

/** Everything that is as it may not be, in words; empty where all is well. */
export async function violations(dataSource: DataSource): Promise<string[]> {
  const found: string[] = [];
  for (const [what, sql] of Object.entries(invariants)) {
    const rows = (await dataSource.query(`SELECT * FROM (${sql}) AS found LIMIT 3`)) as object[];
    found.push(...rows.map((row) => `${what}: ${JSON.stringify(row)}`));
  }
  return found;
}
