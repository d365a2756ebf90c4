import { FuhanError } from '@fuhan/kernel';
import type { CommandContext } from '../case/context';
import { Letter, type Withdrawal } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

const letterOf = (ctx: CommandContext, id: string): Promise<Letter> => ctx.em.findOneByOrFail(Letter, { id });

/** The withdrawal with its decision. Who asked for it does not decide on it: two people answer for a number that is void. */
function decided(ctx: CommandContext, { withdrawal }: Letter, decision: string): Withdrawal {
  if (!withdrawal) throw new FuhanError('guard.failed', { detail: '没有人申请撤回这份函。' });
  if (withdrawal.askedBy === ctx.actor.personId)
    throw new FuhanError('guard.failed', { detail: '撤回是您自己申请的，请另一位有权的人决定。' });
  return {
    ...withdrawal,
    decidedBy: ctx.actor.personId,
    decidedAt: ctx.now.toISOString(),
    decision: decision || null,
  };
}

/** 申请撤回: somebody of the unit found that the letter must not stand, and says why. */
export const askWithdrawal: UseCase<'letter.askWithdrawal'> = async (ctx, { reason }, letterId) => {
  const { documentNumber } = await letterOf(ctx, letterId);
  const withdrawal: Withdrawal = {
    reason,
    askedBy: ctx.actor.personId,
    askedAt: ctx.now.toISOString(),
    decidedBy: null,
    decidedAt: null,
    decision: null,
  };
  await ctx.em.update(Letter, { id: letterId }, { withdrawal });
  await record(ctx, 'letter.askWithdrawal', letterId, `申请撤回${documentNumber}：${reason}`);
  return { id: letterId };
};

/** 批准撤回: the number stays in the book, void for good; the draft is open again and the next letter takes a number of its own. */
export const withdrawLetter: UseCase<'letter.withdraw'> = async (ctx, { decision }, letterId) => {
  const letter = await letterOf(ctx, letterId);
  const withdrawal = decided(ctx, letter, decision);
  await record(
    ctx,
    'letter.withdraw',
    letterId,
    `撤回${letter.documentNumber}，该号作废：${withdrawal.reason}${decision ? `批准意见：${decision}` : ''}`,
  );
  await transition(ctx, 'letter', letterId, 'letter.withdraw', { withdrawal });
  return { id: letterId };
};

/** 不予撤回: the letter stands; the wish and the answer stay on file. */
export const keepLetter: UseCase<'letter.keep'> = async (ctx, { decision }, letterId) => {
  const letter = await letterOf(ctx, letterId);
  await ctx.em.update(Letter, { id: letterId }, { withdrawal: decided(ctx, letter, decision) });
  await record(ctx, 'letter.keep', letterId, `不予撤回${letter.documentNumber}：${decision}`);
  return { id: letterId };
};
