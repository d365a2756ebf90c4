import { assignmentOf } from './permissions';
import type { Actor, CaseSnapshot } from './snapshot';

/**
 * 会签: whether what a person is asked for belongs to another's letter: the own unit is a co-handler of it, or a review step came to an office
 * that does not write, or to somebody whom a signer has added.
 */
export function countersigns(snapshot: CaseSnapshot, actor: Actor, targetId: string): boolean {
  const own = assignmentOf(snapshot, targetId);
  const step = snapshot.steps.find(({ id }) => id === targetId);
  if (step)
    return (
      step.added || step.unitId !== own?.unitId || (step.officeId !== null && step.officeId !== own.officeId)
    );
  return own?.unitId === actor.unitId && own.role === 'co';
}
