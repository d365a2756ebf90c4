import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** 二次答复提案者: what became of a promise, to each proposer of the case, who then rates it. */
export const answerProposer: UseCase<'commitment.answerProposer'> = async (ctx, { text }, targetId) => {
  await transition(ctx, 'commitment', targetId, 'commitment.answerProposer', {
    ...{ answer: text, answeredAt: ctx.now, answeredBy: ctx.actor.personId },
  });
  await record(ctx, 'commitment.answerProposer', targetId, `二次答复提案者：${text}`);
  return { id: targetId };
};
