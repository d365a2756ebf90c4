import { Person } from '@fuhan/identity';
import type { CommandContext } from '../case/context';
import { Assignment, Proposal } from '../case/entities';

/** The unit that handed a duty over; for one that came in without a hand-over, the unit that registered the proposal. */
export async function coordinatingUnit(
  { em, proposalId }: Pick<CommandContext, 'em' | 'proposalId'>,
  assignmentId: string,
): Promise<string> {
  const { handedOverBy } = await em.findOneByOrFail(Assignment, { id: assignmentId });
  const { registeredBy } = await em.findOneByOrFail(Proposal, { id: proposalId });
  return (await em.findOneByOrFail(Person, { id: handedOverBy ?? registeredBy })).unitId;
}
