import type { CommandContext } from '../case/context';
import { personOf } from '../case/outside-actor';
import { transition } from '../case/transition';

/** A unit that answers has received what it answers: without an account it cannot sign for it beforehand. */
export async function signForUnit(ctx: CommandContext, assignmentId: string): Promise<void> {
  const assignment = ctx.snapshot.assignments.find(({ id }) => id === assignmentId);
  if (assignment?.state !== 'handed_over') return;
  const signed = { signedAt: ctx.now, signedBy: personOf(ctx.actor) };
  await transition(ctx, 'assignment', assignmentId, 'assignment.sign', signed);
}
