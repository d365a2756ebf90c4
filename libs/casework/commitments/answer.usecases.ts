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

/** 重开评价链接: for proposers who let the days pass; what was rated stays. */
export const renewLinks: UseCase<'commitment.renewLinks'> = async (ctx, _input, targetId) => {
  await transition(ctx, 'commitment', targetId, 'commitment.renewLinks');
  await record(ctx, 'commitment.renewLinks', targetId, '重新开放了提案者评价承诺的链接。');
  return { id: targetId };
};
