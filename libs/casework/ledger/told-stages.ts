import type { Stage } from '@fuhan/rules';

const OPEN = 'p.withdrawn_at IS NULL AND p.closed_on IS NULL AND p.merged_into_id IS NULL';
const LIVE = `a.proposal_id = p.id AND a.state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')`;
const WRITER = `${LIVE} AND a.role IN ('lead', 'sole', 'separate')`;
/** The newest reply of the duty is issued, and no letter of it is still on its way. */
const REPLIED = `EXISTS (SELECT FROM draft d WHERE d.assignment_id = a.id AND d.kind = 'reply' AND d.state = 'issued'
  AND NOT EXISTS (SELECT FROM draft n WHERE n.assignment_id = a.id AND n.kind = 'reply' AND n.round > d.round)
  AND EXISTS (SELECT FROM letter l WHERE l.draft_id = d.id AND l.state = 'delivered')
  AND NOT EXISTS (SELECT FROM letter l WHERE l.draft_id = d.id AND l.state <> 'withdrawn' AND l.state <> 'delivered'))`;

/**
 * The stages behind which nobody waits any more, as `stageOf` of the rules derives them, told of a proposal `p` in SQL: there are as many as the archive
 * is old, and a page of them is found without a look at each.
 */
export const toldStages: Readonly<Partial<Record<Stage, string>>> = {
  withdrawn: 'p.withdrawn_at IS NOT NULL',
  closed: 'p.withdrawn_at IS NULL AND p.closed_on IS NOT NULL',
  merged: 'p.withdrawn_at IS NULL AND p.closed_on IS NULL AND p.merged_into_id IS NOT NULL',
  delivered: `p.handled AND ${OPEN} AND EXISTS (SELECT FROM assignment a WHERE ${WRITER})
    AND NOT EXISTS (SELECT FROM assignment a WHERE ${WRITER} AND NOT ${REPLIED})`,
  noted: `p.handled AND ${OPEN} AND NOT EXISTS (SELECT FROM assignment a WHERE ${LIVE} AND (a.role <> 'reference' OR a.state = 'handed_over'))`,
};

/** A clock runs on the case that its reader's light shows; `$1` is the own unit, null for who looks over all. */
export const CLOCK_RUNS = `EXISTS (SELECT FROM deadline c WHERE c.proposal_id = p.id AND c.state = 'running' AND NOT c.is_window
  AND ($1::uuid IS NULL OR c.unit_id = $1))`;
