import type { Actor, StepFacts } from '../snapshot';

/** What decides who holds a step. */
export type Held = Pick<StepFacts, 'duty' | 'unitId' | 'officeId' | 'personId' | 'delegatedBy'>;

/** The person themselves, or who stands in for them in this duty while they are away. */
const isOrStandsInFor = (actor: Actor, personId: string | null, { duty }: Held): boolean =>
  personId !== null &&
  (personId === actor.personId ||
    (actor.standIn?.absent ?? []).some((each) => each.personId === personId && each.duties.includes(duty)));

/**
 * Whether the actor may act on a step: the person named for it (who stands in for that person, and who named
 * that person), or else everyone with the duty in
 * the unit and, where the step asks for one, the office. The one place that says so.
 */
export function mayHold(step: Held, actor: Actor): boolean {
  if (step.personId !== null)
    return isOrStandsInFor(actor, step.personId, step) || step.delegatedBy === actor.personId;
  return (
    actor.unitId === step.unitId &&
    actor.duties.includes(step.duty) &&
    (step.officeId === null || step.officeId === actor.officeId)
  );
}
