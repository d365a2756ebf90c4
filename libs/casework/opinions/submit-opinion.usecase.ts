import { Opinion, OpinionProposal } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { refuseStrange, writeVersion } from './write-version';

/** 提交会办意见: by the unit itself; where the place has it pass the unit first, it waits for those who let it out. */
export const submitOpinion: UseCase<'opinion.submit'> = async (ctx, input, targetId) => {
  const { route } = await ctx.em.findOneByOrFail(Opinion, { id: targetId });
  const [first] = route;
  if (!first) {
    await writeVersion(ctx, targetId, input, { via: 'system', action: 'opinion.submit' });
    return { id: targetId };
  }
  const { personId: proposedBy } = ctx.actor;
  await refuseStrange(ctx, targetId, input, proposedBy);
  await ctx.em.save(OpinionProposal, {
    ...{ opinionId: targetId, content: input, endorsements: [], refusal: null },
    ...{ proposedAt: ctx.now, proposedBy },
  });
  await record(ctx, 'opinion.propose', targetId, `把会办意见送“${first.name}”。`);
  await transition(ctx, 'opinion', targetId, 'opinion.propose');
  return { id: targetId };
};
