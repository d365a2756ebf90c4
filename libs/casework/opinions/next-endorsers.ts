import type { CommandContext } from '../case/context';
import { Assignment, Opinion, OpinionProposal } from '../case/entities';
import { tell } from '../case/tell';

/** Whoever in the unit lets the opinion pass next hears of it. */
export async function tellNextEndorsers(ctx: CommandContext, opinionId: string): Promise<void> {
  const { route, assignmentId } = await ctx.em.findOneByOrFail(Opinion, { id: opinionId });
  const { endorsements } = await ctx.em.findOneByOrFail(OpinionProposal, { opinionId });
  const step = route[endorsements.length];
  if (!step) return;
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  tell(ctx, 'opinion_to_endorse', `有一份会办意见待${step.name}`, [{ unitId, duties: [step.duty] }]);
}
