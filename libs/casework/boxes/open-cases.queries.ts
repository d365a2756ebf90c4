import { type WorklistContext, overseesAll } from '../worklist.queries';

/** A promise waits for a person: to be confirmed, or to be answered once more. */
const promiseWaits = `state IN ('proposed', 'kept', 'unkept')`;

/** All that may be open, by what an index finds: somebody owes something, nobody handles it, a copy is to be signed for, a promise waits. */
const candidates = `(
  SELECT proposal_id AS id FROM assignment WHERE state NOT IN ('finished', 'returned', 'removed', 'recalled', 'withdrawn')
  UNION SELECT id FROM proposal WHERE NOT handled AND withdrawn_at IS NULL AND merged_into_id IS NULL
  UNION SELECT proposal_id FROM delivery WHERE state = 'sent' AND unit_id = $3
  UNION SELECT proposal_id FROM commitment WHERE ${promiseWaits}) c JOIN proposal p ON p.id = c.id`;

const live = `a.state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')`;

/** Cases in which something is still open, for a reader who has a part in them: `$3` is the own unit. */
const open = `p.withdrawn_at IS NULL AND p.merged_into_id IS NULL
  AND (NOT EXISTS (SELECT 1 FROM assignment a WHERE a.proposal_id = p.id AND ${live})
    OR EXISTS (SELECT 1 FROM assignment a WHERE a.proposal_id = p.id AND ${live} AND a.state <> 'finished')
    OR EXISTS (SELECT 1 FROM delivery v WHERE v.proposal_id = p.id AND v.state = 'sent' AND v.unit_id = $3)
    OR EXISTS (SELECT 1 FROM commitment WHERE proposal_id = p.id AND ${promiseWaits}))
  AND ($1::uuid IS NULL OR p.supervisor_id = $2::uuid
    OR EXISTS (SELECT 1 FROM assignment a WHERE a.proposal_id = p.id AND a.unit_id = $1 AND ${live})
    OR EXISTS (SELECT 1 FROM delivery v WHERE v.proposal_id = p.id AND v.unit_id = $1))`;

/** The open cases of this reader, in no order. */
export async function openCases({ em, actor }: WorklistContext): Promise<string[]> {
  const scope = overseesAll(actor) ? null : actor.unitId;
  const rows = (await em.query(`SELECT p.id FROM ${candidates} WHERE ${open}`, [
    scope,
    actor.personId,
    actor.unitId,
  ])) as { id: string }[];
  return rows.map(({ id }) => id);
}
