import type { Actor, StepFacts } from '../snapshot';

/** What decides who holds a step. */
export type Held = Pick<StepFacts, 'duty' | 'unitId' | 'officeId' | 'personId' | 'delegatedBy'>;

/**
 * Whether the actor may act on a step: the person named for it (and who named that person), or else everyone with the duty in
 * the unit and, where the step asks for one, the office. The one place that says so.
 */
export function mayHold(step: Held, actor: Actor): boolean {
  if (step.personId !== null) return step.personId === actor.personId || step.delegatedBy === actor.personId;
  return (
    actor.unitId === step.unitId &&
    actor.duties.includes(step.duty) &&
    (step.officeId === null || step.officeId === actor.officeId)
  );
}
