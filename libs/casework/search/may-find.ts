import type { Actor } from '@fuhan/rules';
import { overseesAll } from '../worklist.queries';

export const live = `a.state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')`;

/**
 * What a reader may find: who oversees all, everything (then `$1` is null). Else the documents of the house, the cases this person (`$2`)
 * supervises, and of the cases in which the own unit has a part now: the proposal, its own words, delivered letters, and the opinions where it answers.
 * Of earlier years the letters that are open, that the own unit wrote, or in which it was asked.
 * The rows of the cases say so, not the index: what was taken from a unit a moment ago is found no more.
 */
export const mayFind = `($1::uuid IS NULL AND $2::uuid IS NOT NULL OR d.kind = 'policy'
  OR d.proposal_id IN (SELECT id FROM proposal WHERE supervisor_id = $2)
  OR (d.proposal_id IN (SELECT a.proposal_id FROM assignment a WHERE a.unit_id = $1 AND ${live}
        UNION SELECT proposal_id FROM delivery WHERE unit_id = $1)
    AND (d.shared OR d.unit_id = $1
      OR (d.kind = 'letter' AND EXISTS (SELECT 1 FROM delivery v WHERE v.letter_id = d.source_id AND v.unit_id = $1))
      OR (d.kind = 'opinion' AND d.proposal_id IN (SELECT a.proposal_id FROM assignment a
        WHERE a.unit_id = $1 AND a.role IN ('lead', 'sole', 'separate') AND ${live}))))
  OR (d.kind = 'earlier' AND (d.shared OR d.source_id IN (SELECT letter_id FROM earlier_letter_unit WHERE unit_id = $1))))`;

/** The first two values of every question that `mayFind` narrows. */
export const scopeOf = (actor: Actor): [string | null, string] => [
  overseesAll(actor) ? null : actor.unitId,
  actor.personId,
];
