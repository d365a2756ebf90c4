import { Draft, ReviewRound } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** 送核稿: the draft goes on the route that the place's rules choose for it; the history says why. */
export const submitDraft: UseCase<'draft.submit'> = async (ctx, _input, targetId) => {
  await transition(ctx, 'draft', targetId, 'draft.submit', { returnReason: null });
  const round = await ctx.em.findOneOrFail(ReviewRound, {
    where: { draftId: targetId },
    order: { round: 'DESC' },
  });
  await record(ctx, 'draft.submit', targetId, `送核稿。${round.reason}`);
  return { id: targetId };
};

/** 撤回送审: as long as nobody has opened it. */
export const withdrawDraft: UseCase<'draft.withdraw'> = async (ctx, _input, targetId) => {
  const { kind } = await ctx.em.findOneByOrFail(Draft, { id: targetId });
  const back = kind === 'correction' ? 'draft.withdrawCorrection' : 'draft.withdraw';
  await transition(ctx, 'draft', targetId, back);
  await record(ctx, 'draft.withdraw', targetId, '撤回送审，继续修改。');
  return { id: targetId };
};
